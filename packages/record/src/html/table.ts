/** A table that scrolls by itself where a window is narrower than it, also by keyboard. */
import { type Child, el } from '@proviso/explain/html';

/** The table; `name` is what a screen reader calls its region. */
export function table(name: string, heads: readonly string[], rows: readonly Child[], style = 'rows'): Child {
  return el(
    'div',
    { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': name },
    el(
      'table',
      { class: style },
      el('thead', null, el('tr', null, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
      el('tbody', null, ...rows),
    ),
  );
}
