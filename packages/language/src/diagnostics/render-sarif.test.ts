import { describe, expect, test } from 'vitest';
import { checkPack } from '../5-check/check-pack.ts';
import { parseFile } from '../parse-file.ts';
import { catalogue } from './catalogue.ts';
import { renderSarif } from './render-sarif.ts';

// The parts of the OASIS schema of SARIF 2.1.0 that a log of ours uses: of each object the properties that it must and may
// have. The schema allows no others.
const objects: Readonly<
  Record<string, { readonly must: readonly string[]; readonly may: readonly string[] }>
> = {
  sarifLog: { must: ['version', 'runs'], may: ['$schema'] },
  run: { must: ['tool'], may: ['results', 'columnKind'] },
  tool: { must: ['driver'], may: [] },
  toolComponent: { must: ['name'], may: ['semanticVersion', 'rules'] },
  reportingDescriptor: { must: ['id'], may: ['fullDescription', 'defaultConfiguration'] },
  multiformatMessageString: { must: ['text'], may: [] },
  reportingConfiguration: { must: [], may: ['level'] },
  result: {
    must: ['message'],
    may: ['ruleId', 'ruleIndex', 'level', 'locations', 'relatedLocations', 'fixes'],
  },
  message: { must: ['text'], may: [] },
  location: { must: [], may: ['id', 'message', 'physicalLocation'] },
  physicalLocation: { must: ['artifactLocation'], may: ['region'] },
  artifactLocation: { must: [], may: ['uri'] },
  region: { must: [], may: ['startLine', 'startColumn', 'endLine', 'endColumn'] },
  fix: { must: ['artifactChanges'], may: ['description'] },
  artifactChange: { must: ['artifactLocation', 'replacements'], may: [] },
  replacement: { must: ['deletedRegion'], may: ['insertedContent'] },
  artifactContent: { must: [], may: ['text'] },
};

/** What the schema says a property holds, where that is an object or a list of them. */
const kinds: Readonly<Record<string, string>> = {
  runs: 'run',
  tool: 'tool',
  driver: 'toolComponent',
  rules: 'reportingDescriptor',
  fullDescription: 'multiformatMessageString',
  defaultConfiguration: 'reportingConfiguration',
  results: 'result',
  message: 'message',
  description: 'message',
  locations: 'location',
  relatedLocations: 'location',
  physicalLocation: 'physicalLocation',
  artifactLocation: 'artifactLocation',
  region: 'region',
  deletedRegion: 'region',
  fixes: 'fix',
  artifactChanges: 'artifactChange',
  replacements: 'replacement',
  insertedContent: 'artifactContent',
};

/** Lists that the schema wants something in. */
const neverEmpty = new Set(['artifactChanges', 'replacements']);

function faults(value: unknown, kind: string, at: string): readonly string[] {
  const shape = objects[kind];
  if (shape === undefined || typeof value !== 'object' || value === null) return [`${at}: no ${kind}`];
  const entries = Object.entries(value);
  const missing = shape.must.filter((key) => !(key in value)).map((key) => `${at}: no ${key}`);
  const inner = entries.flatMap(([key, part]) => {
    const here = `${at}.${key}`;
    if (![...shape.must, ...shape.may].includes(key)) return [`${here}: not allowed`];
    const of = kinds[key];
    if (of === undefined) return scalarFaults(key, part, here);
    if (!Array.isArray(part)) return faults(part, of, here);
    if (part.length === 0 && neverEmpty.has(key)) return [`${here}: empty`];
    return part.flatMap((each: unknown, i) => faults(each, of, `${here}[${i}]`));
  });
  return [...missing, ...inner];
}

