/** Whether what a function is given is a record, by the shape that it is read by; for callers whose types nobody checked. */
import { checkShape, type Shape } from '@proviso/compiler/plan';
import { recordLimits, recordShape, recordShapes, sealedShape } from './record-shape.ts';

/** Throws a `TypeError` where this is no record, such as could be read back. */
export function checkRecord(record: unknown): void {
  checkIs(record, recordShape, 'a decision record was expected, as `makeRecord` gives it');
}

/** Throws a `TypeError` where this is no sealed record. */
export function checkSealed(sealed: unknown): void {
  checkIs(sealed, sealedShape, 'a sealed record was expected, as `seal` or `readRecord` gives it');
}

/** Throws a `TypeError` with the first thing that is wrong. */
export function checkIs(value: unknown, shape: Shape, what: string): void {
  const [problem] = checkShape(value, shape, recordShapes, { ...recordLimits, problems: 1 });
  if (problem === undefined) return;
  throw new TypeError(
    `${what}: ${problem.pointer === '' ? 'the whole' : problem.pointer} ${problem.message}`,
  );
}
