// An application that embeds the built pack `housing.tenancyDeposits`: type-checked, and run on each supported Node.
// Every `@ts-expect-error` is wrong use that must not compile.
import { FactsError, day } from '@proviso/runtime';
import {
  assessAmount,
  completeAmount,
  decideAmount,
  type AmountComplete,
  type AmountFacts,
} from 'housing-tenancy-deposits/goal/amount';

const facts: AmountFacts = {
  tenancy: {
    assuredShorthold: true,
    annualRent: 12000,
    socialHousingOrLongLease: false,
    grantedOn: '2021-01-04',
  },
  deposits: [{ required: true, amount: 1150 }],
};

const complete: AmountComplete = completeAmount(facts);
const decided = decideAmount(complete, day('2024-05-01'));
const assessed = assessAmount(facts, { asOf: '2024-05-01' });
const partly = assessAmount({ tenancy: { assuredShorthold: true } }, { asOf: '2024-05-01' });

function problemsOf(use: () => unknown): readonly string[] {
  try {
    use();
  } catch (error) {
    if (error instanceof FactsError) return error.problems.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

// @ts-expect-error a key that the vocabulary does not have
const unknownKey = problemsOf(() => assessAmount({ tenancy: { anualRent: 12000 } }, { asOf: '2024-05-01' }));
// @ts-expect-error a date is not a number at the boundary
const wrongType = problemsOf(() => assessAmount({ tenancy: { grantedOn: 20210104 } }, { asOf: '2024-05-01' }));
// @ts-expect-error complete facts leave nothing out
const incomplete: () => unknown = () => decideAmount({ tenancy: { assuredShorthold: true } }, day('2024-05-01'));
// @ts-expect-error a day is not any number
const anyNumber: () => unknown = () => decideAmount(complete, 19000);
void incomplete;
void anyNumber;

/** What the tests look at. */
export const report = {
  decided,
  assessed: {
    verdict: assessed.verdict,
    definitions: assessed.definitions,
    rules: assessed.rules,
    needs: assessed.needs.length,
  },
  partly: { needs: partly.needs.map(({ path }) => path), verdict: partly.verdict },
  unknownKey,
  wrongType,
};