function scalarFaults(key: string, value: unknown, at: string): readonly string[] {
  const whole = (least: number): boolean => Number.isInteger(value) && Number(value) >= least;
  const fine = (): boolean => {
    switch (key) {
      case 'startLine':
      case 'startColumn':
      case 'endLine':
      case 'endColumn':
        return whole(1);
      case 'ruleIndex':
      case 'id':
        return typeof value === 'string' || whole(0);
      case 'level':
        return ['none', 'note', 'warning', 'error'].includes(String(value));
      case 'columnKind':
        return value === 'utf16CodeUnits';
      case 'uri':
        return typeof value === 'string' && /^(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$/.test(value);
      default:
        return typeof value === 'string' && value !== '';
    }
  };
  return fine() || key === 'text' ? [] : [`${at}: ${String(value)}`];
}

function packOf(example: (typeof catalogue)[number]['bad']): ReadonlyMap<string, string> {
  if (typeof example === 'string') return new Map([['main.policy', example]]);
  if ('files' in example) return new Map(Object.entries(example.files));
  return new Map([['main.policy', example.make()]]);
}

describe('a log has what the schema of SARIF 2.1.0 wants, and nothing that it does not know', () => {
  test.each(catalogue)('$code', ({ bad }) => {
    const files = packOf(bad);
    const [entry = ''] = files.keys();
    const log = renderSarif(checkPack(files, entry).diagnostics, files, '1.2.3');
    expect(faults(log, 'sarifLog', '$')).toEqual([]);
  });

  test('and so has one without results', () => {
    expect(faults(renderSarif([], new Map(), '1.2.3'), 'sarifLog', '$')).toEqual([]);
  });
});

describe('a message and its help are sentences', () => {
  test.each(catalogue)('$code', ({ bad }) => {
    const files = packOf(bad);
    const [entry = ''] = files.keys();
    const { diagnostics } = checkPack(files, entry);
    const log = renderSarif(diagnostics, files, '1.2.3');
    const [run] = log.runs as readonly [{ results: readonly { message: { text: string } }[] }];
    for (const [index, { message }] of run.results.entries()) {
      expect(message.text).toMatch(/^[^a-z].*[.?!…]$/su);
      const { help } = diagnostics[index] ?? {};
      if (help === undefined) continue;
      const shown = help.charAt(0).toUpperCase() + help.slice(1);
      expect(message.text).toMatch(/[.?!…] /u);
      expect(message.text.slice(1)).toContain(` ${shown}`);
    }
  });

  test('joined as people write them', () => {
    const files = new Map([['main.policy', 'bearer carrier "the carrier"\n']]);
    const log = renderSarif(checkPack(files, 'main.policy').diagnostics, files, '1.2.3');
    expect(JSON.stringify(log)).toContain(
      JSON.stringify(
        'The entry file does not declare its pack. Begin it with `pack name { title "…" version "0.1.0" period from 2020-01-01 }`.',
      ),
    );
  });
});

describe('places', () => {
  const bad = 'define d {\n  means "🙂é" is "x" && b\n  cite code p.1\n}\n';
  const physical = (file: string): object => {
    const log = renderSarif(parseFile(bad, file).diagnostics, new Map([[file, bad]]), '1.2.3');
    const [run] = log.runs as readonly [{ results: [{ locations: [{ physicalLocation: object }] }] }];
    return run.results[0].locations[0].physicalLocation;
  };

  test('columns count from one in UTF-16 units, the end is the column after', () => {
    const line = bad.split('\n')[1] ?? '';
    const column = line.indexOf('&&') + 1;
    expect(column).toBe(22);
    expect(physical('a.policy')).toMatchObject({
      region: { startLine: 2, startColumn: column, endLine: 2, endColumn: column + 2 },
    });
  });

  test.each([
    ['a b/c#d.policy', 'a%20b/c%23d.policy'],
    ['a\\b.policy', 'a/b.policy'],
    ['50%.policy', '50%25.policy'],
    ['é🙂.policy', '%C3%A9%F0%9F%99%82.policy'],
    ['c:d.policy', 'c%3Ad.policy'],
    ['half\ud83d.policy', 'half%EF%BF%BD.policy'],
  ])('the file %s is the reference %s', (file, uri) => {
    expect(physical(file)).toMatchObject({ artifactLocation: { uri } });
  });
});
