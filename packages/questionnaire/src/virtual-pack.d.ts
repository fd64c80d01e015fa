/** The pack that the site was built with; see `site/pack-module.ts`. */
declare module 'virtual:pack' {
  import type { Phrasebook } from '@proviso/runtime';
  export const plan: unknown;
  export const phrases: Phrasebook;
}

/** The goals of that pack, for the first page. */
declare module 'virtual:pack-goals' {
  export const goals: readonly { readonly name: string; readonly title: string }[];
}
