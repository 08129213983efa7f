/** Runs the command that a command line names. */
import { didYouMean } from "../content/problems/nearest-name.ts";
import { UsageError } from "../content/problems/usage-error.ts";
import { engineVersion } from "./engine.ts";
import { argumentsOf, asksForHelp } from "./options/command-line.ts";
import { helpOf, helpOfAll } from "./options/help.ts";
import { COMMANDS, commandNamed, commandNames } from "./options/option-table.ts";
import { reportFailure } from "./report/report.ts";

/** Where a site has problems, or the work failed. */
const FAILED = 1;
/** Where the command line can't be understood; nothing was done. */
const MISUSED = 2;

/** `words` are those behind `wellformed`. Prints what there is to say, and sets the exit code. */
export async function runCommand([first, ...rest]: readonly string[]): Promise<void> {
  if (first === undefined || first === "help" || asksForHelp([first])) return console.log(helpOfAll());
  if (first === "--version" || first === "-v") return console.log(engineVersion());
  const name = commandNamed(first);
  if (!name) return fail(unknownCommand(first));
  const args = argumentsOf(name, rest, process.env);
  if (asksForHelp(args)) return console.log(helpOf(name));
  const { load, ...row } = COMMANDS[name];
  try {
    const program = await load();
    await program(args);
  } catch (error) {
    fail(error, "onFailure" in row ? row.onFailure : undefined);
  }
}

function unknownCommand(word: string): UsageError {
  const hint = didYouMean(word, commandNames()) ?? "wellformed --help lists the commands";
  return new UsageError(`wellformed has no command "${word}" (${hint})`);
}

function fail(error: unknown, afterwards?: string): void {
  process.exitCode = error instanceof UsageError ? MISUSED : FAILED;
  reportFailure(error, afterwards);
}
