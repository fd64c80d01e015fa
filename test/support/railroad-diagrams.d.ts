/** The parts of the library that are used here. */
declare module 'railroad-diagrams' {
  /** Something that can be put into a diagram; as text, SVG. */
  interface Part {
    toString(): string;
  }
  type Item = Part | string;
  const library: {
    readonly Diagram: (...items: readonly Item[]) => Part;
    readonly Sequence: (...items: readonly Item[]) => Part;
    /** `normal` is the index of the choice that is drawn straight. */
    readonly Choice: (normal: number, ...choices: readonly Item[]) => Part;
    readonly Optional: (item: Item) => Part;
    readonly OneOrMore: (item: Item) => Part;
    readonly ZeroOrMore: (item: Item) => Part;
    readonly Terminal: (text: string) => Part;
    readonly NonTerminal: (text: string) => Part;
    readonly Comment: (text: string) => Part;
  };
  export default library;
}
