// Builds the questionnaire and serves it on this machine: `pnpm questionnaire [--port N] [--out DIR]`.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, type InlineConfig, preview } from 'vite';
import { packModule } from './pack-module.ts';
import { asPlainSite } from './as-plain-site.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4173' }, out: { type: 'string', default: 'dist' } },
});

const root = join(import.meta.dirname, '..');
const config: InlineConfig = {
  root,
  configFile: false,
  // Works from any folder of any server.
  base: './',
  logLevel: 'warn',
  plugins: [packModule(join(root, '../../policies/ico-political-campaigning'))],
  resolve: { conditions: ['@proviso/source', 'module', 'browser', 'production'] },
  css: { postcss: { plugins: [asPlainSite] } },
  build: {
    outDir: values.out,
    emptyOutDir: true,
    // The pack is one large chunk that is loaded after the first page.
    chunkSizeWarningLimit: 4000,
    modulePreload: { polyfill: false },
    // No picture or style as data inside a file: the page's own policy allows files only.
    assetsInlineLimit: 0,
    // Compiling the pack is what takes its time, and that is known.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  preview: { port: Number(values.port), host: '127.0.0.1', strictPort: false },
};

await build(config);
const server = await preview(config);
console.log(`The questionnaire is at ${server.resolvedUrls?.local[0] ?? ''} (Ctrl-C ends it).`);
