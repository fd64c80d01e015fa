/** Every citation of the pack is where it says it is, wherever a reviewer has the texts; and it keeps none of them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { policyTexts, repository } from '../support/read-pack.ts';
import { proviso } from '../support/run-proviso.ts';
import { overlap, readSources } from '../support/source-texts.ts';

const pack = join(repository, 'policies', 'ico-political-campaigning');
const shared = join(repository, '..', 'shared');
const files: Readonly<Record<string, string>> = {
  code: 'ico-draft-framework-code-2019.txt',
  olderGuidance: 'ico-guidance-on-political-campaigning.txt',
  letter2024: 'ico-letter-to-parties-2024-05-30.txt',
  callForViews: 'ico-call-for-views-2018.txt',
  microtargetingAdvice: 'ico-advice-on-microtargeting.txt',
};
const present = existsSync(join(shared, 'sources'));
if (!present)
  process.stdout.write(
    'the texts of the source are not beside this repository: no citation is compared with them\n',
  );

describe('the citations of the pack', () => {
  test.skipIf(!present)('stand in the texts that were recorded, at the places that they name', async () => {
    const texts = Object.entries(files).flatMap(([source, file]) => [
      '--text',
      `${source}=${join(shared, 'sources', file)}`,
    ]);
    const { code, output } = await proviso('sources', pack, ...texts, '--format', 'json');
    const { sources } = JSON.parse(output) as {
      readonly sources: readonly {
        readonly name: string;
        readonly anchors: number;
        readonly text?: {
          readonly found: number;
          readonly findings: readonly unknown[];
          readonly recorded: string;
        };
      }[];
    };
    const checked = sources.filter(({ name }) => name in files);
    expect(checked.map(({ name }) => name).toSorted()).toEqual(Object.keys(files).toSorted());
    for (const { name, anchors, text } of checked) {
      expect(text?.findings, name).toEqual([]);
      expect(text?.found, name).toBe(anchors);
      expect(text?.recorded, name).toBe('same');
    }
    expect(checked.find(({ name }) => name === 'code')?.anchors).toBeGreaterThan(700);
    expect(code, output).toBe(0);
  });

  test('are kept without the texts: a fingerprint of each, and no more', () => {
    const kept = JSON.parse(readFileSync(join(pack, 'fingerprints.json'), 'utf8'));
    expect(Object.keys(kept.sources).toSorted()).toEqual(Object.keys(files).toSorted());
    for (const each of Object.values(kept.sources))
      expect(Object.keys(each as object).toSorted()).toEqual(['checkedOn', 'sha256', 'words']);
  });

  test.skipIf(!present)('nothing but an anchor shares nine words in a row with the source', () => {
    const phrases = readSources(shared).runs(9);
    const wrong = [...policyTexts(pack)].flatMap(([path, text]) =>
      text
        .replaceAll(/^\s*\/\/\/? ?/gm, '')
        // A source is called by its name; anchors are quoted on purpose, and have eight words at the most.
        .replaceAll(/^source \w+ "[^"]*"/gm, ' | ')
        .replaceAll(/\b(?:p|para|s|art|reg|sch|box)\.[\w().]+(?: \w+\.[\w().]+)* "[^"]*"/g, ' | ')
        .split(/[|{}"]/)
        .flatMap((part) => {
          const found = overlap(part, phrases, 9);
          return found === undefined ? [] : [`${path}: ${found}`];
        }),
    );
    expect(wrong).toEqual([]);
  });
});
