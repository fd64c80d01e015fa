import type { DiagnosticTable } from './define.ts';
import { define, fact, packOf, parcels, policy, record } from './samples.ts';
import { near, type Suggested } from './words.ts';

/** What the messages of `declarationTable` speak of. */
export interface DeclarationParams {
  'missing-import': Suggested & { readonly path: string };
  'import-outside': { readonly path: string };
  'too-many-files': { readonly limit: number };
  'too-many-declarations-in-pack': { readonly limit: number };
  'several-packs': Record<string, never>;
  'duplicate-name': { readonly name: string };
  'goals-alike': { readonly name: string; readonly first: string };
  'duplicate-label': { readonly label: string };
  'reserved-name': { readonly name: string };
  'reserved-label': { readonly label: string };
  'shadowed-name': { readonly name: string };
  'ambiguous-name': { readonly name: string; readonly type: string };
}

/** A pack that imports so many files, each with the text made for its number. */
function manyFiles(count: number, text: (index: number) => string): Readonly<Record<string, string>> {
  const names = Array.from({ length: count - 1 }, (_, index) => `part-${index + 1}.policy`);
  const imports = names.map((name) => `import "${name}"\n`).join('');
  return {
    'pack.policy': packOf(imports),
    ...Object.fromEntries(names.map((name, index) => [name, text(index)])),
  };
}

