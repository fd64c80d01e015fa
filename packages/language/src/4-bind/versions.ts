import { assertNever } from '../assert-never.ts';
import type { Define, Pack, Rule } from '../ast/ast.ts';
import type { Findings } from './findings.ts';
import type { Placed, StatementSymbol } from './symbols.ts';

type Version = Placed<Define> | Placed<Rule>;

/** The versions of a statement, oldest first; those without a beginning are the oldest. */
export function oldestFirst<V extends Version>(versions: readonly V[]): readonly V[] {
  if (versions.length < 2) return versions;
  const from = (version: V): string => version.law.from?.iso ?? '';
  return versions.toSorted((a, b) => (from(a) < from(b) ? -1 : from(a) > from(b) ? 1 : 0));
}

/**
 * The versions of one name follow each other without overlap or hole, speak of the same thing, and where they give a
 * value cover the pack's period: a value must always be there.
 */
export function checkVersions(
  symbol: StatementSymbol,
  pack: Pack | undefined,
  findings: Findings,
  governingKey: (version: Version) => string,
): void {
  const versions: readonly Version[] = oldestFirst<Version>(symbol.versions);
  const first = versions[0];
  if (first === undefined) return;
  const name = symbol.name;
  for (const [index, next] of versions.entries()) {
    const previous = versions[index - 1];
    if (previous === undefined) continue;
    const related = [{ span: previous.node.name.span, message: 'the version before' }];
    const undated = [previous, next].every(({ law }) => law.from === undefined && law.ceasing === undefined);
    if (undated) {
      const [one, other] = inOrderOfWriting(previous, next, symbol);
      const first = [{ span: one.node.name.span, message: 'first declared here' }];
      findings.report('duplicate-name', other.node.name.span, { name }, { related: first });
      continue;
    }
    const difference = differenceBetween(previous, next, governingKey);
    if (difference !== null)
      findings.report('versions-differ', next.node.name.span, { name, difference }, { related });
    const [ends, begins] = [previous.law.ceasing?.iso, next.law.from?.iso];
    if (ends === undefined || begins === undefined || ends > begins) {
      findings.report(
        'versions-overlap',
        next.node.name.span,
        { name, ends: ends ?? null, begins: begins ?? null },
        { related },
      );
    } else if (ends < begins) {
      findings.report('versions-hole', next.node.name.span, { name, ends, begins }, { related });
    }
  }
  for (const version of versions) checkWithinPeriod(version, name, pack, findings);
  if (symbol.kind !== 'define' || symbol.type === null || symbol.type.kind === 'yesno' || pack === undefined)
    return;
  const last = versions.at(-1) ?? first;
  const begins = first.law.from?.iso;
  const ends = last.law.ceasing?.iso;
  if (begins !== undefined && pack.from !== undefined && begins > pack.from.iso) {
    findings.report('period-not-covered', first.node.name.span, { name, missing: `before ${begins}` });
  }
  if (ends !== undefined && (pack.ceasing === undefined || ends < pack.ceasing.iso)) {
    findings.report('period-not-covered', last.node.name.span, { name, missing: `from ${ends}` });
  }
}

/** A version that no date of the pack's period falls in says nothing. */
function checkWithinPeriod(version: Version, name: string, pack: Pack | undefined, findings: Findings): void {
  const { from, ceasing } = version.law;
  const subjects = [version.node];
  if (ceasing !== undefined && pack?.from !== undefined && ceasing.iso <= pack.from.iso) {
    const params = { name, ends: true, bound: ceasing.iso, period: pack.from.iso };
    findings.report('version-outside-period', version.node.name.span, params, { subjects });
  } else if (from !== undefined && pack?.ceasing !== undefined && from.iso >= pack.ceasing.iso) {
    const params = { name, ends: false, bound: from.iso, period: pack.ceasing.iso };
    findings.report('version-outside-period', version.node.name.span, params, { subjects });
  }
}

function inOrderOfWriting(a: Version, b: Version, symbol: StatementSymbol): readonly [Version, Version] {
  const order: readonly Version[] = symbol.versions;
  return order.indexOf(a) <= order.indexOf(b) ? [a, b] : [b, a];
}

/** What two versions of a name must share; null where they do. */
function differenceBetween(
  a: Version,
  b: Version,
  governingKey: (version: Version) => string,
): string | null {
  if (a.node.param?.record.text !== b.node.param?.record.text) return 'parameter';
  if (a.node.param?.name.text !== b.node.param?.name.text) return "parameter's name";
  if (governingKey(a) !== governingKey(b)) return 'governing date';
  if (a.node.kind === 'rule' && b.node.kind === 'rule') {
    if (a.node.modal !== b.node.modal) return 'modal';
    if (a.node.bearer?.text !== b.node.bearer?.text) return 'bearer';
    if (a.node.as?.value !== b.node.as?.value) return '`as`';
  }
  if (a.node.kind === 'define' && b.node.kind === 'define' && typeWords(a.node) !== typeWords(b.node))
    return 'type';
  return null;
}

function typeWords(node: Define): string {
  const { type } = node;
  if (type === undefined) return 'yesnoType';
  switch (type.kind) {
    case 'numberType':
      return `${type.kind} ${type.places} ${type.unit?.value ?? ''}`;
    case 'setType':
    case 'listType':
      return `${type.kind} ${type.of.text}`;
    case 'namedType':
      return `${type.kind} ${type.name.text}`;
    case 'yesnoType':
    case 'dateType':
    case 'durationType':
    case 'textType':
      return type.kind;
    default:
      return assertNever(type);
  }
}
