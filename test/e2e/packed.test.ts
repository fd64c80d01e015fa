import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openPage } from './packed/page.ts';
import { makeProject, nodes, runOn, typeCheck } from './packed/project.ts';

/** 52 × £1,150 is less than 5 × £12,000: within the cap of five weeks' rent. With no deposit known, only the list is asked for. */
const expected = {
  decided: { weeksAllowed: 5, withinCap: [true], noExcessDeposit: ['compliedWith'] },
  assessed: {
    verdict: 'noBreachFound',
    definitions: {
      weeksAllowed: { value: 5 },
      withinCap: { instances: [{ of: 'deposits[0]', value: 'yes' }], complete: true },
    },
    rules: {
      noExcessDeposit: { instances: [{ of: 'deposits[0]', status: 'compliedWith' }], complete: true },
    },
    needs: 0,
  },
  partly: { needs: ['tenancy.annualRent', 'deposits'], verdict: 'undetermined' },
};

describe('packed tarballs in an empty npm project', () => {
  let project: ReturnType<typeof makeProject> | undefined;
  beforeAll(() => {
    project = makeProject();
  }, 120_000);
  const folder = (): string => project?.folder ?? '';
  afterAll(() => {
    project?.remove();
  });

  it('type-check, and refuse wrong use', () => {
    expect(typeCheck(folder())).toBe('');
  });

  it('hold what an application imports and what it was built from, once, and a plan that is not laid out', () => {
    const installed = join(folder(), 'node_modules/housing-tenancy-deposits');
    expect(readdirSync(installed).toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'dist',
      'facts.schema.json',
      'package.json',
      'phrases.json',
      'plan.json',
      'policy',
      'schema',
    ]);
    expect(readFileSync(join(installed, 'plan.json'), 'utf8').trim()).not.toContain('\n');
  });

  it.each(nodes)('decide and assess on $name', ({ path }) => {
    const report = runOn(path, folder());
    expect(report).toMatchObject(expected);
    expect(report).toHaveProperty('unknownKey', [expect.stringContaining('tenancy.anualRent')]);
    expect(report).toHaveProperty('wrongType', [expect.stringContaining('tenancy.grantedOn')]);
  });

  it("decide and assess in Chromium under script-src 'self', and through the interpreter", async () => {
    expect(existsSync(chromiumPath), `${chromiumPath} is missing: install Debian's chromium`).toBe(true);
    const { text, complaints } = await openPage(folder());
    expect(complaints).toEqual([]);
    const { report, interpreted, codeFromText } = JSON.parse(text) as Record<string, unknown>;
    expect(codeFromText).toBe('refused');
    expect(report).toMatchObject(expected);
    expect(interpreted).toEqual({
      verdict: 'noBreachFound',
      definitions: (report as { assessed: { definitions: unknown } }).assessed.definitions,
      rules: (report as { assessed: { rules: unknown } }).assessed.rules,
    });
  });
});
