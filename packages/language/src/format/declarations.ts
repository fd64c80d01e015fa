import type {
  AmbiguityDecl,
  Claim,
  Constraint,
  DateLiteral,
  Declaration,
  Define,
  EnumMember,
  Invariant,
  Name,
  Pack,
  Rule,
  SourceDecl,
} from '../ast/ast.ts';
import { assertNever } from '../assert-never.ts';
import {
  citeClauses,
  clause,
  clausesBlock,
  coversClauses,
  exceptionClauses,
  inlineBlock,
  lawParts,
  limbClause,
  printCertainty,
  printCite,
  printFact,
  printHead,
  printParam,
  printTable,
  printText,
  printType,
  textClause,
  type Clause,
  type HeadPart,
} from './clauses.ts';
import type { Comments } from './comments.ts';
import { group, indent, join, line, type Doc } from './document.ts';
import { braces, printExpr, printName, printPath } from './expressions.ts';
import { printScenario } from './scenarios.ts';

/** A declaration, from its first word to its last brace. */
export function printDeclaration(comments: Comments, declaration: Declaration): Doc {
  const { span } = declaration;
  const name = (of: Name): Doc => printName(comments, of);
  switch (declaration.kind) {
    case 'pack':
      return [
        'pack ',
        name(declaration.name),
        ' ',
        clausesBlock(comments, packClauses(comments, declaration), declaration.name.span.end, span.end),
      ];
    case 'import':
      return ['import ', printText(comments, declaration.path)];
    case 'goal': {
      const title: Doc = [
        name(declaration.name),
        declaration.title === undefined ? '' : [' ', printText(comments, declaration.title)],
      ];
      return [
        'goal ',
        title,
        declaration.answers.length === 0 ? '' : [' ', braces(declaration.answers.map(name))],
      ];
    }
    case 'source': {
      const head: Doc = ['source ', name(declaration.name), ' ', printText(comments, declaration.title)];
      return [
        head,
        inlineBlock(comments, sourceClauses(comments, declaration), declaration.title.span.end, span.end),
      ];
    }
    case 'enum':
      return [
        'enum ',
        name(declaration.name),
        ' ',
        braces(declaration.members.map((member) => printMember(comments, member))),
      ];
    case 'bearer':
      return ['bearer ', name(declaration.name), ' ', printText(comments, declaration.title)];
    case 'record': {
      const head: Doc = ['record ', name(declaration.name), ' ', printText(comments, declaration.title), ' '];
      const fields = declaration.fields.map((field) => clause(field.span, () => printFact(comments, field)));
      return [head, clausesBlock(comments, fields, declaration.title.span.end, span.end)];
    }
    case 'fact':
      return printFact(comments, declaration);
    case 'ambiguity':
      return printAmbiguity(comments, declaration);
    case 'define':
      return printDefine(comments, declaration);
    case 'rule':
      return printRule(comments, declaration);
    case 'exceptionDecl': {
      const head: Doc[] = [
        'exception ',
        name(declaration.name),
        ' to ',
        printPath(comments, declaration.target),
      ];
      const whole = group([head, printHead(lawParts(comments, declaration.law)), ' ']);
      const { condition } = declaration;
      const whenEnd = headEnd(condition.span.end, declaration.certainty?.span.end);
      const when = clause({ ...condition.span, end: whenEnd }, () => {
        const printed = printExpr(comments, condition);
        const certainty =
          declaration.certainty === undefined ? '' : [', ', printCertainty(comments, declaration)];
        return ['when ', indent(printed), certainty];
      });
      const clauses = [
        ...textClause(comments, 'say', declaration.say),
        when,
        ...exceptionClauses(comments, declaration),
        ...citeClauses(comments, declaration.cites),
        ...coversClauses(comments, declaration.covers),
      ];
      return [
        whole,
        clausesBlock(
          comments,
          clauses,
          headEnd(declaration.target.span.end, declaration.law?.span.end),
          span.end,
        ),
      ];
    }
    case 'section': {
      const head: Doc[] = ['section ', printText(comments, declaration.title)];
      const whole = group([head, printHead(lawParts(comments, declaration.law)), ' ']);
      const members = declaration.declarations.map((member) =>
        clause(member.span, () => printDeclaration(comments, member)),
      );
      return [
        whole,
        clausesBlock(
          comments,
          members,
          headEnd(declaration.title.span.end, declaration.law?.span.end),
          span.end,
        ),
      ];
    }
    case 'constraint':
    case 'invariant':
      return printClaims(comments, declaration);
    case 'scenario':
      return printScenario(comments, declaration);
    case 'accept': {
      const head: Doc[] = ['accept ', name(declaration.finding)];
      if (declaration.on !== undefined) head.push(' on ', printPath(comments, declaration.on));
      return group([head, indent([line, 'because ', printText(comments, declaration.because)])]);
    }
    default:
      return assertNever(declaration);
  }
}

