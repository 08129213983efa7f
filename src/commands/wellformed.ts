#!/usr/bin/env node
/**
 * The command `wellformed`. In the engine's repository, Node needs `--import ./src/commands/load-typescript.js` for it, as
 * the scripts of its `package.json` have. It looks at Node before anything is loaded that an older one can't read.
 */
import { keepMemorySmall } from "./memory.ts";
import { nodeProblem } from "./node-version.ts";

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  keepMemorySmall();
  // A module of a site may be TypeScript, also where the engine's are compiled.
  await import("./load-typescript.js");
  const { runCommand } = await import("./run-command.ts");
  await runCommand(process.argv.slice(2));
}
