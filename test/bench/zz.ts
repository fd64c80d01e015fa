import * as L from '@proviso/language';
import * as C from '@proviso/compiler';
import { loadPlan } from '@proviso/compiler/interpret';
import { readFileSync, writeFileSync } from 'node:fs';
import { ofLines, withReading } from './generated.ts';
import { seeded } from './random.ts';
import { randomCaseA, answersA } from './rule-a.ts';
import { randomCaseB, answersB, asOfB } from './rule-b.ts';
import { decide as fa } from './floors/rule-a.ts';
import { decide as fb } from './floors/rule-b.ts';
import { jsonFactsB, halfOf } from './partial.ts';
const P: any = L; const Q: any = C;
console.log(Object.keys(L), Object.keys(C));
const truth = (v: any) => v==='yes'?true:v==='no'?false:v;
for (const n of ['rule-a','rule-b']) { const u = new URL(`./policies/${n}/pack.policy`, import.meta.url); let t = readFileSync(u,'utf8');
 if (P.formatFile) { const f = P.parseFile(t,'pack.policy'); const o = P.formatFile(f.value, t); if (o !== t) { console.log('reformatted'); writeFileSync(u, o); t = o; } }
 const files = new Map([['pack.policy', t]]);
 const c = P.checkPack(files,'pack.policy'); console.log(n, c.diagnostics.length, c.diagnostics);
 if (n==='rule-a') console.log(P.checkPack(withReading(files),'pack.policy').diagnostics);
 const { plan } = Q.buildPlan ? Q.buildPlan(c.value) : (await import('../../packages/compiler/src/6-plan/build-plan.ts' as string) as any).buildPlan(c.value);
 const { assess } = loadPlan(plan);
 const r = seeded(3); let bad = 0;
 for (let i=0;i<500;i++) {
   if (n==='rule-a') { const k = randomCaseA(r); const a = assess(k, {asOf:'2026-07-01'}); const d: any = a.definitions; if (answersA(fa(k)) !== answersA({liveCallBarred:truth(d.liveCallBarred.value),emailBarred:truth(d.emailBarred.value),paragraph22:truth(d.paragraph22.value)})) { if (!bad++) console.log(JSON.stringify(k), JSON.stringify(a.definitions)); } }
   else { const k = randomCaseB(r); const a = assess(jsonFactsB(k), {asOf:'2026-07-01'}); const d: any = a.definitions; const s=(a.rules as any).informIndirect.status; if (answersB(fb(k,asOfB)) !== answersB({informIndirect:s,objectionStands:truth(d.objectionStands.value),decisionRestricted:truth(d.decisionRestricted.value)})) { if (!bad++) console.log(JSON.stringify(jsonFactsB(k)), answersB(fb(k,asOfB)), JSON.stringify([a.definitions,a.rules],null,1)); } }
 }
 console.log('bad', bad);
}
{ const t = readFileSync(new URL(`./policies/rule-a/pack.policy`, import.meta.url),"utf8");
for (const lines of [2000, 10000]) { const pk = ofLines(new Map([['pack.policy',t]]),lines);
for (let i=0;i<5;i++) { const s=performance.now(); const c = P.checkPack(pk,'pack.policy'); const m=performance.now(); if (!c.value) {console.log(c.diagnostics.slice(0,3)); break;} const p = (await import('../../packages/compiler/src/6-plan/build-plan.ts' as string) as any).buildPlan(c.value); console.log(lines, 'check', (m-s).toFixed(0), 'plan', (performance.now()-m).toFixed(0)); } } }
