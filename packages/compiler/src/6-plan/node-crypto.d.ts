/**
 * All that this package uses of Node, whose own types would be everywhere in it. Where all packages are documented together,
 * these stand beside Node's, as one more form of the call: so the module's name is the one under which those declare it, and the
 * algorithm is in capitals, which Node takes too, as no other package's call has it.
 */
declare module 'crypto' {
  export function createHash(algorithm: 'SHA256'): {
    update(text: string, encoding: 'utf8'): { digest(encoding: 'hex'): string };
  };
}
