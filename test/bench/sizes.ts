import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundle, type EmittedPack } from './emitted.ts';

export interface Bytes {
  readonly minified: number;
  readonly gzipped: number;
}
export interface Size extends Bytes {
  readonly name: string;
  readonly brotli: number;
}

/** The bytes of minified code, and of the same compressed. */
export function bytesOf(code: Uint8Array): Bytes {
  return { minified: code.length, gzipped: gzipSync(code, { level: 9 }).length };
}

/** Bytes that a browser loads for one entry of a goal: bundled with what it needs of the runtime, minified, compressed. */
export async function sizeOf(
  pack: EmittedPack,
  name: string,
  module: string,
  exported: string,
): Promise<Size> {
  const code = Buffer.from(await bundle(pack, module, [exported], true));
  return {
    name,
    ...bytesOf(code),
    brotli: brotliCompressSync(code).length,
  };
}
