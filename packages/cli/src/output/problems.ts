/** Problems as lines for a person: `facts.yaml:12: message.channel: expected …`. */
import type { Problem } from '../exit.ts';
import { oneLine } from './inert.ts';
import type { Role } from './style.ts';

/** One problem, with its help on the next line. */
export function problemText(problem: Problem, style: (role: Role, text: string) => string): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const parts = [place, problem.path].flatMap((part) =>
    part === undefined || part === '' ? [] : [oneLine(part)],
  );
  const text = `${parts.map((part) => style('strong', `${part}: `)).join('')}${oneLine(problem.message)}`;
  return problem.help === undefined
    ? `  ${text}\n`
    : `  ${text}\n    ${style('quiet', `help: ${oneLine(problem.help)}`)}\n`;
}
