/** All that this package uses of Node, whose own types would be everywhere in it. */
declare module 'node:crypto' {
  export function createHash(algorithm: 'sha256'): {
    update(text: string, encoding: 'utf8'): { digest(encoding: 'hex'): string };
  };
}
