/** Marks in emitted code. Each is a character that no name, literal or comment has: literals escape it, comments drop it. */
export const mark = {
  /** Before and after what is a type (`erasable.ts`). */
  type: '\u0001',
  /** Begins what stands on one line where it fits. */
  group: '\u0002',
  /** Begins what has two more spaces after each line break. */
  indent: '\u0003',
  /** Begins what is printed only where the group around it is broken. */
  ifBroken: '\u0004',
  /** Ends what the three before begin. */
  end: '\u0005',
  line: '\u0006',
  softline: '\u0007',
  hardline: '\u0008',
} as const;

/** The marks of layout by number, and what breaks a line in a text. */
export const code = {
  group: 2,
  indent: 3,
  ifBroken: 4,
  end: 5,
  line: 6,
  softline: 7,
  hardline: 8,
  newline: 10,
} as const;

/** Words of an author's that stand in emitted code as they are: in comments. */
export function withoutMarks(text: string): string {
  return Object.values(mark).reduce((left, each) => left.replaceAll(each, ''), text);
}
