/** A number of things, as a line of output says it: `1 file`, `1,543 scenarios`. */
export function counted(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
