/** What is told of generated programs: records hold and keep what is masked, interviews end, no explanation has a gap. */
import { explainCase, explainWhyNotCase } from '@proviso/cases';
import type { Json, JsonObject } from '@proviso/compiler/plan';
import { nextSteps, renderMarkdown, renderText, whatNext } from '@proviso/explain';
import { renderHtmlPage } from '@proviso/explain/html';
import {
  type Asked,
  caseOf,
  membersAt,
  nextNeed,
  questionOf,
  questionWords,
  valueAt,
} from '@proviso/interview';
import { makeRecord, readRecord, recompute, type RecordResult, replay, seal } from '@proviso/record';
import { recordHtml } from '@proviso/record/html';
import { type Assessment, type Day, formatDay, parseDay, type RankedNeed } from '@proviso/runtime';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Case, optionsOf } from '../generators/case-arbitrary.ts';
import { type Program, programsAndCases } from '../generators/program-arbitrary-compiled.ts';
import { unlessRefused } from '../support/program-answers.ts';
import { runsOfPrograms } from '../support/seed.ts';

const runs = runsOfPrograms(40);

/** Asserts a property of some cases of generated programs, whole and with facts left out; says of how many. */
function everyCase(property: (program: Program, sent: Case, facts: JsonObject, which: number) => void): void {
  let tried = 0;
  fc.assert(
    fc.property(programsAndCases, fc.nat(), ({ program, cases }, which) => {
      for (const sent of cases.slice(0, 3)) {
        if (unlessRefused(() => program.loaded.assess(sent.complete, optionsOf(sent))) === undefined)
          continue;
        for (const facts of [sent.complete, sent.partial]) {
          tried += 1;
          property(program, sent, facts, which);
        }
      }
    }),
    runs,
  );
  expect(tried).toBeGreaterThan(100);
}

const made = { on: '1999-01-01', program: '0' };

function recordOf(
  { pack: { plan, phrases }, loaded: { assess } }: Program,
  sent: Case,
  facts: JsonObject,
  mask: readonly string[],
): Exclude<RecordResult, { readonly problems: unknown }> {
  const { readings } = sent;
  const assessment = assess(facts, { ...optionsOf(sent), goals: ['everything'] });
  const salt = (): string => '0'.repeat(64);
  const given = { plan, phrases, facts, assessment, assess, readings, title: 'x', made, mask, salt };
  const result = makeRecord(given);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}

/** Pointers to the dates among facts. */
function datesIn(value: Json, pointer = ''): readonly (readonly [pointer: string, date: string])[] {
  if (typeof value === 'string') return parseDay(value) === undefined ? [] : [[pointer, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => datesIn(part, `${pointer}/${key}`));
}

function dateOf(facts: JsonObject, which: number): readonly [pointer: string, date: string] | undefined {
  const dates = datesIn(facts).filter(([, date]) => date !== '9999-12-31');
  return dates.length === 0 ? undefined : dates[which % dates.length];
}

test('a record can be read back and holds when it is replayed, masked or not', () => {
  everyCase((program, sent, facts, which) => {
    const { plan, phrases } = program.pack;
    const assessor = { plan, phrases, assess: program.loaded.assess };
    const date = dateOf(facts, which);
    for (const mask of [[], ...(date === undefined ? [] : [[date[0]]])]) {
      const { record, openings } = recordOf(program, sent, facts, mask);
      const sealed = seal(record);
      expect(readRecord(JSON.parse(JSON.stringify(sealed)))).toEqual({ value: sealed });
      expect(recordHtml(sealed)).not.toMatch(gap);
      const again = recompute(record, assessor, { openings });
      if ('cannot' in again) throw new Error(again.cannot);
      expect(replay(record, assessor, again, '0')).toMatchObject({ holds: true, altered: [] });
    }
  });
});

const aDate =
  /\d{4}-\d{2}-\d{2}|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/g;

test('a record with a masked date is the same on the day after, unless it decides otherwise', () => {
  const seen = { same: 0, otherwise: 0 };
  everyCase((program, sent, facts, which) => {
    const date = dateOf(facts, which);
    if (date === undefined) return;
    const [pointer, day] = date;
    const after = formatDay(((parseDay(day) ?? 0) + 1) as Day);
    const later = withValue(facts, pointer.slice(1).split('/'), after) as JsonObject;
    const both = [facts, later].map((given) =>
      unlessRefused(() =>
        JSON.stringify({ ...recordOf(program, sent, given, [pointer]).record, masked: [] }),
      ),
    );
    const [a, b] = both;
    if (a === undefined || b === undefined) return;
    const alike = a.replaceAll(aDate, '') === b.replaceAll(aDate, '');
    seen[alike ? 'same' : 'otherwise'] += 1;
    expect(alike ? b : a).toBe(a);
  });
  expect(seen.same).toBeGreaterThan(100);
});

function withValue(holder: Json, [key = '', ...rest]: readonly string[], value: Json): Json {
  const copy = (Array.isArray(holder) ? [...holder] : { ...(holder as JsonObject) }) as Record<string, Json>;
  copy[key] = rest.length === 0 ? value : withValue(copy[key] ?? null, rest, value);
  return copy;
}

test('an interview asks what can be answered, nothing twice, and ends with an answer', () => {
  let questions = 0;
  everyCase((program, sent) => {
    const { plan, phrases } = program.pack;
    const goals = [plan.goals[0]!.name];
    const asked: Asked[] = [];
    const assessed = (): Assessment =>
      program.loaded.assess(caseOf(asked).facts, { ...optionsOf(sent), goals });
    const next = (): RankedNeed | undefined => nextNeed(assessed(), caseOf(asked).unknown, { lookAhead: 2 });
    for (let need = next(); need !== undefined; need = next()) {
      const { facts } = caseOf(asked);
      const { path, kind } = need;
      const list = kind === 'list';
      const listed = list ? membersAt(facts, path).length : 0;
      expect(questionWords(questionOf(need, plan, phrases), listed, phrases)).not.toMatch(gap);
      expect(list || asked.every((one) => one.path !== path)).toBe(true);
      const answer = list ? membersAt(sent.complete, path).length > listed : valueAt(sent.complete, path);
      expect(answer).toBeDefined();
      asked.push({ path, list, answer });
    }
    expect(assessed().needs).toEqual([]);
    questions += asked.length;
  });
  expect(questions).toBeGreaterThan(100);
});

/** What no sentence for people holds: a place that was not filled, a choice not made, a value without words. */
const gap = /undefined|\{value\}|\{[^{}|]*\|[^{}|]*\}|NaN|Infinity|\[object/;

test('no explanation has a gap, at any length, in any layout, of what is next or why something did not apply', () => {
  everyCase((program, sent, facts, which) => {
    const { phrases } = program.pack;
    const pack = { ...program.loaded, phrases };
    const options = optionsOf(sent);
    const assessment = pack.assess(facts, options);
    const names = [...Object.keys(assessment.definitions), ...Object.keys(assessment.rules)];
    const name = names[which % names.length] ?? '';
    for (const explanation of [
      ...(['short', 'standard', 'full'] as const).map((length) =>
        explainCase(pack, assessment, { facts, options }, { length, showPaths: true }),
      ),
      explainWhyNotCase({ pack, name }, assessment, { facts, options }),
      whatNext(nextSteps(assessment), assessment, phrases),
    ])
      for (const told of [renderText(explanation), renderMarkdown(explanation), renderHtmlPage(explanation)])
        expect(told).not.toMatch(gap);
  });
});
