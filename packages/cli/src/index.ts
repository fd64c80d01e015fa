/** The package's name, a placeholder until its entry point is written. */
export const packageName: string = '@proviso/cli';