function printMember(comments: Comments, member: EnumMember): Doc {
  const name = printName(comments, member);
  return member.words === undefined ? name : [name, ' ', printText(comments, member.words)];
}

const headEnd = (...ends: readonly (number | undefined)[]): number =>
  Math.max(...ends.map((end) => end ?? 0));

function dateClause(comments: Comments, word: string, date: DateLiteral | undefined): readonly Clause[] {
  return date === undefined ? [] : [clause(date.span, () => [`${word} `, printExpr(comments, date)])];
}

function packClauses(
  comments: Comments,
  { title, version, from, ceasing, licence }: Pack,
): readonly Clause[] {
  const period =
    from &&
    clause({ ...from.span, end: (ceasing ?? from).span.end }, () => {
      const begin = printExpr(comments, from);
      return [
        'period from ',
        begin,
        ceasing === undefined ? '' : [' ceasing ', printExpr(comments, ceasing)],
      ];
    });
  return [
    ...textClause(comments, 'title', title),
    ...textClause(comments, 'version', version),
    ...(period === undefined ? [] : [period]),
    ...textClause(comments, 'licence', licence),
  ];
}

function sourceClauses(comments: Comments, source: SourceDecl): readonly Clause[] {
  const nameClause = (word: string, name: Name | undefined): readonly Clause[] =>
    name === undefined ? [] : [clause(name.span, () => [`${word} `, printName(comments, name)])];
  return [
    ...textClause(comments, 'short', source.short),
    ...textClause(comments, 'edition', source.edition),
    ...dateClause(comments, 'published', source.published),
    ...dateClause(comments, 'checked', source.checked),
    ...nameClause('status', source.status),
    ...nameClause('basis', source.basis),
    ...nameClause('succeeds', source.succeeds),
    ...dateClause(comments, 'from', source.from),
    ...dateClause(comments, 'ceasing', source.ceasing),
    ...textClause(comments, 'url', source.url),
  ];
}

function printAmbiguity(
  comments: Comments,
  { name, title, readings, cites, covers, span }: AmbiguityDecl,
): Doc {
  const head: Doc[] = ['ambiguity ', printName(comments, name), ' '];
  if (title !== undefined) head.push(printText(comments, title), ' ');
  const clauses = readings.map((reading) =>
    clause(reading.span, () => {
      const docs: Doc[] = [
        'reading ',
        printName(comments, reading.name),
        ' ',
        printText(comments, reading.text),
      ];
      if (reading.isDefault) docs.push(' default');
      const [first] = reading.cites;
      if (first !== undefined) {
        // The line breaks behind the word: a `cite` that begins a line is the ambiguity's.
        docs.push(' cite', comments.after(comments.tokenFrom(first.span.start, -1).end));
        const list = reading.cites.map((cite) => printCite(comments, cite));
        docs.push(indent([line, group(join([',', line], list))]));
      }
      return group(docs);
    }),
  );
  const all = [...clauses, ...citeClauses(comments, cites), ...coversClauses(comments, covers)];
  return [head, clausesBlock(comments, all, (title ?? name).span.end, span.end)];
}