/** Codes of files and of names where they are declared. */
export const declarationTable: DiagnosticTable<DeclarationParams> = {
  'missing-import': {
    severity: 'error',
    message: ({ path, suggestion }) => `there is no file \`${path}\`${near(suggestion)}`,
    help: 'the path is relative to the folder of the importing file',
    explanation:
      'An `import` names another file of the same pack by a path relative to the file that imports it. All files of a pack share one set of names, so each file needs importing only once; importing in a circle is harmless.',
    bad: packOf('import "fcts.policy"\n'),
    good: {
      files: {
        'pack.policy': policy('import "facts.policy"\n', define('sendable', 'weighed')),
        'facts.policy': fact('weighed'),
      },
    },
  },
  'import-outside': {
    severity: 'error',
    message: ({ path }) => `\`${path}\` leads out of the pack's folder`,
    help: 'move the file into the folder of the pack, and import it by a relative path with `/`',
    explanation:
      'A pack is one folder: what it means can be read from its own files. So an import is a relative path that stays within the folder; it is never absolute and never an address on the web.',
    bad: packOf('import "../../elsewhere.policy"\n'),
    good: packOf(),
  },
  'too-many-files': {
    severity: 'error',
    message: ({ limit }) => `a pack has at most ${limit} files`,
    help: 'split the pack into several packs',
    explanation:
      'The limit protects the tools from a text made to exhaust them. Files beyond it are not read.',
    bad: {
      shown: '// … a pack of 501 files …',
      get files() {
        return manyFiles(501, (index) => `// file ${index}\n`);
      },
    },
    good: packOf(),
  },
  'too-many-declarations-in-pack': {
    severity: 'error',
    message: ({ limit }) => `a pack has at most ${limit} declarations, fields of records included`,
    help: 'split the pack into several packs',
    explanation:
      'The limit protects the tools from a text made to exhaust them. Declarations beyond it are not read.',
    bad: {
      shown: '// … 20,001 declarations in several files …',
      get files() {
        return manyFiles(6, (index) =>
          Array.from({ length: 4000 }, (_, i) => `bearer b${index}x${i} "the bearer"\n`).join(''),
        );
      },
    },
    good: packOf(),
  },
  'several-packs': {
    severity: 'error',
    message: () => 'a pack is declared only once',
    help: 'keep the declaration in the entry file; the imported files belong to the same pack',
    explanation: 'The `pack` declaration gives the title, version and period of all files together.',
    bad: packOf('pack other {\n  title "Another"\n  version "1.0.0"\n  period from 2020-01-01\n}\n'),
    good: packOf(),
  },
  'duplicate-name': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` is declared twice`,
    help: 'give one of them another name; versions of one statement need `from` and `ceasing` dates',
    explanation:
      'Facts, definitions, rules, exceptions, constraints, invariants and ambiguities of a pack share one set of names, across all its files. Types (enums and records), bearers, sources and goals each have a set of their own. A definition or rule may have several versions under one name where their dates follow each other.',
    bad: policy(fact('weighed'), define('weighed', 'yes')),
    good: policy(fact('weighed'), define('sendable', 'weighed')),
  },
  'goals-alike': {
    severity: 'error',
    message: ({ name, first }) => `the goals \`${first}\` and \`${name}\` differ in capitals only`,
    help: 'give one of them another name',
    explanation:
      'A goal is built to files of its name, and many file systems do not tell capitals from small letters: of two such goals one would replace the other.',
    bad: policy(
      fact('weighed'),
      fact('taken'),
      define('sendable', 'weighed'),
      define('closed', 'taken'),
      'goal parcel "whether a parcel can be sent" { sendable }\n',
      'goal Parcel "whether a parcel is closed" { closed }\n',
    ),
    good: policy(
      fact('weighed'),
      fact('taken'),
      define('sendable', 'weighed'),
      define('closed', 'taken'),
      'goal parcelSent "whether a parcel can be sent" { sendable }\n',
      'goal parcelClosed "whether a parcel is closed" { closed }\n',
    ),
  },
  'duplicate-label': {
    severity: 'error',
    message: ({ label }) => `the label \`${label}\` is used twice in one statement`,
    help: 'give one of them another label',
    explanation:
      "Labels name the limbs and exceptions of a statement in traces, and `statement.label` is a condition. So a label is used once in a statement; an exception's own exceptions have labels of their own.",
    bad: policy(
      fact('small'),
      fact('light'),
      define('sendable', 'ordinary: small cite act s.1\n  means ordinary: light'),
    ),
    good: policy(
      fact('small'),
      fact('light'),
      define('sendable', 'bySize: small cite act s.1\n  means byWeight: light'),
    ),
  },
  'reserved-name': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` has a meaning of its own and cannot be used as a name here`,
    help: 'choose another name',
    explanation:
      '`otherwise` holds, in the facts of a case, the answers about grounds that are not listed; `self` is the instance inside a record; `verdict` and `unknown` are words of scenarios; `constructor`, `toString` and the other names that every JavaScript object has are no names of facts, types, statements, goals, readings or anything else, because facts and answers are such objects.',
    bad: policy(fact('otherwise'), define('sendable', 'otherwise')),
    good: policy(fact('otherGround'), define('sendable', 'otherGround')),
  },
  'reserved-label': {
    severity: 'error',
    message: ({ label }) => `\`${label}\` cannot be a label`,
    help: 'choose another label',
    explanation:
      'In `rule.applies`, `rule.met` and `rule.breached` the second word asks about the rule itself, and `otherwise` is the ground that is not listed. A label of that name could not be told apart. Nor can a label have a name that every JavaScript object has, such as `constructor`.',
    bad: policy(fact('small'), define('sendable', 'applies: small')),
    good: policy(fact('small'), define('sendable', 'bySize: small')),
  },
  'shadowed-name': {
    severity: 'error',
    message: ({ name }) => `\`${name}\` already means something else here`,
    help: 'give the variable a name of its own',
    explanation:
      'A parameter or a variable of a quantifier never hides a fact, a statement or an outer variable: a reader must not have to look twice.',
    bad: policy(
      record('Parcel', 'fragile'),
      parcels,
      fact('p'),
      define('sendable', 'p and (no p in parcels has (p.fragile))'),
    ),
    good: policy(
      record('Parcel', 'fragile'),
      parcels,
      fact('paid'),
      define('sendable', 'paid and (no p in parcels has (p.fragile))'),
    ),
  },
  'ambiguous-name': {
    severity: 'error',
    message: ({ name, type }) => `\`${name}\` is both a member of \`${type}\` and a name of that type`,
    help: 'rename the fact or definition',
    explanation:
      'Where a value of an enum is expected, a word means the member of that name. A fact or definition of the same enum with the same name would make it unclear which is meant.',
    bad: policy(
      'enum Size { small, large }\n',
      'fact small: Size { ask "What is the smallest size?" }\nfact size: Size { ask "What size is it?" }\n',
      define('sendable', 'size is small'),
    ),
    good: policy(
      'enum Size { small, large }\n',
      'fact smallest: Size { ask "What is the smallest size?" }\nfact size: Size { ask "What size is it?" }\n',
      define('sendable', 'size is smallest'),
    ),
  },
};
