/** What is being done, on a terminal, where it takes longer than a second. */
import type { Host } from '../host/host.ts';
import { inertText } from './inert.ts';

/** Tells of steps; silent in the first second, and where standard error is no terminal. */
export interface Progress {
  readonly step: (label: string) => void;
  /** Wipes the line. */
  readonly end: () => void;
}

/** Progress from now on. */
export function startProgress(host: Host): Progress {
  const begun = host.now();
  let shown = false;
  return {
    step: (label) => {
      if (!host.stderr.isTerminal || host.now() - begun < 1000) return;
      shown = true;
      host.stderr.write(`\r\u001b[2K${inertText(label, false)} …`);
    },
    end: () => {
      if (shown) host.stderr.write('\r\u001b[2K');
      shown = false;
    },
  };
}