function printDefine(comments: Comments, define: Define): Doc {
  const head: Doc[] = ['define ', printName(comments, define.name), printParam(comments, define.param)];
  if (define.type !== undefined) head.push(': ', printType(comments, define.type));
  const whole = group([head, printHead(lawParts(comments, define.law)), ' ']);
  const { otherwise, table } = define;
  const none = { exceptions: [] };
  const clauses: Clause[] = [
    ...textClause(comments, 'say', define.say),
    ...(['requires', 'includes', 'means'] as const).flatMap((word) =>
      define[word].map((limb) => limbClause(comments, word, limb, none)),
    ),
    ...(otherwise === undefined ? [] : textClause(comments, 'otherwise', otherwise.ask)),
    ...(table === undefined ? [] : [clause(table.span, () => printTable(comments, table))]),
    ...exceptionClauses(comments, define),
    ...citeClauses(comments, define.cites),
    ...coversClauses(comments, define.covers),
  ];
  const open = headEnd(
    define.name.span.end,
    define.param?.span.end,
    define.type?.span.end,
    define.law?.span.end,
  );
  return [whole, clausesBlock(comments, clauses, open, define.span.end)];
}

function printRule(comments: Comments, rule: Rule): Doc {
  const { bearer, despite, act, when, doneWhen, doneBy, due } = rule;
  const parts: HeadPart[] = [...lawParts(comments, rule.law)];
  if (bearer !== undefined) {
    parts.push({ start: bearer.span.start, kind: 'on', print: () => ['on ', printName(comments, bearer)] });
  }
  for (const target of despite) {
    parts.push({
      start: target.span.start,
      kind: 'despite',
      print: (continued) => [continued ? ', ' : 'despite ', printName(comments, target)],
    });
  }
  const head: Doc[] = ['rule ', printName(comments, rule.name), printParam(comments, rule.param)];
  const whole = group([head, printHead(parts), ' ']);
  const actEnd = (rule.as ?? act).span.end;
  const clauses: Clause[] = [
    clause({ ...act.span, end: actEnd }, () => {
      const words = printText(comments, act);
      return [`${rule.modal} `, words, rule.as === undefined ? '' : [' as ', printText(comments, rule.as)]];
    }),
    ...(when === undefined ? [] : [clause(when.span, () => ['when ', indent(printExpr(comments, when))])]),
    ...(doneWhen === undefined
      ? []
      : [clause(doneWhen.span, () => ['done when ', indent(printExpr(comments, doneWhen))])]),
    ...(doneBy === undefined
      ? []
      : [
          clause({ ...doneBy.span, end: (due ?? doneBy).span.end }, () => {
            const event = printExpr(comments, doneBy);
            if (due === undefined) return ['done by ', indent(event)];
            return group([
              'done by ',
              indent([event, ',', line, 'no later than ', printExpr(comments, due)]),
            ]);
          }),
        ]),
    ...exceptionClauses(comments, rule),
    ...citeClauses(comments, rule.cites),
    ...coversClauses(comments, rule.covers),
  ];
  const open = headEnd(
    rule.name.span.end,
    rule.param?.span.end,
    rule.law?.span.end,
    bearer?.span.end,
    ...despite.map(({ span }) => span.end),
  );
  return [whole, clausesBlock(comments, clauses, open, rule.span.end)];
}

function printClaims(comments: Comments, declaration: Constraint | Invariant): Doc {
  const { name, param, claim, because, cites, span } = declaration;
  const head: Doc[] = [`${declaration.kind} `, printName(comments, name), printParam(comments, param), ' '];
  const clauses = [
    clause(claim.span, () => printClaim(comments, claim)),
    ...textClause(comments, 'because', because),
    ...citeClauses(comments, cites),
    ...(declaration.kind === 'invariant' ? coversClauses(comments, declaration.covers) : []),
  ];
  return [head, clausesBlock(comments, clauses, headEnd(name.span.end, param?.span.end), span.end)];
}

function printClaim(comments: Comments, claim: Claim): Doc {
  switch (claim.kind) {
    case 'always':
    case 'never':
      return [`${claim.kind} `, indent(printExpr(comments, claim.of))];
    case 'neverBoth':
      return ['never both ', braces(claim.of.map((operand) => printExpr(comments, operand)))];
    default:
      return assertNever(claim);
  }
}
