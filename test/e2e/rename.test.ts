/** `proviso rename`, as an author runs it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { proviso, scratch } from './cli-run.ts';

const pack = `pack example.lending {
  title "Lending"
  version "1.0.0"
  period from 2024-01-01
}
import "facts.policy"
source book "Rules of the library" { status guidance }
bearer reader "the reader"
/// Speaks of \`lentOn\`, and keeps doing so.
rule giveBack for b: Book on reader {
  must "give the book back"
  when b.lentOn <= asOf
  done by b.returnedOn, no later than 28 days after b.lentOn
  except ill: b.borrowerIll cite book s.2
  cite book s.1
}
define excused {
  say "the reader {is|is not} excused"
  means giveBackByIllness or book.borrowerIll
  cite book s.2
}
define giveBackByIllness {
  say "an illness {excuses|does not excuse}"
  includes listed: book.borrowerIll cite book s.2
  cite book s.2
}
scenario "late" as of 2024-03-01 {
  given { book.lentOn: 2024-01-01  book.returnedOn: notYet  book.borrowerIll: no  otherwise.giveBackByIllness: no }
  expect { giveBack for book: breached  excused: no }
  cite book s.1
}
`;
const facts = `record Book "the book" {
  event lentOn { ask "When was it lent?" }
  event returnedOn { ask "When was it returned?" }
  fact borrowerIll: yesno { ask "Was the reader ill?" say "the reader {was|was not} ill" }
}
fact book: Book
`;

let folder: Awaited<ReturnType<typeof scratch>>;
const at = (file: string): string => join(folder.path, 'pack', file);
const textOf = async (file: string): Promise<string> => readFile(at(file), 'utf8');

beforeAll(async () => {
  folder = await scratch();
});
afterAll(async () => folder.remove());
beforeEach(async () => {
  await mkdir(join(folder.path, 'pack'), { recursive: true });
  await writeFile(at('pack.policy'), pack);
  await writeFile(at('facts.policy'), facts);
});

const run = async (...args: string[]) => proviso(['rename', 'pack', ...args], { cwd: folder.path });

describe('a rename', () => {
  test('of a fact reaches every file; comments keep their words; the pack means what it meant', async () => {
    const ran = await run('book.lentOn', 'takenOn');
    expect(ran).toEqual({
      code: 0,
      stderr: '',
      stdout: 'fact `Book.lentOn` renamed to `takenOn` in 4 places of 2 files\n',
    });
    expect(await textOf('facts.policy')).toBe(facts.replace('event lentOn', 'event takenOn'));
    expect(await textOf('pack.policy')).toBe(
      pack.replaceAll('b.lentOn', 'b.takenOn').replace('book.lentOn', 'book.takenOn'),
    );
    const tested = await proviso(['test', 'pack'], { cwd: folder.path });
    expect(tested).toMatchObject({ code: 0, stdout: '1 passed, 0 failed\n' });
  });

  test('of a statement takes along the judgement that is called after it', async () => {
    expect((await run('giveBackByIllness', 'illness')).code).toBe(0);
    expect(await textOf('pack.policy')).toBe(pack.replaceAll('giveBackByIllness', 'illness'));
  });

  test('asks which of several things of one name is meant', async () => {
    expect(await run('book', 'volume')).toMatchObject({
      code: 2,
      stderr:
        'error: `book` is the name of several things: fact, source\n  help: say which, as in `--kind fact`\n',
    });
    expect((await run('book', 'library', '--kind', 'source')).code).toBe(0);
    expect(await textOf('pack.policy')).toBe(
      pack.replace('source book', 'source library').replaceAll('cite book', 'cite library'),
    );
  });

  test('writes nothing in a dry run, and tells the places', async () => {
    expect(await run('Book.borrowerIll', 'sick', '--dry-run')).toMatchObject({
      code: 0,
      stdout: `pack/facts.policy:4:8
pack/pack.policy:14:17
pack/pack.policy:19:35
pack/pack.policy:24:25
pack/pack.policy:28:66
fact \`Book.borrowerIll\` would be renamed to \`sick\` in 5 places of 2 files
`,
    });
    expect(await textOf('pack.policy')).toBe(pack);
    const json = await run('Book.borrowerIll', 'sick', '--dry-run', '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      command: 'rename',
      kind: 'fact',
      name: 'Book.borrowerIll',
      to: 'sick',
      written: false,
      files: [{ file: 'pack/facts.policy', places: [{ line: 4, column: 8 }] }, { file: 'pack/pack.policy' }],
    });
  });
});

describe('nothing is renamed', () => {
  /** What is said of a rename that leaves the files as they are. */
  const refusal = async (...args: string[]): Promise<string> => {
    const { code, stderr } = await run(...args);
    expect([code, await textOf('pack.policy'), await textOf('facts.policy')]).toEqual([2, pack, facts]);
    return stderr;
  };

  test('to a name that is taken', async () => {
    expect(await refusal('Book.lentOn', 'returnedOn')).toBe(
      'error: `lentOn` cannot be renamed to `returnedOn`: `returnedOn` is declared twice\n',
    );
  });

  test('to what can be no name', async () => {
    expect(await refusal('excused', '2fast')).toBe(
      'error: `2fast` cannot be a name\n  help: a name begins with a letter; letters, digits and `_` follow\n',
    );
    expect(await refusal('excused', 'yes')).toBe(
      'error: `yes` has a meaning of its own\n  help: choose another name\n',
    );
    expect(await refusal('excused', 'excused')).toBe('error: the definition is called `excused` already\n');
  });

  test('where there is no such thing', async () => {
    expect(await refusal('excusd', 'x')).toBe(
      'error: nothing is called `excusd` here\n  help: did you mean `excused`?\n',
    );
    expect(await refusal('excused', 'x', '--kind', 'rule')).toBe(
      'error: there is no rule `excused` here\n  help: what has that name: definition\n',
    );
  });

  test('where two open grounds would have one name', async () => {
    const open = pack.replace(
      '  includes listed: book.borrowerIll cite book s.2\n',
      `  includes listed: book.borrowerIll cite book s.2
  except grace: book.lentOn <= asOf cite book s.2 {
    except otherwise "Is there another reason?"
  }
  except later: book.returnedOn <= asOf cite book s.2 {
    except otherwise "Is there yet another reason?"
  }
`,
    );
    await writeFile(at('pack.policy'), open);
    expect((await run('giveBackByIllness.later', 'Grace')).stderr).toBe(
      'error: `later` cannot be renamed to `Grace`: two open grounds would then have one name\n  help: choose another name\n',
    );
    expect(await textOf('pack.policy')).toBe(open);
  });

  test('in a pack with errors', async () => {
    await writeFile(at('pack.policy'), pack.replace('b.lentOn <=', 'b.lent <='));
    const { code, stderr } = await run('excused', 'x');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'error: the pack has errors, so that places of the name might be missed\n  help: mend them first, then rename\n',
    });
  });
});
