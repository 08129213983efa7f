/** The help of `wellformed` and of each command, from the table of options. */
import { COMMANDS, type CommandName, commandNames, flagOf, type OptionName, optionsOf, rowOf } from "./option-table.ts";

/** What `wellformed --help` prints. */
export function helpOfAll(): string {
  const rows = commandNames().map((name) => [name, COMMANDS[name].does] as const);
  return [
    "wellformed COMMAND [OPTION …]",
    "",
    ...inColumns(rows),
    "",
    "wellformed COMMAND --help lists the options of a command, wellformed --version prints the version.",
  ].join("\n");
}

/** What `wellformed COMMAND --help` prints. */
export function helpOf(command: CommandName): string {
  const { takes, does } = COMMANDS[command];
  const rows = optionsOf(command).map((name) => [usageOf(name), rowOf(name).says] as const);
  const usage = ["wellformed", command, takes, "[OPTION …]"].filter(Boolean).join(" ");
  return [usage, "", does, "", ...inColumns(rows)].join("\n");
}

function inColumns(rows: (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function usageOf(name: OptionName): string {
  const { short, takes } = rowOf(name);
  return [short ? `-${short}, ${flagOf(name)}` : flagOf(name), takes].filter(Boolean).join(" ");
}
