/** A pack small enough to stand in a test, and what both back ends make of it. */
import { compilePack, emitPack } from '@proviso/compiler';
import { type LoadedPack, loadPlan } from '@proviso/compiler/interpret';
import { type EmittedGoal, loadEmitted } from './load-emitted.ts';

/** A pack of these declarations, and the emitted module of its goal `asked`. */
export function packOf(text: string): { readonly loaded: LoadedPack; readonly emitted: EmittedGoal } {
  const head = `
    pack found.here { title "Found" version "1.0.0" period from 2015-01-01 }
    source act "An Act" { status statute }
    fact wet: yesno { ask "Is it wet?" say "it {is|is not} wet" }
  `;
  const { value, diagnostics } = compilePack(new Map([['found.policy', head + text]]), 'found.policy');
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const module = emitPack(value.plan).find(({ path }) => path === 'goal/asked.ts')?.text ?? '';
  return { loaded: loadPlan(value.plan), emitted: loadEmitted(module) };
}
