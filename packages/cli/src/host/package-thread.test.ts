import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compilePack } from '@proviso/compiler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { json } from '../template/facts-files.ts';
import { HostError } from './host.ts';
import { nodeHost } from './node-host.ts';

const text = `pack example.adults { title "Adults" version "1.0.0" period from 2020-01-01 }
source act "An Act" { status statute }
fact age: number { ask "How old?" say "the age is {value}" }
define adult { say "the person {is|is not} an adult" means age >= 18 cite act s.1 }
goal check "Is the person an adult?" { adult }
`;
const { value: pack } = compilePack(new Map([['pack.policy', text]]), 'pack.policy');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proviso-package-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('writes what describes the facts, and what it is given', async () => {
  if (pack === undefined) throw new Error('the pack has errors');
  const writer = nodeHost().startPackage();
  try {
    const out = join(folder, 'whole');
    writer.begin(out, pack.plan, pack.phrases);
    writer.write([['deep/inside/a.txt', 'a – b']]);
    await writer.written();
    const read = (path: string): string => readFileSync(join(out, path), 'utf8');
    expect(read('plan.json')).toBe(`${JSON.stringify(pack.plan)}\n`);
    expect(read('phrases.json')).toBe(json(pack.phrases));
    expect(read('deep/inside/a.txt')).toBe('a – b');
    expect(read('src/facts/check.ts')).toContain('age');
    expect(read('dist/zod/check.js')).toContain('age');
    expect(read('schema/check.schema.json')).toContain('How old?');
  } finally {
    await writer.stop();
  }
});

test('says why a folder cannot be written', async () => {
  if (pack === undefined) throw new Error('the pack has errors');
  writeFileSync(join(folder, 'file'), '');
  const writer = nodeHost().startPackage();
  try {
    writer.begin(join(folder, 'file/inner'), pack.plan, pack.phrases);
    const written = writer.written();
    await expect(written).rejects.toBeInstanceOf(HostError);
    await expect(written).rejects.toThrow('a part of the path is no folder');
  } finally {
    await writer.stop();
  }
});
