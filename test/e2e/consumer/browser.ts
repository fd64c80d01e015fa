// In a browser: the same application, and the same pack through the interpreter, which generates no code.
import { loadPlan } from '@proviso/compiler/interpret';
import plan from 'housing-tenancy-deposits/plan.json' with { type: 'json' };
import { report } from './consumer.ts';

const interpreted = loadPlan(plan).assess(
  {
    tenancy: {
      assuredShorthold: true,
      annualRent: 12000,
      socialHousingOrLongLease: false,
      grantedOn: '2021-01-04',
    },
    deposits: [{ required: true, amount: 1150 }],
  },
  { asOf: '2024-05-01', goals: ['amount'] },
);

let codeFromText = 'allowed';
try {
  Function('return 1')();
} catch {
  codeFromText = 'refused';
}

document.body.textContent = JSON.stringify({
  report,
  interpreted: { verdict: interpreted.verdict, definitions: interpreted.definitions, rules: interpreted.rules },
  codeFromText,
});
