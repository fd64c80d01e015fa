/** How sure the source is of its worked examples: scenarios state an answer, and not the certainty that comes with it. */
import { expect, test } from 'vitest';
import { askGoals } from '../support/asked-goals.ts';
import type { Facts } from '../support/case-facts.ts';
import { readPack } from '../support/read-pack.ts';

const compiled = readPack('ico-political-campaigning');
const goals = askGoals(compiled, {
  personalData: ['personalData'],
  compatibleByWeighing: ['compatibleByWeighing'],
  caseworkException: ['caseworkException'],
  article22Applies: ['article22Applies'],
});

test.each([
  // "So it is personal data": firm.
  ['EX-04: scores of support beside each elector', '2019-09-10', 'personalData', 'yes', undefined],
  [
    'EX-07: a survey on public transport used at a general election',
    '2019-12-01',
    'compatibleByWeighing',
    'no',
    'unlikely',
  ],
  [
    'EX-08: a Member writes to leaseholders at an election',
    '2019-12-01',
    'caseworkException',
    'no',
    'unlikely',
  ],
  ['EX-16: urging a minority not to vote', '2019-08-08', 'article22Applies', 'yes', 'very likely'],
  ['EX-17: waiting times and the bereaved', '2019-08-08', 'article22Applies', 'yes', 'very likely'],
] as const)('%s', (name, asOf, answer, value, certainty) => {
  const scenario = compiled.plan.scenarios.find((each) => each.name === name);
  if (scenario === undefined) throw new Error(`the pack has no scenario of this name: ${name}`);
  const facts: Facts = { ...scenario.facts };
  const { definitions } = goals[answer].assess({ facts, asOf, readings: {} });
  expect(definitions[answer]).toMatchObject({ value });
  const told = definitions[answer];
  expect(told !== undefined && 'certainty' in told ? told.certainty : undefined).toEqual(
    certainty === undefined ? undefined : [certainty],
  );
});
