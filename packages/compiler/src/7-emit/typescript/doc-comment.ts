/** A doc comment, on one line or several. */
export function docComment(text: string): string {
  const lines = text.split('\n');
  return lines.length === 1
    ? `/** ${text} */`
    : `/**\n${lines.map((one) => ` * ${one}`.trimEnd()).join('\n')}\n */`;
}
