import * as fc from 'fast-check';
import { sliceOf } from '@proviso/compiler/plan';
import { readPack } from './support/read-pack.ts';
import { askGoals, answersOf } from './support/asked-goals.ts';
import { caseMaker } from './support/pack-cases.ts';
const compiled = readPack('ico-political-campaigning');
const { plan } = compiled;
let t = performance.now();
const { everything } = askGoals(compiled, { everything: 'everything' });
console.log('emit', performance.now() - t);
const maker = caseMaker(plan);
const counts = new Map<string, Record<string, number>>();
const T = { a: 0, g: 0 };
const tot = { n: 0, skip: 0 };
t = performance.now();
for (const complete of [false, true])
  for (const rule of plan.rules) {
    const aim = { answers: [rule.name], ...sliceOf(plan, [rule.name]) };
    for (const each of fc.sample(complete ? maker.completeCasesOf(aim) : maker.casesOf(aim), {
      numRuns: 2,
      seed: 7,
    })) {
      tot.n++;
      try {
        let q = performance.now();
        const { assessment } = everything.mended(each);
        T.a += performance.now() - q;
        for (const a of answersOf(assessment)) {
          const c = counts.get(a.name) ?? {};
          c[a.value] = (c[a.value] ?? 0) + 1;
          counts.set(a.name, c);
        }
      } catch (e) {
        tot.skip++;
        if (tot.skip < 4) console.log(String(e).slice(0, 500));
      }
    }
  }
console.log(T.a / tot.n, (performance.now() - t) / tot.n, 'ms', tot);
for (const r of plan.rules) {
  const c = counts.get(r.name) ?? {};
  const breached = (c.breached ?? 0) + (c.departedFrom ?? 0);
  const applies = breached + (c.compliedWith ?? 0) + (c.notYetDue ?? 0) + (c.permitted ?? 0);
  if (
    applies === 0 ||
    (r.modality !== 'may' && breached === 0) ||
    !c.undetermined ||
    !c.doesNotApply ||
    (r.modality !== 'may' && !c.compliedWith)
  )
    console.log(r.name, r.modality, JSON.stringify(c));
}
