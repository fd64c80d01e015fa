/** The whole way from the text runs the suite: parser, checker, plan, interpreter. */
import { expect, test } from 'vitest';
import { expectAnswers, wholeSuite } from './expectations.ts';
import { interpreterOfText } from './text.ts';

test.each(wholeSuite())('$id', (suite) => {
  const { program, cases, reviewed } = suite;
  const fromText = interpreterOfText(program);
  expect(fromText.loaded.plan).toEqual(program.plan);
  expect(expectAnswers(fromText, suite)).toBe(cases.length + reviewed.length);
});
