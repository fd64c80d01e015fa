// Packs of any size, for what must not grow with them (one goal's cost) and what must not grow faster than they do
// (parsing, checking, planning).

/** Twenty lines of policy: a record, a definition, a rule, none of which the rest of the pack mentions. */
function unrelated(n: number): string {
  const name = `matter${n}`;
  const record = `Matter${n}`;
  return `
record ${record} "matter ${n}" {
  fact reported: yesno { ask "Was matter ${n} reported?" say "matter ${n} {was|was not} reported" }
  fact serious: yesno  { ask "Is matter ${n} serious?" say "matter ${n} {is|is not} serious" }
  event arisenOn       { ask "When did matter ${n} arise?" }
  event answeredOn     { ask "When was matter ${n} answered?" }
}
fact ${name}: ${record}

define ${name}Notified {
  say      "matter ${n} {is|is not} to be notified"
  requires ${name}.reported and ${name}.arisenOn <= asOf cite dpa2018 sch.1 para.${n}(1)
  means    ${name}.serious cite dpa2018 sch.1 para.${n}(2)
  cite     dpa2018 sch.1 para.${n}
}
rule ${name}Answer on controller {
  must "answer matter ${n}"
  when ${name}Notified
  done by ${name}.answeredOn, no later than 1 month after ${name}.arisenOn
  cite dpa2018 sch.1 para.${n}(3)
}
`;
}

/** How many of them go into one file: a file has a limit of its own. */
const perFile = 200;

/** A pack with `count` unrelated definitions and as many rules, in files of their own that it imports. */
export function withUnrelated(
  files: ReadonlyMap<string, string>,
  count: number,
): ReadonlyMap<string, string> {
  const all = Array.from({ length: count }, (_, i) => unrelated(i + 1));
  const parts = new Map<string, string>();
  for (let start = 0; start < count; start += perFile) {
    parts.set(`unrelated-${start / perFile + 1}.policy`, all.slice(start, start + perFile).join(''));
  }
  const imports = [...parts.keys()].map((name) => `import "${name}"\n`).join('');
  const text = `${files.get('pack.policy') ?? ''}\n${imports}bearer controller "the controller"\n`;
  return new Map([...files, ['pack.policy', text], ...parts]);
}

/** Rule A with its notice exception turning on an ambiguity, whose default reading is what rule A says. */
export function withReading(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const text = files.get('pack.policy') ?? '';
  const notice = 'except   notice: processing.noticeGiven and processing.periodEnded';
  if (!text.includes(notice)) throw new Error('rule A has no such exception any more');
  const ambiguity = `
ambiguity noticePeriod "when a notice takes effect" {
  cite dpa2018 sch.1 para.22(3)
  reading ended "when the period that it gives has ended" default
  reading given "at once"
}
`;
  const byReading = `except   notice: processing.noticeGiven and by reading noticePeriod { ended: processing.periodEnded  given: yes }`;
  return new Map([...files, ['pack.policy', text.replace(notice, byReading) + ambiguity]]);
}

/** A policy of at least `lines` lines. */
export function ofLines(files: ReadonlyMap<string, string>, lines: number): ReadonlyMap<string, string> {
  const own = (files.get('pack.policy') ?? '').split('\n').length;
  const each = unrelated(1).split('\n').length - 1;
  return withUnrelated(files, Math.ceil((lines - own) / each));
}
