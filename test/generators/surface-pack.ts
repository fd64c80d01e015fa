/** The declarations of a pack as they are written, sections unfolded: what the direct evaluation of a policy goes by. */
import type {
  Declaration,
  Define,
  ExceptionDecl,
  FactDecl,
  Law,
  PolicyFile,
  RecordDecl,
  Rule,
} from '@proviso/language';

/** When a statement is law. */
export type LawClauses = Partial<Pick<Law, 'governedBy' | 'from' | 'ceasing'>>;

/** A declaration with the clauses that are its own or its sections'. */
export interface Version<N> {
  readonly node: N;
  readonly law: LawClauses;
}

/** One version of a definition or rule. */
export type AnyVersion = Version<Define> | Version<Rule>;

/** An ambiguity: its readings, and the default. */
export interface SurfaceAmbiguity {
  readonly readings: readonly string[];
  readonly default: string;
}

/** What a pack declares. */
export interface SurfacePack {
  readonly facts: readonly FactDecl[];
  readonly records: ReadonlyMap<string, RecordDecl>;
  readonly enums: ReadonlyMap<string, readonly string[]>;
  readonly ambiguities: ReadonlyMap<string, SurfaceAmbiguity>;
  /** The versions of each, oldest first. */
  readonly statements: ReadonlyMap<string, readonly AnyVersion[]>;
  readonly exceptions: readonly Version<ExceptionDecl>[];
  /** The permissions despite each rule. */
  readonly despite: ReadonlyMap<string, readonly string[]>;
  readonly period: LawClauses;
}

/** Reads the declarations of the files of a pack. */
export function readSurface(files: readonly PolicyFile[]): SurfacePack {
  const facts: FactDecl[] = [];
  const records = new Map<string, RecordDecl>();
  const enums = new Map<string, readonly string[]>();
  const ambiguities = new Map<string, SurfaceAmbiguity>();
  const statements = new Map<string, AnyVersion[]>();
  const exceptions: Version<ExceptionDecl>[] = [];
  const despite = new Map<string, string[]>();
  let period: LawClauses = {};

  const declare = (node: Declaration, outer: LawClauses): void => {
    switch (node.kind) {
      case 'pack':
        period = {
          ...(node.from === undefined ? {} : { from: node.from }),
          ...(node.ceasing === undefined ? {} : { ceasing: node.ceasing }),
        };
        return;
      case 'fact':
        facts.push(node);
        return;
      case 'record':
        records.set(node.name.text, node);
        return;
      case 'enum':
        enums.set(
          node.name.text,
          node.members.map((one) => one.text),
        );
        return;
      case 'ambiguity': {
        const readings = node.readings.map((one) => one.name.text);
        ambiguities.set(node.name.text, {
          readings,
          default: node.readings.find((one) => one.isDefault)?.name.text ?? '',
        });
        return;
      }
      case 'section':
        for (const inner of node.declarations) declare(inner, { ...outer, ...clausesOf(node.law) });
        return;
      case 'exceptionDecl':
        exceptions.push({ node, law: { ...outer, ...clausesOf(node.law) } });
        return;
      case 'define':
      case 'rule': {
        const law = { ...outer, ...clausesOf(node.law) };
        const version: AnyVersion = node.kind === 'define' ? { node, law } : { node, law };
        statements.set(node.name.text, [...(statements.get(node.name.text) ?? []), version]);
        if (node.kind !== 'rule') return;
        for (const { text } of node.despite) {
          const permissions = despite.get(text) ?? [];
          if (!permissions.includes(node.name.text)) despite.set(text, [...permissions, node.name.text]);
        }
        return;
      }
      default:
        return;
    }
  };
  for (const file of files) for (const node of file.declarations) declare(node, {});
  for (const versions of statements.values())
    versions.sort((a, b) => ((a.law.from?.iso ?? '') < (b.law.from?.iso ?? '') ? -1 : 1));

  return { facts, records, enums, ambiguities, statements, exceptions, despite, period };
}

function clausesOf(law: Law | undefined): LawClauses {
  if (law === undefined) return {};
  const { governedBy, from, ceasing } = law;
  return {
    ...(governedBy === undefined ? {} : { governedBy }),
    ...(from === undefined ? {} : { from }),
    ...(ceasing === undefined ? {} : { ceasing }),
  };
}
