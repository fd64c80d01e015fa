/** The head of a small pack: what every sample of binding and checking begins with. */
const head = `pack demo {
  title   "A demonstration"
  version "1.0.0"
  period  from 2020-01-01
}
`;

/** The source that samples cite. */
export const act = 'source act "The Parcels Act" { status statute }\n';

/** Who the rules of samples bind. */
export const carrier = 'bearer carrier "the carrier"\n';

/** A list of a record that the sample declares. */
export const parcels = 'fact parcels: list of Parcel\n';

/** A pack made of these parts. */
export function packOf(...parts: readonly string[]): string {
  return [head, ...parts].join('\n');
}

/** A pack that cites the sample source. */
export function policy(...parts: readonly string[]): string {
  return packOf(act, ...parts);
}

/** A yes/no fact. */
export function fact(name: string): string {
  return `fact ${name}: yesno {\n  ask "Is it ${name}?"\n  say "it {is|is not} ${name}"\n}\n`;
}

/** A yes/no definition: `means` and what may follow it. */
export function define(name: string, means: string): string {
  return `define ${name} {\n  say   "it {is|is not} ${name}"\n  means ${means}\n  cite  act s.1\n}\n`;
}

/** A yes/no definition of the given clauses. */
export function defineWith(name: string, ...clauses: readonly string[]): string {
  return `define ${name} {\n  say "it {is|is not} ${name}"\n${lines(clauses)}  cite act s.1\n}\n`;
}

/** A valued definition. */
export function valued(name: string, type: string, ...clauses: readonly string[]): string {
  return `define ${name}: ${type} {\n  say "it is {value}"\n${lines(clauses)}  cite act s.1\n}\n`;
}

/** A rule on the sample bearer; its first line and its clauses. */
export function rule(name: string, ...clauses: readonly string[]): string {
  return `rule ${name} on carrier {\n${lines(clauses)}  cite act s.2\n}\n`;
}

/** A record of yes/no fields. */
export function record(name: string, ...fields: readonly string[]): string {
  const inner = fields.map((field) => fact(field).replaceAll(/^(?=.)/gm, '  ')).join('');
  return `record ${name} "the ${name.toLowerCase()}" {\n${inner}}\n`;
}

function lines(clauses: readonly string[]): string {
  return clauses.map((clause) => `  ${clause}\n`).join('');
}
