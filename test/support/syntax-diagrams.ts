/** The grammar of the manual, `grammar/policy.ebnf`, as a page of syntax diagrams. */
import railroad from 'railroad-diagrams';

type Diagram = ReturnType<typeof railroad.Sequence>;

const { Choice, Comment, NonTerminal, OneOrMore, Optional, Sequence, Terminal, ZeroOrMore } = railroad;

/** What a rule is made of: names, words in quotation marks, `( … )`, `|`, and `?`, `*`, `+` behind what they are of. */
const marks = /\s*([A-Za-z][A-Za-z0-9]*|"[^"]*"|[()|?*+])/y;

/** One rule of the grammar. */
interface GrammarRule {
  readonly name: string;
  readonly body: string;
}

/** The page. A rule that is used links to its own diagram. */
export function syntaxDiagrams(ebnf: string): string {
  const rules = rulesOf(ebnf);
  const names = new Set(rules.map(({ name }) => name));
  const sections = rules.map(({ name, body }) => {
    const svg = linked(String(railroad.Diagram(new Reader(body, names).all())));
    return `<section id="${name}">\n<h2>${name}</h2>\n${svg.replace('<svg ', `<svg role="group" aria-label="${escaped(`${name} is ${body}`)}" `)}\n</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The policy language: syntax diagrams</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; color: #0b0c0c; }
nav { columns: 12rem; }
section { overflow-x: auto; }
h2 { font-size: 1.1rem; margin: 2rem 0 0; }
svg path { stroke: #0b0c0c; stroke-width: 2; fill: none; }
svg text { font: 14px ui-monospace, monospace; text-anchor: middle; }
svg rect { stroke: #0b0c0c; stroke-width: 2; fill: #eef3f7; }
svg a text { fill: #1d5f9e; text-decoration: underline; }
</style>
</head>
<body>
<h1>The policy language: syntax diagrams</h1>
<p>Generated from <a href="policy.ebnf">policy.ebnf</a>, which also says what names, texts, dates and pinpoints look like and where line breaks count. <a href="reference.md">The manual</a> says what everything is for.</p>
<nav aria-label="Rules"><ul>
${rules.map(({ name }) => `<li><a href="#${name}">${name}</a></li>`).join('\n')}
</ul></nav>
${sections.join('\n')}
</body>
</html>
`;
}

/** The boxes of rules, which have corners where those of words are round, as links to the diagrams of these. */
function linked(svg: string): string {
  return svg.replaceAll(
    /(<rect (?:(?! rx=)[^>])*><\/rect>)\n(<text [^>]*>)([^<]*)(<\/text>)/g,
    '$1\n<a href="#$3">$2$3$4</a>',
  );
}

/** `name = body ;`, comments left out. */
function rulesOf(ebnf: string): readonly GrammarRule[] {
  const bare = ebnf.replaceAll(/\(\*.*?\*\)/gs, ' ');
  return [...bare.matchAll(/([A-Za-z]+)\s*=((?:"[^"]*"|[^";])*);/g)].map(([, name = '', body = '']) => ({
    name,
    body: body.trim().replaceAll(/\s+/g, ' '),
  }));
}

/** Reads the body of a rule. */
class Reader {
  readonly #tokens: readonly string[];
  readonly #names: ReadonlySet<string>;
  #at = 0;

  constructor(body: string, names: ReadonlySet<string>) {
    const tokens: string[] = [];
    for (marks.lastIndex = 0; marks.lastIndex < body.length; ) {
      const from = marks.lastIndex;
      const token = marks.exec(body)?.[1];
      if (token === undefined)
        throw new Error(`the grammar cannot be read at: ${body.slice(from, from + 40)}`);
      tokens.push(token);
    }
    this.#tokens = tokens;
    this.#names = names;
  }

  all(): Diagram {
    const read = this.#choice();
    if (this.#at < this.#tokens.length) throw new Error(`nothing opens the ${this.#tokens[this.#at]}`);
    return read;
  }

  #choice(): Diagram {
    const choices = [this.#sequence()];
    while (this.#tokens[this.#at] === '|') {
      this.#at += 1;
      choices.push(this.#sequence());
    }
    const [only] = choices;
    return choices.length === 1 && only !== undefined ? only : Choice(0, ...choices);
  }

  #sequence(): Diagram {
    const items: Diagram[] = [];
    while (this.#at < this.#tokens.length && !['|', ')'].includes(this.#tokens[this.#at] ?? ''))
      items.push(this.#item());
    return items.length === 1 && items[0] !== undefined ? items[0] : Sequence(...items);
  }

  #item(): Diagram {
    let item = this.#primary();
    for (;;) {
      const mark = this.#tokens[this.#at];
      if (mark === '?') item = Optional(item);
      else if (mark === '*') item = ZeroOrMore(item);
      else if (mark === '+') item = OneOrMore(item);
      else return item;
      this.#at += 1;
    }
  }

  #primary(): Diagram {
    const token = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    if (token === '(') {
      const inner = this.#choice();
      if (this.#tokens[this.#at] !== ')') throw new Error('a bracket of the grammar is not closed');
      this.#at += 1;
      return inner;
    }
    if (token.startsWith('"')) return Terminal(token.slice(1, -1));
    return this.#names.has(token) ? NonTerminal(token) : Comment(token);
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
