import { describe, expect, test } from 'vitest';
import type { Declaration, Define, Expr } from '../ast/ast.ts';
import { applyFix, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatFile } from '../format/format.ts';
import { parseFile } from '../parse-file.ts';

const parse = (text: string): readonly Diagnostic[] => parseFile(text, 't').diagnostics;
const codes = (text: string): readonly string[] => parse(text).map(({ code }) => code);
const only = (text: string): Declaration => {
  const { value, diagnostics } = parseFile(text, 't');
  expect(diagnostics).toEqual([]);
  const [declaration] = value.declarations;
  if (declaration === undefined) throw new Error('nothing was read');
  return declaration;
};
const define = (body: string): Define => {
  const declaration = only(`define d {\n${body}\n}\n`);
  if (declaration.kind !== 'define') throw new Error('not a definition');
  return declaration;
};
const condition = (text: string): Expr => {
  const [limb] = define(`means ${text}\ncite code p.1`).means;
  if (limb === undefined) throw new Error('no condition');
  return limb.condition;
};

describe('what could be read in two ways', () => {
  test('a certainty before a clause with a label is not before that label', () => {
    const { includes } = define(
      'includes a, likely\nincludes x: b, very likely\notherwise "?"\ncite code p.1',
    );
    expect(includes.map(({ label, certainty }) => [label?.text, certainty?.text])).toEqual([
      [undefined, 'likely'],
      ['x', 'very likely'],
    ]);
  });
  test.each(['likely', 'very likely', 'difficult to see', '"as good as sure"'])(
    'the certainty `%s` before the condition is moved by the fix',
    (words) => {
      const text = `define d {\n  means a\n  except x, ${words}: not b cite code p.1\n  cite code p.1\n}\n`;
      const [finding, ...more] = parse(text);
      expect([finding?.code, more]).toEqual(['certainty-before-condition', []]);
      const fixed = applyFix(text, finding?.fix ?? { title: '', safe: true, edits: [] });
      expect(fixed).toContain(`except x: not b, ${words} cite`);
      expect(codes(fixed)).toEqual([]);
    },
  );
  test.each(['a and or and b', 'a and or b', 'a or b and and c', 'or and or'])(
    '`%s` lacks an operand: that alone is said',
    (words) => {
      const found = codes(`define d {\n  means ${words}\n  cite code p.1\n}\n`);
      expect(new Set(found)).toEqual(new Set(['expected-something-else']));
    },
  );
  test('what is no certainty is not taken for an early one', () => {
    expect(codes('define d {\n  means x ,y : z, likely\n  cite code p.1\n}\n')).toEqual([
      'expected-something-else',
    ]);
  });
  test.each(['source', 'import', 'section', 'scenario', 'enum', 'title', 'includes', 'in', 'number'])(
    'a member of an enum that is called `%s` has its words',
    (name) => {
      const text = `enum E {\n  a "the a",\n  ${name} "the other",\n  ${name}2 "2",\n  ${name}3\n}\n`;
      const { value, diagnostics } = parseFile(text, 't.policy');
      expect(diagnostics).toEqual([]);
      const [declared] = value.declarations;
      expect(
        declared?.kind === 'enum' ? declared.members.map(({ text, words }) => [text, words?.value]) : [],
      ).toEqual([
        ['a', 'the a'],
        [name, 'the other'],
        [`${name}2`, '2'],
        [`${name}3`, undefined],
      ]);
    },
  );
  test('a lost brace of an enum spoils only the enum', () => {
    expect(codes('enum E {\n  a "the a",\n  b\nimport "x.policy"\nbearer c "the c"\n')).toEqual([
      'missing-bracket',
    ]);
  });
  test.each([
    ['c in { a, b }', 'c is one of { a, b }'],
    ['c in [a, b]', 'c is one of {a, b}'],
    ['x and c not in (a)', 'x and c is not one of {a}'],
  ])('`%s` is one finding, and the fix mends it', (foreign, ours) => {
    const text = (it: string): string => `define d {\n  means ${it}\n  cite code p.1\n}\n`;
    const [finding, ...more] = parse(text(foreign));
    expect([finding?.code, more]).toEqual(['foreign-word', []]);
    expect(applyFix(text(foreign), finding?.fix ?? { title: '', safe: true, edits: [] })).toBe(text(ours));
    expect(codes(text(ours))).toEqual([]);
  });
  test.each(['match', 'switch', 'select', 'if', 'today', 'more', 'equal', 'each'])(
    'a fact may be called `%s`, with a block behind it',
    (name) => {
      const text = `means ${name} {\n  say "it {is|is not}"\n}\nexcept ${name} cite code p.1 {\n  except a: ${name} and b is ${name} cite code p.1\n}\nexcept ${name} {\n  except other: b\n}\ncite code p.1`;
      expect(codes(`define d {\n${text}\n}\n`)).toEqual([]);
    },
  );
  test('a fact may be called `in`, and a branch may begin with `not`', () => {
    expect(condition('case { a: yes  in: b  not c: no }')).toMatchObject({ branches: { length: 3 } });
    expect(condition('in and c is in')).toMatchObject({ kind: 'and' });
  });
  test('`includes` first on its line begins a clause', () => {
    const { requires, includes } = define('requires a\nincludes b\ncite code p.1');
    expect([requires.length, includes.length]).toEqual([1, 1]);
  });
  test('`includes` with a label begins a clause anywhere', () => {
    const { requires, includes } = define('requires a includes x: b cite code p.1');
    expect([requires.length, includes.length, includes[0]?.label?.text]).toEqual([1, 1, 'x']);
  });
  test('`includes` on the line of a name asks about a set', () => {
    expect(condition('s includes a').kind).toBe('includes');
  });
  test('`includes` in brackets asks about a set, even first on its line', () => {
    expect(condition('(s\n  includes a)')).toMatchObject({ kind: 'group', of: { kind: 'includes' } });
  });
  test('a dash that begins a line of a table is a cell', () => {
    const { table } = define('table a | b {\n  x | 1: p - q\n  - | < 2: q\n  -3 | -: r\n}\ncite code p.1');
    expect(table?.rows.map(({ cells }) => cells.map(({ kind }) => kind))).toEqual([
      ['valuesCell', 'valuesCell'],
      ['anyCell', 'valuesCell'],
      ['valuesCell', 'anyCell'],
    ]);
  });
  test('a citation after a condition belongs to it, the next to the definition', () => {
    const { means, cites } = define('means a cite code p.1\ncite code p.2');
    expect([means[0]?.cites.length, cites.length]).toEqual([1, 1]);
  });
  test('`no` is a value or a quantity', () => {
    expect(condition('case { a: no  b: yes  otherwise: no }').kind).toBe('case');
    expect(condition('no l in letters has l.open')).toMatchObject({
      kind: 'quantified',
      quantity: { kind: 'none' },
    });
  });
  test('a shift takes the whole sum on its right', () => {
    expect(condition('1 month after a + 2 days < asOf')).toMatchObject({
      kind: 'compare',
      left: { kind: 'shift', date: { kind: 'arithmetic' } },
    });
  });
  test('`despite` and law in one head', () => {
    const rule = only(
      'rule r despite a, b governed by x, from 2018-05-25 ceasing 2020-01-01 { may "go" cite code p.1 }',
    );
    expect(rule).toMatchObject({
      despite: [{ text: 'a' }, { text: 'b' }],
      law: { from: { iso: '2018-05-25' }, ceasing: { iso: '2020-01-01' } },
    });
  });
  test('`except otherwise` is open, a label of that name is not', () => {
    expect(define('means a\nexcept otherwise "else?"\ncite code p.1').exceptOtherwise?.ask?.value).toBe(
      'else?',
    );
    expect(define('means a\nexcept otherwise: b\ncite code p.1').exceptions[0]?.label?.text).toBe(
      'otherwise',
    );
  });
});

