/** @packageDocumentation The `proviso` command as a function of its arguments and a host. */
export type { ExitCode } from './exit.ts';
export { type Host, HostError, type Stream } from './host/host.ts';
export { nodeHost } from './host/node-host.ts';
export { run } from './program.ts';
