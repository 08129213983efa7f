/** The commands and their options: one table, from which the command line is read, and help and `docs/commands.md` are written. */

export const COMMANDS = {
  build: {
    run: "npm run build",
    takes: "",
    does: "Writes the whole site, or says what is wrong and leaves what was there.",
  },
  check: { run: "npm run check", takes: "", does: "Says everything that a build would refuse, and publishes nothing." },
  start: {
    run: "npm start",
    takes: "",
    does: "Serves the site with its drafts, and shows every change in the browser. Ctrl-C ends it.",
  },
  prove: {
    run: "npm run prove",
    takes: "[FILE …] ",
    does: "Runs the samples of pages, by default all, and writes down what came out.",
  },
  import: {
    run: "npm run import",
    takes: "KIND PATH ",
    does: "Makes a site of another engine's blog or of an export file, and a report. KIND can be auto.",
  },
} as const;

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
const EVERY_COMMAND = ["build", "check", "start", "prove", "import"] as const;

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
    of: ["build", "check", "import"],
  },
  feed: {
    type: "string",
    takes: "FILE",
    says: "the old site's feed, whose entries keep their ids",
    of: ["import"],
  },
  rules: {
    type: "string",
    takes: "FILE",
    says: "what the old site's own tags mean (default: import-rules.ts of the site)",
    of: ["import"],
  },
  fetch: { type: "boolean", says: "brings pictures from the hosts where they are", of: ["import"] },
  force: { type: "boolean", says: "replaces what is there", of: ["import"] },
  external: { type: "boolean", says: "asks other sites whether what is linked to is there", of: ["check"] },
  check: { type: "boolean", says: "writes nothing; a result that differs is an error", of: ["prove"] },
  help: { type: "boolean", short: "h", says: "prints this", of: EVERY_COMMAND },
} as const satisfies Record<string, OptionRow>;

export type OptionName = keyof typeof OPTIONS;

export function optionsOf(command: CommandName): OptionName[] {
  return optionNames().filter((name) => rowOf(name).of.includes(command));
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
  return optionNames().find((one) => one === name);
}

/** What `--help` prints. */
export function helpOf(command: CommandName): string {
  const { run, takes, does } = COMMANDS[command];
  const rows = optionsOf(command).map((name) => [usageOf(name), rowOf(name).says] as const);
  const width = Math.max(...rows.map(([usage]) => usage.length));
  const lines = rows.map(([usage, says]) => `  ${usage.padEnd(width)}  ${says}`);
  return [`${run} -- ${takes}[OPTION …]`, "", does, "", ...lines].join("\n");
}

function usageOf(name: OptionName): string {
  const { short, takes } = rowOf(name);
  return [short ? `-${short}, ${flagOf(name)}` : flagOf(name), takes].filter(Boolean).join(" ");
}

function rowOf(name: OptionName): OptionRow {
  return OPTIONS[name];
}

function optionNames(): OptionName[] {
  // The keys of a constant table are its names, which `Object.keys` does not say.
  return Object.keys(OPTIONS) as OptionName[];
}
