// Runs a script under the project's own Node (see node.mjs), whatever Node the user has.
import { runWithOwnNode } from './node.mjs';

const [script, ...args] = process.argv.slice(2);
process.exit(await runWithOwnNode([script, ...args]));
