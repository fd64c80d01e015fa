/** Targets with faults in them, so that it can be seen that faults are found. */
import * as fc from 'fast-check';
import type { Target } from './targets.ts';

const inputs = fc.string({ maxLength: 30, size: 'max' });

export const targets: Readonly<Record<string, Target>> = {
  sound: { inputs, inCi: 1, property: () => {} },
  throwing: {
    inputs,
    inCi: 1,
    property: (input) => {
      if (input.includes('a')) throw new RangeError('there is an a in it');
    },
  },
  crashing: {
    inputs,
    inCi: 1,
    property: (input) => {
      if (input.includes('a')) process.kill(process.pid, 'SIGABRT');
    },
  },
  hanging: {
    inputs,
    inCi: 1,
    property: (input) => {
      while (input.length > 20) Math.random();
    },
  },
};
