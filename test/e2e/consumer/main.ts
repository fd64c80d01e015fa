// On Node: the report to standard output.
import { report } from './consumer.ts';

console.log(JSON.stringify(report));
