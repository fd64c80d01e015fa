/** The Proviso policy language for editors, over the Language Server Protocol. */
export { serve } from './server.ts';
export { type Disk, nodeDisk } from './disk.ts';
