/** @packageDocumentation From texts to a plan and to answers, without the emitter: for editors and playgrounds. Browser-safe. */
export { type CompiledPack, compilePack, type CompileResult } from './compile-pack.ts';
export { type LoadResult, loadPack } from './load-pack.ts';
