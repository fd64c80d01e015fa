/** A page of one file: its script and its styles stand in it, and its own policy allows that script and no other. */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** What the page is filled in with when a pack is put into it. */
export const packPlace = '__PACK__';

/** Puts what was built into the page. */
export function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle: (_options, bundle) => {
      const files = Object.values(bundle);
      const page = files.find(({ fileName }) => fileName === 'index.html');
      if (page?.type !== 'asset') throw new Error('the build made no page');
      const scripts = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
      const styles = files.flatMap((file) =>
        file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
      );
      const [script, ...others] = scripts;
      if (script === undefined || others.length > 0)
        throw new Error(`the build made ${scripts.length} scripts`);
      // Inside a script its own end could be taken for the end of the script,
      // and, after what begins a comment, its beginning. Both stand in texts of the code only.
      const code = script
        .replaceAll('</script', String.raw`<\/script`)
        .replaceAll('<!--', String.raw`\x3C!--`);
      page.source = String(page.source)
        .replace(/<script type="module"[^>]*><\/script>\s*/, '')
        .replace(/<link rel="stylesheet"[^>]*>\s*/, '')
        .replace('__SCRIPT__', () => `'sha256-${createHash('sha256').update(code).digest('base64')}'`)
        .replace('</head>', () => `<style>${styles.join('\n')}</style>\n</head>`)
        .replace('</body>', () => `<script type="module">${code}</script>\n</body>`);
      for (const { fileName } of files) if (fileName !== page.fileName) delete bundle[fileName];
    },
  };
}
