import { typeOfFact } from '../4-bind/named-types.ts';
import type { OtherwiseFields } from '../4-bind/otherwise.ts';
import type { FactDecl, Path } from '../ast/ast.ts';
import type { Type } from '../program.ts';
import type { Checker } from './checker.ts';

/** What a path of a scenario leads to. */
export interface Place {
  /** The path with its indexes, from the case: `letters[0].inWriting`. */
  readonly key: string;
  readonly type: Type;
  /** Null for an implicit judgement and for an element of a list. */
  readonly fact: FactDecl | null;
  /** The facts on the way, each with the place of the record instance that it belongs to. */
  readonly along: readonly {
    readonly fact: FactDecl;
    readonly owner: string;
    readonly record: string | null;
  }[];
}

/** Where a path begins: the case, or an element of a list. */
export interface Start {
  readonly key: string;
  readonly record: string | null;
  readonly along: Place['along'];
}

/** The case itself. */
export const theCase: Start = { key: '', record: null, along: [] };

/** Follows a path of a scenario; null, and a finding, where it leads nowhere. */
export function placeOf(
  checker: Checker,
  path: Path,
  start: Start,
  otherwise: OtherwiseFields,
): Place | null {
  const { symbols, findings, mentions } = checker;
  let key = start.key;
  let owner: string | null = start.record;
  let type: Type | null = null;
  let fact: FactDecl | null = null;
  const along = [...start.along];
  const step = (text: string): string => (key === '' ? text : `${key}.${text}`);
  for (const [position, segment] of path.segments.entries()) {
    if (type !== null) {
      if (type.kind === 'list') {
        findings.report('index-needed', segment.span, { list: key, part: segment.text });
        return null;
      }
      if (type.kind !== 'record') {
        findings.report('no-parts', segment.span, { owner: key, part: segment.text });
        return null;
      }
      owner = type.name;
    }
    if (segment.text === 'otherwise') {
      const field = path.segments[position + 1];
      const fields = otherwise.get(owner) ?? new Map();
      if (
        field === undefined ||
        fields.get(field.text) === undefined ||
        path.segments.length !== position + 2
      ) {
        const at = field ?? segment;
        const { suggestion, extra } = findings.meant(at.text, at.span, fields.keys());
        findings.report(
          'unknown-otherwise',
          at.span,
          { name: at.text, candidates: [...fields.keys()], suggestion },
          extra,
        );
        return null;
      }
      const judgement = fields.get(field.text);
      if (judgement !== undefined) mentions.refer(field, judgement);
      return { key: `${step('otherwise')}.${field.text}`, type: { kind: 'yesno' }, fact: null, along };
    }
    const fields: ReadonlyMap<string, FactDecl> | undefined =
      owner === null ? symbols.facts : symbols.fields.get(owner);
    const next: FactDecl | undefined = fields?.get(segment.text);
    if (next === undefined) {
      const { suggestion, extra } = findings.meant(segment.text, segment.span, fields?.keys() ?? []);
      if (owner === null)
        findings.report('unknown-fact', segment.span, { name: segment.text, suggestion }, extra);
      else
        findings.report(
          'unknown-part',
          segment.span,
          { part: segment.text, record: owner, suggestion },
          extra,
        );
      return null;
    }
    mentions.refer(segment, next);
    along.push({ fact: next, owner: key, record: owner });
    fact = next;
    key = step(segment.text);
    type = typeOfFact(next, symbols);
    if (type === null) return null;
    const index = path.indexes?.[position] ?? null;
    if (index === null) continue;
    if (type.kind !== 'list') {
      findings.report('index-of-one', segment.span, { name: key });
      return null;
    }
    key = `${key}[${index}]`;
    type = { kind: 'record', name: type.of };
    fact = null;
  }
  return type === null ? null : { key, type, fact, along };
}
