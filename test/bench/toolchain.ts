import type { Diagnostic, PolicyFile, Program } from '@proviso/language';

export interface Compiled<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}
interface Language {
  readonly parseFile: (text: string, fileName: string) => Compiled<PolicyFile>;
  readonly checkPack: (files: ReadonlyMap<string, string>, entry: string) => Compiled<Program>;
}
interface Compiler {
  readonly compilePack: (
    files: ReadonlyMap<string, string>,
    entry: string,
  ) => Compiled<{ readonly plan: object; readonly phrases: object }>;
  readonly buildPlan: (program: Program) => { readonly plan: object; readonly phrases: object };
  readonly emitPack: (
    plan: object,
    phrases: object,
  ) => readonly { readonly path: string; readonly text: string }[];
}

export async function language(): Promise<Language> {
  return (await import('@proviso/language')) as unknown as Language;
}
export async function compiler(): Promise<Compiler> {
  return (await import('@proviso/compiler')) as unknown as Compiler;
}