describe('spans', () => {
  test('are exact', () => {
    const text = 'define d {\n  requires lbl: a and (not b), very likely cite code p.1 "x"\n}\n';
    const { value } = parseFile(text, 't');
    const [declaration] = value.declarations;
    if (declaration?.kind !== 'define') throw new Error('not a definition');
    const [limb] = declaration.requires;
    const shown = [declaration, limb, limb?.label, limb?.condition, limb?.certainty, limb?.cites[0]].map(
      (node) => node && text.slice(node.span.start, node.span.end),
    );
    expect(shown).toEqual([
      text.trimEnd(),
      'lbl: a and (not b), very likely cite code p.1 "x"',
      'lbl',
      'a and (not b)',
      'very likely',
      'code p.1 "x"',
    ]);
  });
});

describe('doc comments', () => {
  test('belong to what follows', () => {
    const record = only(
      '/// The thing.\n///  Indented.\nrecord R "r" {\n  /// A part.\n  fact a: yesno\n}\n',
    );
    expect(record).toMatchObject({ doc: ['The thing.', ' Indented.'], fields: [{ doc: ['A part.'] }] });
  });
});

describe('mistakes', () => {
  const file = `define first {
  mean open
  cite code p.1
}
define second {
  means open and near or late
  cite code p.1
}
rule third on controller {
  must
  when open and
  cite code p.2
}
define fourth {
  means (open and near
  cite code p.3
}
define fifth {
  requires not open is near
  cite code p.3

rule sixth on controller { must "go" when open && near cite code p.1 }
define last { means open cite code p.1 }
`;
  test('each is found, with a code of its own', () => {
    expect(codes(file)).toEqual([
      'unknown-clause',
      'mixed-and-or',
      'expected-something-else',
      'expected-something-else',
      'missing-bracket',
      'missing-bracket',
      'not-without-brackets',
      'foreign-operator',
    ]);
  });
  test('what is not wrong is still read', () => {
    const names = parseFile(file, 't').value.declarations.map((d) => ('name' in d ? d.name.text : ''));
    expect(names).toEqual(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'last']);
  });

  test.each([
    ['means a and b or c', 'means (a and b) or c'],
    ['means a or b and c or d and e', 'means a or (b and c) or (d and e)'],
    ['means not a is b', 'means not (a is b)'],
    ['means a && b', 'means a and b'],
    ['means a || b', 'means a or b'],
    ['means a != b', 'means a is not b'],
    ['means a == true', 'means a is true', 'means a is yes'],
    ['means !a', 'means not a'],
    ['means a ≤ b', 'means a <= b'],
    ['means a;', 'means a'],
    ['mean a', 'means a'],
    ['means a\nunless b', 'means a\nexcept b'],
    ['say ‘x’ means a', 'say "x" means a'],
    ['means (a and b', 'means (a and b)'],
  ])('`%s` has a fix that leads to `%s`', (bad, ...steps) => {
    const wrap = (body: string): string => `define d {\n${body}\ncite code p.1\n}\n`;
    let text = wrap(bad);
    for (const step of steps) {
      const fix = parse(text).find((diagnostic) => diagnostic.fix !== undefined)?.fix;
      if (fix === undefined) throw new Error(`no fix for ${text}`);
      text = applyFix(text, fix);
      expect(text.replaceAll(/\s+/g, ' ')).toBe(wrap(step).replaceAll(/\s+/g, ' '));
    }
    expect(codes(text)).toEqual([]);
  });

  test('a missing comma between citations names what may follow', () => {
    const [diagnostic] = parse('define d {\n  means a\n  cite code p.1 gdpr art.2\n}\n');
    expect(diagnostic?.code).toBe('missing-comma');
    expect(diagnostic?.fix?.edits[0]?.text).toBe(',');
  });
  test('a clause said twice shows both places', () => {
    const [diagnostic] = parse('fact a: yesno {\n  ask "x"\n  ask "y"\n}\n');
    expect(diagnostic?.code).toBe('repeated-clause');
    expect(diagnostic?.related).toHaveLength(1);
  });
  test('a lost brace costs one declaration its end, not the file its rest', () => {
    expect(
      codes(
        'section "s" {\n  define a {\n    means x\n    cite code p.1\n\n  define b {\n    means y\n    cite code p.2\n  }\n}\n',
      ),
    ).toEqual(['missing-bracket']);
  });
});

