/** A trace as one HTML page that needs nothing else: it opens from the file system and prints. */
import { humanise } from '@proviso/explain';
import { type Child, el, htmlPage } from '@proviso/explain/html';
import type { Trace, TracedEncoding, TracedScenario, TracedStatement } from './trace.ts';

const styles = `
body { font: 1rem/1.5 system-ui, sans-serif; color: #0b0c0c; max-width: 75rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.25; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } h3 { font-size: 1.0625rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #b1b4b6; padding: .4rem .8rem .4rem 0; }
tr:target { background: #fff7d1; } a { color: #1d5a96; } .aside { color: #505a5f; } ul { margin: 0; padding-left: 1.1rem; }
.broken { border-left: .3rem solid #b10e1e; padding-left: 1rem; }
@media print { body { padding: 0; font-size: 9pt; } a { color: inherit; } tr { break-inside: avoid; } }`;

/** The page, headed by the title of the pack. */
export function traceHtml(trace: Trace, packTitle: string): string {
  const { pack, statements, encodings, scenarios } = trace;
  const title = `${packTitle}: traceability`;
  const numbers = new Map(scenarios.map(({ name }, i) => [name, i + 1]));
  const sections = [...Map.groupBy(statements, ({ section }) => section)];
  return htmlPage(
    title,
    styles,
    'en',
    el('h1', null, title),
    el('p', { class: 'aside' }, `${pack.id} ${pack.version}`),
    countsParagraphs(trace),
    findingsSection(trace),
    sections.length === 0 ? null : el('h2', null, 'From the source to the rules'),
    ...sections.map(([section, members]) => statementsTable(section, members, numbers)),
    el('h2', null, 'From the rules to the source'),
    encodingsTable(encodings, statements, numbers),
    el('h2', null, 'The scenarios'),
    scenariosTable(scenarios, encodings, statements),
  );
}

function countsParagraphs({ counts, statements }: Trace): Child {
  if (statements.length === 0)
    return el(
      'p',
      null,
      'The pack has no register of statements, so that it cannot be told which are missing.',
    );
  const aside = Object.entries(counts.setAside);
  const setAside = aside.reduce((sum, [, n]) => sum + n, 0);
  const reasons = aside.map(([reason, n]) => `${humanise(reason)} ${n}`);
  return el(
    'ul',
    null,
    el('li', null, `${counts.registered} statements of the source are registered.`),
    el(
      'li',
      null,
      `${are(counts.encoded)} encoded, ${counts.judgementsOnly} of them by judgements only; ${counts.untried === 0 ? 'each of them is tried by a scenario' : `${are(counts.untried)} tried by no scenario`}.`,
    ),
    el('li', null, `${are(setAside)} set aside${setAside === 0 ? '' : `: ${reasons.join(', ')}`}.`),
    el('li', null, `${are(counts.unaccounted)} unaccounted for.`),
  );
}

function are(count: number): string {
  return count === 0 ? 'None is' : count === 1 ? '1 is' : `${count} are`;
}

function findingsSection({ findings }: Trace): Child {
  if (findings.length === 0) return el('p', null, 'The chain from statement to rule to scenario is whole.');
  return el(
    'section',
    { class: 'broken' },
    el('h2', null, 'Where the chain is broken'),
    el('ul', null, ...findings.map(({ message }) => el('li', null, message))),
  );
}

function statementsTable(
  section: string,
  members: readonly TracedStatement[],
  numbers: ReadonlyMap<string, number>,
): Child {
  return table(
    section,
    ['Statement', 'Where', 'In the source’s words', 'What it says', 'Encoded by', 'Tried by'],
    members.map(({ statement, encodedBy, scenarios }) =>
      el(
        'tr',
        { id: `s-${statement.id}` },
        el('th', { scope: 'row' }, statement.id),
        el('td', null, `${statement.source} ${statement.pinpoint}`),
        el('td', null, statement.strength.verbatim.map((word) => `“${word}”`).join(', ')),
        el('td', null, statement.wording),
        statement.disposition === 'setAside'
          ? el(
              'td',
              { class: 'aside', colSpan: 2 },
              `Set aside: ${humanise(statement.reason ?? 'no reason')}`,
              ...(statement.duplicateOf === undefined
                ? []
                : [' of ', link('s', statement.duplicateOf, statement.duplicateOf)]),
            )
          : el(
              'td',
              null,
              ...listed(
                encodedBy.map((name) => link('r', name, name)),
                'nothing',
              ),
            ),
        statement.disposition === 'setAside' ? null : scenarioCell(scenarios, numbers),
      ),
    ),
  );
}

function encodingsTable(
  encodings: readonly TracedEncoding[],
  statements: readonly TracedStatement[],
  numbers: ReadonlyMap<string, number>,
): Child {
  const known = new Set(statements.map(({ statement }) => statement.id));
  return table(
    'Definitions, rules and invariants',
    ['Name', 'Kind', 'Stands for', 'Tried by'],
    encodings.map(({ name, kind, covers, scenarios }) =>
      el(
        'tr',
        { id: `r-${name}` },
        el('th', { scope: 'row' }, name),
        el('td', null, kind),
        el(
          'td',
          null,
          ...listed(
            covers.map((id) => (known.has(id) ? link('s', id, id) : id)),
            'no statement of its own',
          ),
        ),
        scenarioCell(scenarios, numbers),
      ),
    ),
  );
}

function scenariosTable(
  scenarios: readonly TracedScenario[],
  encodings: readonly TracedEncoding[],
  statements: readonly TracedStatement[],
): Child {
  const named = new Set(encodings.map(({ name }) => name));
  const known = new Set(statements.map(({ statement }) => statement.id));
  return table(
    'Scenarios, in the order of the pack',
    ['Number', 'Scenario', 'Expects an answer of', 'Tries'],
    scenarios.map(({ name, expects, tries }, i) =>
      el(
        'tr',
        { id: `c-${i + 1}` },
        el('th', { scope: 'row' }, String(i + 1)),
        el('td', null, name),
        el(
          'td',
          null,
          ...listed(
            expects.map((each) => (named.has(each) ? link('r', each, each) : each)),
            'nothing',
          ),
        ),
        el(
          'td',
          null,
          ...listed(
            tries.map((id) => (known.has(id) ? link('s', id, id) : id)),
            'no statement',
          ),
        ),
      ),
    ),
  );
}

function scenarioCell(scenarios: readonly string[], numbers: ReadonlyMap<string, number>): Child {
  const links = scenarios.map((name) => {
    const number = String(numbers.get(name) ?? '');
    return el('a', { href: `#c-${number}`, title: name }, number);
  });
  return el('td', null, ...listed(links, 'no scenario'));
}

function table(caption: string, heads: readonly string[], rows: readonly Child[]): Child {
  return el(
    'div',
    { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': caption },
    el(
      'table',
      null,
      el('caption', null, caption),
      el('thead', null, el('tr', null, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
      el('tbody', null, ...rows),
    ),
  );
}

function link(kind: 's' | 'r', target: string, text: string): Child {
  return el('a', { href: `#${kind}-${target}` }, text);
}

function listed(items: readonly Child[], none: string): readonly Child[] {
  return items.length === 0 ? [none] : items.flatMap((item, i) => (i === 0 ? [item] : [', ', item]));
}
