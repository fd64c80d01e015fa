/**
 * The vocabulary: facts, records, enums, and the implicit judgements that open definitions and open lists of exceptions
 * add to it. Those are fields named `otherwise` at the end, whose type is a record of the plan of its own:
 * `.otherwise` for the case, `Letter.otherwise` for every letter. No author can write such names.
 */
import { typeOfFact } from '@proviso/language';
import type { LabelledException } from './bounds.ts';
import { type Context, planType } from './context.ts';
import { otherwiseField } from './ids.ts';
import { isOpen } from './lower-define.ts';
import { lowerAs, lowerExpr, resolve } from './lower-expr.ts';
import type { EnumType, Expr, Field, Literal, RecordType } from './plan.ts';
import type { AstDefine, AstException, AstFact, AstRule, Program, StatementVersion } from './syntax.ts';

/** The name of the record that holds the implicit judgements about a record's instance; of the case for `null`. */
export function otherwiseRecord(record: string | null): string {
  return `${record ?? ''}.otherwise`;
}

/** One implicit judgement. */
export interface Otherwise {
  readonly statement: string;
  /** The record of the statement's parameter; null for the case. */
  readonly record: string | null;
  readonly field: string;
  /** In the author's words. */
  readonly ask?: string;
}

export function enumsOf(program: Program): readonly EnumType[] {
  return [...program.enums.values()].map((e) => ({
    name: e.name.text,
    members: e.members.map((m) => m.text),
  }));
}

export function recordsOf(context: Context, implicit: readonly Otherwise[]): readonly RecordType[] {
  const { records } = context.program;
  const declared = [...records.values()].map((record): RecordType => {
    const name = record.name.text;
    const fields = record.fields.map((field) => fieldOf(field, context));
    return { name, fields: [...fields, ...otherwiseFieldOf(name, implicit)] };
  });
  const owners = new Set(implicit.map((o) => o.record));
  const added = [...records.keys(), null]
    .filter((record) => owners.has(record))
    .map(
      (record): RecordType => ({
        name: otherwiseRecord(record),
        fields: implicit
          .filter((o) => o.record === record)
          .map((o): Field => ({ name: o.field, kind: 'otherwise', type: { kind: 'yesno' } })),
      }),
    );
  return [...declared, ...added];
}

export function factsOf(context: Context, implicit: readonly Otherwise[]): readonly Field[] {
  const facts = [...context.program.facts.values()].map((field) => fieldOf(field, context));
  return [...facts, ...otherwiseFieldOf(null, implicit)];
}

function otherwiseFieldOf(record: string | null, implicit: readonly Otherwise[]): readonly Field[] {
  if (!implicit.some((o) => o.record === record)) return [];
  return [{ name: 'otherwise', kind: 'otherwise', type: { kind: 'record', name: otherwiseRecord(record) } }];
}

function fieldOf(field: AstFact, context: Context): Field {
  const declared = typeOfFact(field, context.program);
  if (declared === null) throw new Error(`the fact ${field.name.text} has no type, and no error says so`);
  const type = planType(declared);
  return {
    name: field.name.text,
    kind: field.input,
    type,
    ...(field.onlyIf === undefined ? {} : { onlyIf: lowerExpr(field.onlyIf, context) }),
    ...(field.assume === undefined
      ? {}
      : {
          assume: {
            value: literalOf(lowerAs(field.assume.value, type, context)),
            cites: context.cites.indexes(field.cites),
          },
        }),
    ...(field.fixed ? { fixed: true } : {}),
    ...(field.effort === undefined ? {} : { effort: Number(field.effort.text) }),
    ...(field.consider.length === 0
      ? {}
      : { consider: field.consider.map((path) => considered(path, context)) }),
  };
}

function literalOf(e: Expr): Literal {
  if (e.kind !== 'literal') throw new Error(`an assumption is a literal, not a ${e.kind}`);
  return e.value;
}

/** `data.contactsPerson` from the case; `self.period` for a factor of the same instance. */
function considered(path: AstFact['consider'][number], context: Context): string {
  const resolution = resolve(path, context);
  if (resolution.kind !== 'fact') throw new Error('only a fact can be considered');
  const { base, path: steps } = resolution.at;
  return (base === null ? steps : [base, ...steps]).join('.');
}

/** The implicit judgements of a program, in source order, each once though several versions of a statement share it. */
export function otherwiseOf(program: Program): readonly Otherwise[] {
  const found = new Map<string, Otherwise>();
  for (const statement of program.statements.values()) {
    for (const version of statement.versions) {
      const open =
        statement.kind === 'define' && version.node.kind === 'define' && isOpen(version.node, statement.type);
      for (const o of otherwiseOfVersion(statement.name, version, open)) {
        const key = `${o.record ?? ''}.${o.field}`;
        const known = found.get(key);
        if (known?.ask === undefined) found.set(key, o);
      }
    }
  }
  return [...found.values()];
}

function otherwiseOfVersion(
  statement: string,
  version: StatementVersion<AstDefine> | StatementVersion<AstRule>,
  open: boolean,
): readonly Otherwise[] {
  const { node } = version;
  const record = node.param?.record.text ?? null;
  const make = (exceptLabels: readonly string[] | undefined, ask: string | undefined): Otherwise => ({
    statement,
    record,
    field: otherwiseField(statement, exceptLabels),
    ...(ask === undefined ? {} : { ask }),
  });
  const exceptions: readonly LabelledException[] = [
    ...node.exceptions.map((x) => ({ ...(x.label === undefined ? {} : { label: x.label.text }), node: x })),
    ...version.exceptions.map((x) => ({ label: x.node.name.text, node: x.node, law: x.law })),
  ];
  return [
    ...(open && node.kind === 'define' ? [make(undefined, node.otherwise?.ask.value)] : []),
    ...(node.exceptOtherwise === undefined ? [] : [make([], node.exceptOtherwise.ask?.value)]),
    ...exceptions.flatMap((x) => {
      const outer = 'target' in x.node ? x.node.target.segments.slice(1).map((s) => s.text) : [];
      return openLists(x.node, x.label === undefined ? outer : [...outer, x.label]).map(({ labels, ask }) =>
        make(labels, ask),
      );
    }),
  ];
}

/** Open lists of exceptions to an exception, with its labels. */
function openLists(
  node: {
    readonly exceptions: readonly AstException[];
    readonly exceptOtherwise?: AstException['exceptOtherwise'];
  },
  labels: readonly string[],
): readonly { readonly labels: readonly string[]; readonly ask: string | undefined }[] {
  return [
    ...(node.exceptOtherwise === undefined ? [] : [{ labels, ask: node.exceptOtherwise.ask?.value }]),
    ...node.exceptions.flatMap((x) =>
      openLists(x, x.label === undefined ? labels : [...labels, x.label.text]),
    ),
  ];
}
