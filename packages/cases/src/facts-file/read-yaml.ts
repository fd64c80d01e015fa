/**
 * Facts as YAML 1.2: plain data only. Anchors, aliases and tags are refused (a few lines of aliases can stand for
 * gigabytes), as are duplicate keys and numbers that cannot be held exactly. Unquoted, yes and no are answers as true and
 * false are, each in small letters, with a capital or in capitals; on, off, y and n are text.
 */
import { checkText } from '../given.ts';
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, Scalar } from 'yaml';
import {
  FactsFileError,
  type FactsDocument,
  type FileProblem,
  maxNesting,
  memberPath,
  numberProblem,
  Places,
  shorten,
} from './document.ts';

/** Reads a YAML text; throws `FactsFileError` with everything wrong. */
export function readYaml(text: string): FactsDocument {
  checkText(text, 'a case in YAML');
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    prettyErrors: false,
    // Its own check compares every key with every other; ours uses a set.
    uniqueKeys: false,
    keepSourceTokens: false,
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new FactsFileError([{ line, column: col, ...syntaxProblem(error.code, error.message) }]);
  }
  const walker = new Walker(lines);
  const data = walker.value(document.contents, '', 0);
  if (walker.problems.length > 0) throw new FactsFileError(walker.problems);
  return { data: data ?? {}, lineOf: (path) => walker.places.lineOf(path) };
}

function syntaxProblem(code: string, message: string): Omit<FileProblem, 'line'> {
  switch (code) {
    case 'RESOURCE_EXHAUSTION':
      return { message: 'values nest too deep to read' };
    case 'MULTIPLE_DOCS':
      return {
        message: 'a second document begins here',
        help: 'one file of facts is one case: remove the `---` and what follows',
      };
    case 'TAB_AS_INDENT':
      return { message: 'a tab is used for indentation', help: 'indent with spaces' };
    default: {
      const [first = ''] = message.split('\n');
      return { message: `not valid YAML: ${first.slice(0, 1).toLowerCase()}${first.slice(1)}` };
    }
  }
}

class Walker {
  readonly places = new Places();
  readonly problems: FileProblem[] = [];
  readonly #lines: LineCounter;

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  value(node: Node | null, path: string, depth: number): unknown {
    if (node === null) return null;
    this.places.add(path, this.#line(node));
    if (depth > maxNesting) return this.#report(node, `values nest deeper than ${maxNesting}`);
    if (isAlias(node))
      return this.#report(node, `the alias \`*${shorten(node.source)}\` is not read`, 'write the value out');
    if ('anchor' in node && node.anchor !== undefined)
      this.#report(
        node,
        `the anchor \`&${shorten(node.anchor)}\` is not read`,
        'write the value out where it is wanted',
      );
    if (node.tag !== undefined && !isPlainTag(node.tag))
      this.#report(node, `the tag \`${shorten(node.tag)}\` is not read`, 'facts are plain values');
    if (isMap<Node, Node | null>(node)) return this.#map(node, path, depth);
    if (isSeq<Node | null>(node))
      return node.items.map((item, index) => this.value(item, `${path}[${index}]`, depth + 1));
    return isScalar(node) ? this.#scalar(node) : undefined;
  }

  #map(
    node: { readonly items: readonly { readonly key: Node; readonly value: Node | null }[] },
    path: string,
    depth: number,
  ): unknown {
    const entries = new Map<string, unknown>();
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? (key.source ?? String(key.value)) : undefined;
      if (name === undefined) this.#report(key, 'a key is not a plain name');
      else if (entries.has(name))
        this.#report(
          key,
          `\`${shorten(name)}\` is given twice`,
          'keep one of the two: which one is meant cannot be guessed',
        );
      else {
        const at = memberPath(path, name);
        entries.set(name, this.value(value, at, depth + 1));
        this.places.add(at, this.#line(key));
      }
    }
    return Object.fromEntries(entries);
  }

  #scalar(node: Scalar): unknown {
    const { value, source = '' } = node;
    if (typeof value === 'number') {
      const problem =
        /^[-+]?[0-9]/.test(source) && !/^0[xo]/.test(source)
          ? numberProblem(source)
          : { message: `\`${shorten(source)}\` is not a number that facts can have` };
      return problem === undefined ? value : this.#report(node, problem.message, problem.help);
    }
    if (node.type === Scalar.PLAIN && typeof value === 'string') {
      if (/^(yes|Yes|YES)$/.test(value)) return true;
      if (/^(no|No|NO)$/.test(value)) return false;
    }
    return value;
  }

  #line(node: Node): number {
    return this.#lines.linePos(node.range?.[0] ?? 0).line;
  }

  #report(node: Node, message: string, help?: string): undefined {
    const { line, col } = this.#lines.linePos(node.range?.[0] ?? 0);
    if (this.problems.length < 100)
      this.problems.push({ line, column: col, message, ...(help === undefined ? {} : { help }) });
    return undefined;
  }
}

/** The tags that the parser itself gives to plain values. */
function isPlainTag(tag: string): boolean {
  return /^tag:yaml\.org,2002:(map|seq|str|int|float|bool|null)$/.test(tag);
}
