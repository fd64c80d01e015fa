/** The application in headless Chromium, under a policy that runs no code but the page's own files. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '../../..');

/** Where Debian's package puts it. */
export const chromiumPath = '/usr/bin/chromium';

async function bundle(folder: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: ['browser.ts'],
    bundle: true,
    format: 'esm',
    write: false,
    platform: 'browser',
    alias: { '@proviso/compiler/interpret': join(root, 'packages/compiler/dist/interpret/index.js') },
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** What the page wrote, and what the browser complained of. */
export async function openPage(
  folder: string,
): Promise<{ readonly text: string; readonly complaints: readonly string[] }> {
  const files = new Map([
    [
      '/',
      {
        type: 'text/html',
        text: '<!doctype html><title>Consumer</title><body><script type="module" src="/browser.js"></script>',
      },
    ],
    ['/browser.js', { type: 'text/javascript', text: await bundle(folder) }],
  ]);
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8`,
      'content-security-policy': "default-src 'none'; script-src 'self'",
    });
    response.end(file?.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.waitForFunction("document.body.textContent.startsWith('{')", undefined, { timeout: 20_000 });
    return { text: (await page.textContent('body')) ?? '', complaints };
  } finally {
    await browser.close();
    server.close();
  }
}
