/** English. */
import type { Language } from '../wording.ts';
import { changeWording } from './changes.ts';
import { nextWording } from './next.ts';
import { frameWording, outcomeWording } from './outcome.ts';
import { restWording } from './rests.ts';
import { resultWording } from './results.ts';
import { shortWording } from './short.ts';
import { sourceWording } from './sources.ts';
import { reasonWording } from './steps.ts';
import { whyNotWording } from './why-not.ts';

/** An explanation in English. */
export const english: Language = (phrases) => ({
  ...frameWording(),
  ...sourceWording(phrases),
  ...outcomeWording(phrases),
  ...shortWording(phrases),
  ...resultWording(phrases),
  ...reasonWording(phrases),
  ...restWording(phrases),
  whyNot: whyNotWording(phrases),
  changes: changeWording(phrases),
  next: nextWording(phrases),
});
