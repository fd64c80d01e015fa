/** The entry point's name, a placeholder until it is written. */
export const entryName: string = '@proviso/compiler/interpret';
