import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundle, type EmittedPack } from './emitted.ts';

export interface Size {
  readonly name: string;
  readonly minified: number;
  readonly gzipped: number;
  readonly brotli: number;
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
    minified: code.length,
    gzipped: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code).length,
  };
}