describe('a `cite` in an ambiguity', () => {
  const cited = (text: string): readonly unknown[] => {
    const declaration = only(text);
    if (declaration.kind !== 'ambiguity') throw new Error('not an ambiguity');
    const pinpoints = (cites: typeof declaration.cites): readonly string[] =>
      cites.map(({ pinpoint }) => pinpoint);
    return [pinpoints(declaration.cites), ...declaration.readings.map(({ cites }) => pinpoints(cites))];
  };

  test('that begins a line is of the ambiguity, also behind the last reading', () => {
    expect(
      cited('ambiguity a {\n  reading b "x" default\n  cite act s.1\n  reading c "y"\n  cite act s.2\n}\n'),
    ).toEqual([['s.1', 's.2'], [], []]);
  });

  test('that stands on the line of a reading is of that reading', () => {
    const text =
      'ambiguity a {\n  reading b "x" default cite act s.1\n  reading c "y" cite\n    act s.2,\n    act s.3\n  cite act s.4\n}\n';
    expect(cited(text)).toEqual([['s.4'], ['s.1'], ['s.2', 's.3']]);
  });

  test('keeps its place when the file is formatted, with long lines and comments', () => {
    const long = 'very '.repeat(25);
    for (const text of [
      `ambiguity a {\n  reading b "${long}" default cite act s.1 "${'word '.repeat(8)}", act s.2 // one\n  reading c "y" // two\n  cite act s.4\n}\n`,
      'ambiguity a { reading b "x" cite // one\n act s.1, // two\n act s.2 reading c // three\n "y" default cite act s.3 // four\n cite act s.4 }\n',
    ]) {
      const formatted = formatFile(parseFile(text, 't').value, text);
      expect(cited(formatted)).toEqual(cited(text));
      expect(formatFile(parseFile(formatted, 't').value, formatted)).toBe(formatted);
    }
  });
});
