/** The process in which z3 runs: a text for each message, in a state of its own, and what z3 prints in return. */
import { init } from 'z3-solver';

/** What of the emscripten module is used: texts are handed over in its memory, since its own way has a small limit. */
interface Memory {
  readonly HEAPU8: Uint8Array;
  _malloc(size: number): number;
  _free(at: number): void;
  // The synchronous entry: this process is the solver's, so that it needs no thread of its own.
  _Z3_eval_smtlib2_string(context: unknown, text: number): number;
  UTF8ToString(at: number): string;
}

const { Z3, em } = await init();
const memory = em as Memory;

// The same steps on every machine: one thread, fixed seeds. Of the 2 GB that the module has, some is left for texts.
for (const [name, value] of [
  ['parallel.enable', 'false'],
  ['smt.random_seed', '0'],
  ['sat.random_seed', '0'],
  ['memory_max_size', '1500'],
] as const) {
  Z3.global_param_set(name, value);
}

function evaluate(text: string): string {
  const config = Z3.mk_config();
  const context = Z3.mk_context(config);
  Z3.del_config(config);
  const bytes = new TextEncoder().encode(text);
  const at = memory._malloc(bytes.length + 1);
  memory.HEAPU8.set(bytes, at);
  memory.HEAPU8[at + bytes.length] = 0;
  const printed = memory.UTF8ToString(memory._Z3_eval_smtlib2_string(context, at));
  memory._free(at);
  Z3.del_context(context);
  return printed;
}

process.on('message', (text: string) => {
  process.send?.(evaluate(text));
});
// Nobody asks any more.
process.on('disconnect', () => {
  process.exit();
});
process.send?.('ready');
