import { compilePack } from '@proviso/compiler';
import { describe, expect, test } from 'vitest';
import { proverOf } from '../decide/prover-of.ts';
import { proveInvariants } from '../prove/invariants.ts';
import { boundsFor } from './counts.ts';
import { Translation } from './translator.ts';
import { type Bounds, defaultBounds } from './variables.ts';

const plan = (n: number, claim: string): Parameters<typeof Translation.of>[0] => {
  const text = `pack demo { title "A demonstration" version "1.0.0" period from 2020-01-01 }
source act "The Parcels Act" { status statute }
record Parcel "the parcel" { fact heavy: yesno { ask "Is it heavy?" say "it {is|is not} heavy" } }
fact parcels: list of Parcel
fact insured: yesno { ask "Insured?" say "they {are|are not} insured" }
define many {
  say "there {are|are not} many"
  means at least ${n} p in parcels has p.heavy
  cite act s.1
}
invariant promise { ${claim} because "the Act says so" cite act s.1 }
`;
  const { value, diagnostics } = compilePack(new Map([['demo.policy', text]]), 'demo.policy');
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value!.plan;
};

const prover = proverOf({ solver: 'none' });
const verdict = async (of: ReturnType<typeof plan>, bounds: Bounds): Promise<unknown> =>
  (await proveInvariants(Translation.of(of, bounds), prover)).map((each) =>
    each.verdict === 'notDecided' ? each.because : each.verdict,
  );

describe('the lists of a proof', () => {
  test.each([
    [1, 2],
    [2, 3],
    [4, 5],
    [5, 6],
    [9, 6],
  ])('that counts %i are of up to %i elements', (n, length) => {
    const bounds = boundsFor([plan(1, 'never many and insured'), plan(n, 'never many and insured')]);
    expect(bounds).toEqual({ ...defaultBounds, listLength: length });
  });

  test('are long enough for a count to refute what it refutes', async () => {
    const counting = plan(4, 'never many and insured');
    expect(await verdict(counting, boundsFor([counting]))).toEqual(['refuted']);
    expect(await verdict(counting, defaultBounds)).toEqual(['listLength']);
  });

  test('prove nothing of a count that they do not reach', async () => {
    const counting = plan(9, 'never many and insured');
    expect(await verdict(counting, boundsFor([counting]))).toEqual(['listLength']);
    const aside = plan(9, 'always insured or not insured');
    expect(await verdict(aside, boundsFor([aside]))).toEqual(['proved']);
  });

  test('prove what holds of a count that they reach', async () => {
    const counting = plan(4, 'always not many or some p in parcels has p.heavy');
    expect(await verdict(counting, boundsFor([counting]))).toEqual(['proved']);
  });
});
