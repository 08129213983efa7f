/**
 * The commands of `wellformed` and their options. From this table the command line is read, and help and `docs/commands.md`
 * are written. A further command is a row here and a file that exports its program.
 */

/** What a command runs. It throws if it fails: a `UsageError` or a `ContentError` where the user can fix the cause. */
import { namesOf } from "../content/names-of.ts";
export type Program = (args: string[]) => Promise<void>;

interface CommandRow {
  /** What stands behind its name, in help. */
  takes: string;
  does: string;
  /** Printed after the error if it fails. */
  onFailure?: string;
  /** Loads its modules: no command waits for those of another. */
  load: () => Promise<Program>;
}

export const COMMANDS = {
  start: {
    takes: "",
    does: "Serves the site with its drafts, and shows every change in the browser. Ctrl-C ends it.",
    load: async (): Promise<Program> => (await import("./start.ts")).start,
  },
  build: {
    takes: "",
    does: "Writes the whole site, or says what is wrong and leaves what was there.",
    onFailure: "Nothing was published; what was there before is as it was.",
    load: async (): Promise<Program> => (await import("./build.ts")).build,
  },
  check: {
    takes: "",
    does: "Says everything that a build would refuse, and publishes nothing.",
    load: async (): Promise<Program> => (await import("./check.ts")).check,
  },
  prove: {
    takes: "[FILE …]",
    does: "Runs the samples of pages, by default all, and writes down what came out.",
    onFailure: "No transcript was written for what is named here.",
    load: async (): Promise<Program> => (await import("./prove.ts")).prove,
  },
} as const satisfies Record<string, CommandRow>;

export type CommandName = keyof typeof COMMANDS;

interface OptionRow {
  type: "string" | "boolean";
  short?: string;
  /** What stands behind it, in help. */
  takes?: string;
  /** Its flag in help, where that is another one. */
  flag?: string;
  says: string;
  of: readonly CommandName[];
}

const SITE_OPTIONS = ["build", "check", "start"] as const;
const EVERY_COMMAND = ["build", "check", "start", "prove"] as const;

export const OPTIONS = {
  site: { type: "string", takes: "DIR", says: "the site's folder (default: this one)", of: EVERY_COMMAND },
  out: {
    type: "string",
    takes: "DIR",
    says: "the folder to write (default: _site; .cache/check to check)",
    of: ["build", "check"],
  },
  port: {
    type: "string",
    takes: "N",
    says: "where it is served (default: 8080; 0 takes any that is free)",
    of: ["start"],
  },
  host: {
    type: "string",
    takes: "HOST",
    says: "who can see it: 0.0.0.0 for the network (default: localhost)",
    of: ["start"],
  },
  at: {
    type: "string",
    takes: "INSTANT",
    says: "the moment to build for, 2026-12-24T08:00:00Z (default: now)",
    of: SITE_OPTIONS,
  },
  "path-prefix": {
    type: "string",
    takes: "PATH",
    says: "the site is in a subfolder, such as /blog/",
    of: SITE_OPTIONS,
  },
  search: { type: "boolean", flag: "--no-search", says: "without the search index", of: SITE_OPTIONS },
  format: {
    type: "string",
    takes: "FORMAT",
    says: "what is wrong as text or json (default: text)",
    of: ["build", "check"],
  },
  external: { type: "boolean", says: "asks other sites whether what is linked to is there", of: ["check"] },
  accept: {
    type: "boolean",
    says: "takes in the problems that there are: they no longer stop a build",
    of: ["check"],
  },
  only: { type: "string", takes: "RULE", says: "with --accept: those of one rule", of: ["check"] },
  check: { type: "boolean", says: "writes nothing; a result that differs is an error", of: ["prove"] },
  help: { type: "boolean", short: "h", says: "prints this", of: EVERY_COMMAND },
} as const satisfies Record<string, OptionRow>;

export type OptionName = keyof typeof OPTIONS;

export function optionsOf(command: CommandName): OptionName[] {
  return namesOf(OPTIONS).filter((name) => rowOf(name).of.includes(command));
}

export function commandsWith(name: OptionName): CommandName[] {
  return [...rowOf(name).of];
}

/** As it is written on the command line: `--no-search`. */
export function flagOf(name: OptionName): string {
  return rowOf(name).flag ?? `--${name}`;
}

/** What stands behind its flag; undefined for one that takes no value. */
export function valueNameOf(name: OptionName): string | undefined {
  return rowOf(name).takes;
}

export function optionNamed(name: string): OptionName | undefined {
  return namesOf(OPTIONS).find((one) => one === name);
}

export function commandNamed(name: string): CommandName | undefined {
  return commandNames().find((one) => one === name);
}

export function commandNames(): CommandName[] {
  return namesOf(COMMANDS);
}

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

function rowOf(name: OptionName): OptionRow {
  return OPTIONS[name];
}
