import { Command, type Option } from 'commander';
import { expect, test } from 'vitest';
import { collect, readReading } from '../dates.ts';
import { registerAsk } from './ask.ts';
import { registerAssess } from './assess.ts';
import { registerDiff } from './diff.ts';
import { registerHandbook } from './handbook.ts';
import { formatAsked, formatOption, isRepeatable, refuseRepeated } from './options.ts';
import { registerRecord } from './record.ts';
import { registerReplay } from './replay.ts';
import { registerReview } from './review.ts';
import { registerSources } from './sources.ts';

function parse(args: readonly string[]): unknown {
  const command = new Command('try')
    .option('--one <value>')
    .option('--some <value...>', '', collect)
    .option('--reading <value>', '', readReading)
    .option('--flag')
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  refuseRepeated(command);
  return command.parse(args, { from: 'user' }).opts();
}

test('an option with one value is given once', () => {
  expect(parse(['--one', 'a', '--flag', '--flag'])).toEqual({ one: 'a', flag: true });
  expect(() => parse(['--one', 'a', '--one', 'b'])).toThrow("option '--one <value>' is given twice");
});

test('an option that gathers values may be repeated', () => {
  expect(parse(['--some', 'a', 'b', '--some', 'c,d', '--reading', 'x=y', '--reading', 'z=y'])).toEqual({
    some: ['a', 'b', 'c', 'd'],
    reading: { x: 'y', z: 'y' },
  });
});

test('where an option may be repeated, its help says so, and nowhere else', () => {
  const program = new Command();
  for (const register of [
    registerAsk,
    registerAssess,
    registerDiff,
    registerHandbook,
    registerRecord,
    registerReplay,
    registerReview,
    registerSources,
  ])
    register(program, () => Promise.resolve());
  const options: readonly Option[] = program.commands.flatMap((command) => command.options);
  const says = options.filter(({ description }) => /may be repeated|twice for/.test(description));
  expect(says.length).toBeGreaterThan(10);
  expect(says.filter((option) => !isRepeatable(option)).map(({ flags }) => flags)).toEqual([]);
  const silent = options.filter((option) => isRepeatable(option) && !says.includes(option));
  expect(silent.filter(({ variadic }) => !variadic).map(({ flags }) => flags)).toEqual([]);
});

test('a default that the help tells is a word', () => {
  const program = new Command();
  for (const register of [registerHandbook, registerSources]) register(program, () => Promise.resolve());
  for (const command of program.commands) expect(command.helpInformation()).not.toMatch(/default: [{[]/);
});

test('the format asked for is known where it is that of the result, however it is written', () => {
  const command = new Command('try').addOption(formatOption(['text', 'json']));
  expect(formatAsked(command, ['--format', 'json'])).toBe('json');
  expect(formatAsked(command, ['x', '--format=json', '--y'])).toBe('json');
  expect(formatAsked(command, ['--form', 'json'])).toBeUndefined();
  expect(formatAsked(new Command('try').option('--format <form>'), ['--format', 'json'])).toBeUndefined();
});
