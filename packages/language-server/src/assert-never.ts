/** Makes a `switch` that forgets a case fail to compile; reached only by a bug of ours. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
