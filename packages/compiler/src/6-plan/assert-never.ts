/** Marks what cannot be reached; a bug of ours if it is. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
