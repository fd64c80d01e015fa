/** Before the tests of a file: fast-check begins from the seed of this run. */
import { configureGlobal } from 'fast-check';
import { seed } from './seed.ts';

configureGlobal({ seed });
