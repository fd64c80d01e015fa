/** The questionnaire as its command serves it, and a browser to open it in. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { chromiumPath } from '../packed/page.ts';

const root = join(import.meta.dirname, '../../..');

/** A site that is served, until it is closed. */
export interface Site {
  readonly address: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** Builds and serves it with the command of the root, on a free port. */
export async function openSite(): Promise<Site> {
  const out = mkdtempSync(join(tmpdir(), 'questionnaire-'));
  const server = spawn(
    process.execPath,
    ['--conditions=@proviso/source', 'packages/questionnaire/site/serve.ts', '--port', '0', '--out', out],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    server.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /http:\/\/[\w.:]+\//.exec(text)?.[0];
      if (found !== undefined) resolve(found);
    });
    server.on('exit', () => reject(new Error(`the questionnaire was not served:\n${text}`)));
  });
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  return {
    address,
    browser,
    close: async () => {
      await browser.close();
      server.removeAllListeners('exit');
      server.kill();
      rmSync(out, { recursive: true, force: true });
    },
  };
}

/** The inside of a window, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A browser window of its own, that notes whatever is asked of other places, and whatever fails. */
export async function openWindow(
  { browser, address }: Site,
  size: Size = { width: 1000, height: 900 },
): Promise<{ readonly context: BrowserContext; readonly complaints: readonly string[] }> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  context.on('request', (request) => {
    const isOurs = [address, 'blob:', 'data:'].some((start) => request.url().startsWith(start));
    if (!isOurs) complaints.push(`asked for ${request.url()}`);
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { context, complaints };
}
