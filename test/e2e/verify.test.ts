/** `proviso verify` and `proviso find`, as a user runs them. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { proviso } from '../support/run-proviso.ts';

const policy = `pack example.lending {
  title "Lending rules"
  version "1.0.0"
  period from 2024-01-01 ceasing 2030-01-01
}
source rules "Rules of the library" { status guidance }
bearer reader "the reader"

record Book "the book" {
  event lentOn { ask "When was it lent?" say "the book was lent on {value}" }
  event returnedOn { ask "When was it returned?" say "the book was returned on {value}" }
  fact price: decimal(2) { ask "What did it cost?" say "the book cost {value}" }
}
fact books: list of Book
fact readerIsStaff: yesno { ask "Is the reader on the staff?" say "the reader {is|is not} on the staff" }

ambiguity whenDue {
  reading month "a month is a calendar month" default
  reading weeks "a month is four weeks"
  cite rules s.2
}
define dear for b: Book {
  say "the book {is|is not} dear"
  means b.price > 100.00
  cite rules s.1
}
rule returnBook for b: Book on reader {
  must "return the book"
  when b.lentOn <= asOf and not readerIsStaff
  done by b.returnedOn, no later than by reading whenDue {
    month: 1 month after b.lentOn
    weeks: 4 weeks after b.lentOn
  }
  cite rules s.2
}
invariant staffOweNothing for b: Book {
  never readerIsStaff and b.returnBook.breached
  because "the staff may keep books"
  cite rules s.2
}
invariant neverLateInFourWeeks for b: Book {
  always not b.returnBook.breached or asOf > 31 days after b.lentOn
  because "a month has up to 31 days"
  cite rules s.2
}
`;

let folder = '';
let at = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proviso-verify-'));
  at = join(folder, 'lending');
});
beforeEach(async () => writePack(policy));
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function writePack(text: string): Promise<void> {
  await rm(at, { recursive: true, force: true });
  await mkdir(at, { recursive: true });
  await writeFile(join(at, 'pack.policy'), text);
}

interface Report {
  readonly counts: Readonly<Record<string, number>>;
  readonly invariants: readonly { readonly name: string; readonly verdict: string }[];
  readonly findings: readonly {
    readonly code: string;
    readonly message: string;
    readonly scenario?: string;
    readonly place: { readonly start: { readonly line: number } };
  }[];
  readonly bounds: { readonly listLength: number };
}

async function report(
  ...flags: readonly string[]
): Promise<{ readonly code: number; readonly report: Report }> {
  const { code, output } = await proviso('verify', at, '--format', 'json', ...flags);
  return { code, report: JSON.parse(output) as Report };
}

describe('verify', () => {
  test('proves what holds and refutes what does not, on the reading and the dates that do it', async () => {
    const { code, report: found } = await report('--no-cache');
    expect(found.invariants).toEqual([
      { name: 'staffOweNothing', verdict: 'proved' },
      { name: 'neverLateInFourWeeks', verdict: 'refuted' },
    ]);
    expect(code).toBe(1);
    expect(found.bounds.listLength).toBe(2);
    const [finding] = found.findings;
    expect(finding?.code).toBe('invariant-refuted');
    expect(policy.split('\n')[(finding?.place.start.line ?? 0) - 1]).toContain('neverLateInFourWeeks');
    // The reading is part of the case, and the case passes as a scenario of the pack.
    expect(finding?.scenario).toMatch(/reading whenDue: weeks|returnedOn: notYet/);
    await writePack(`${policy}\n${finding?.scenario ?? ''}`);
    const tested = await proviso('test', at);
    expect(tested.output).toContain('1 passed, 0 failed');
  });

  test('an invariant that holds in calendar months and not in weeks is refuted by weeks', async () => {
    const narrower = policy.replace(
      'asOf > 31 days after b.lentOn',
      'asOf > 28 days after b.lentOn or b.lentOn > asOf',
    );
    await writePack(narrower.replace('4 weeks after', '27 days after'));
    const { report: found } = await report('--no-cache');
    expect(found.findings[0]?.scenario).toContain('reading whenDue: weeks');
  });

  test('says how far it looked, and shows a case in words', async () => {
    const { code, output } = await proviso('verify', at, '--no-cache', '--list-length', '1');
    expect(code).toBe(1);
    expect(output).toContain('It says: a month has up to 31 days');
    expect(output).toContain('lists of up to one element');
    expect(output).toContain('As a scenario');
    expect(output).toMatch(/The first book: The book was lent on/);
  });

  test('what is not decided is never a pass: it is listed, and fails under --strict', async () => {
    const hard = policy.replace('asOf > 31 days after b.lentOn', 'asOf > 27 days after b.lentOn');
    await writePack(hard);
    const lax = await report('--no-cache', '--no-solver');
    expect(lax.report.counts['notDecided']).toBeGreaterThan(0);
    expect(lax.report.findings.some(({ code }) => code === 'not-decided')).toBe(true);
    expect(lax.report.invariants.map(({ verdict }) => verdict)).toContain('notDecided');
    expect(lax.code).toBe(0);
    expect((await report('--no-cache', '--no-solver', '--strict')).code).toBe(1);
    const whole = await report('--no-cache', '--strict');
    expect(whole.report.counts['notDecided']).toBe(0);
    expect(whole.code).toBe(0);
  });

  test('findings as SARIF, for machines that show them beside the text', async () => {
    const { output } = await proviso('verify', at, '--no-cache', '--format', 'sarif');
    const log = JSON.parse(output) as {
      readonly version: string;
      readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[];
    };
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0]?.results[0]?.ruleId).toBe('invariant-refuted');
  });

  test('what did not change is not asked again; a damaged cache is made anew', async () => {
    const cache = join(folder, 'cache');
    const first = await report('--cache', cache);
    const [file = ''] = await readdir(cache);
    const kept = await readFile(join(cache, file), 'utf8');
    expect(await report('--cache', cache)).toEqual(first);
    // The answers to questions outlive a change of another rule.
    const { memory } = JSON.parse(kept) as { readonly memory: Readonly<Record<string, unknown>> };
    await writePack(policy.replace('31 days after', '33 days after'));
    await report('--cache', cache);
    const changed = JSON.parse(await readFile(join(cache, file), 'utf8')) as {
      readonly memory: Readonly<Record<string, unknown>>;
    };
    const shared = Object.keys(memory).filter((digest) => Object.hasOwn(changed.memory, digest));
    expect(shared.length).toBeGreaterThan(0);
    expect(shared.length).toBeLessThan(Object.keys(memory).length);
    await writePack(policy);
    await writeFile(join(cache, file), '{ "format": 1, ');
    expect(await report('--cache', cache)).toEqual(first);
  });

  test('refuses wrong use, with what to do', async () => {
    expect(await proviso('verify', at, '--list-length', '99')).toMatchObject({
      code: 2,
      output: expect.stringContaining('A whole number from 0 to 12'),
    });
    expect((await proviso('verify', join(folder, 'nothing'))).code).toBe(2);
    const { code, output } = await proviso('verify', '--help');
    expect(code).toBe(0);
    expect(output).toContain('--strict');
  });
});

describe('find', () => {
  test('gives a case that the pack confirms, or says that there is none', async () => {
    const found = await proviso(
      'find',
      at,
      '--for',
      'b: Book',
      '--where',
      'b.returnBook.breached and b.dear',
      '--format',
      'json',
    );
    expect(found.code).toBe(0);
    const { scenario } = JSON.parse(found.output) as { readonly scenario: string };
    await writePack(`${policy}\n${scenario}`);
    expect((await proviso('test', at)).output).toContain('1 passed, 0 failed');
    await writePack(policy);
    const none = await proviso(
      'find',
      at,
      '--for',
      'b: Book',
      '--where',
      'b.returnBook.breached and readerIsStaff',
    );
    expect(none).toMatchObject({ code: 1, output: expect.stringContaining('There is no such case') });
  });

  test('points into a condition that cannot be read', async () => {
    const { code, output } = await proviso('find', at, '--where', 'readerIsStaf');
    expect(code).toBe(2);
    expect(output).toContain('--where:1:1');
    expect(output).toContain('did you mean `readerIsStaff`?');
  });

  test('does not find in a pack with errors, nor in a built one', async () => {
    await writePack(policy.replace('means b.price', 'means b.prize'));
    const broken = await proviso('find', at, '--where', 'readerIsStaff');
    expect(broken).toMatchObject({ code: 2, output: expect.stringContaining('has errors') });
    const built = join(
      import.meta.dirname,
      '..',
      '..',
      'policies',
      'ico-political-campaigning',
      'releases',
      '0.2.0',
    );
    const { code, output } = await proviso('find', built, '--where', 'directMarketing');
    expect(code).toBe(2);
    expect(output).toContain("give the folder of the pack's policies");
  });
});
