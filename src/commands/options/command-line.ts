/** Reads the command line by the table of options. Errors say what to type instead. */
import { parseArgs } from "node:util";
import { inSentence } from "../../content/naming.ts";
import { nearestName } from "../../content/problems/nearest-name.ts";
import { UsageError } from "../../content/problems/usage-error.ts";
import {
  COMMANDS,
  type CommandName,
  commandsWith,
  flagOf,
  OPTIONS,
  type OptionName,
  optionNamed,
  optionsOf,
  valueNameOf,
} from "./option-table.ts";

/** The given values; options of other commands are undefined. */
export type CommandLine = ReturnType<typeof parse>;

/** Throws a `UsageError` for an option or a value that the command does not take. */
export function readCommandLine(command: CommandName, given: string[], environment: NodeJS.ProcessEnv): CommandLine {
  const args = withoutFalseOptions(given);
  checkOptions(command, args, environment);
  checkKeptByNpm(command, environment);
  const line = parse(args);
  const [extra] = line.positionals;
  if (extra !== undefined && !COMMANDS[command].takes) throw unexpected(command, extra, environment);
  return line;
}

/** What to type for a command. In a script, npm sets its name, and passes on only what follows `--`. */
export function typed(command: CommandName, environment: NodeJS.ProcessEnv = process.env): string {
  return isScript(command, environment) ? npmScript(command) : `npx wellformed ${command}`;
}

/** The command's own arguments: of `pnpm run build -- --out x`, pnpm passes on the `--`, which npm removes. */
export function argumentsOf(command: CommandName, args: string[], environment: NodeJS.ProcessEnv): string[] {
  return args[0] === "--" && isScript(command, environment) ? args.slice(1) : args;
}

function isScript(command: CommandName, environment: NodeJS.ProcessEnv): boolean {
  return environment["npm_lifecycle_event"] === command;
}

function npmScript(command: CommandName): string {
  return command === "start" ? "npm start --" : `npm run ${command} --`;
}

export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end === -1 ? undefined : end).some((arg) => arg === "--help" || arg === "-h");
}

/** No option is called `->` or `-1`: what begins so is a word to search for, and goes behind a `--`, unless it is an option's value. */
function withoutFalseOptions(args: string[]): string[] {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const [options, words] = [args.slice(0, end), args.slice(end + 1)];
  const isWord = (arg: string, at: number) => /^-[^-a-z]/i.test(arg) && !takesValue(options[at - 1]);
  const found = options.filter(isWord);
  return found.length > 0 ? [...options.filter((arg, at) => !isWord(arg, at)), "--", ...found, ...words] : args;
}

function takesValue(arg = ""): boolean {
  const name = optionNamed(arg.replace(/^--/, ""));
  return name !== undefined && valueNameOf(name) !== undefined;
}

function parse(args: string[]) {
  return parseArgs({ args, options: OPTIONS, allowNegative: true, allowPositionals: true });
}

function checkOptions(command: CommandName, args: string[], environment: NodeJS.ProcessEnv): void {
  const { tokens } = parseArgs({ args, options: OPTIONS, allowNegative: true, strict: false, tokens: true });
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { rawName, value, inlineValue } = token;
    const name = nameOf(token.name, rawName);
    if (!name || !optionsOf(command).includes(name)) throw unknownOption(command, name, rawName, environment);
    if (seen.has(name)) throw new UsageError(`${rawName} is given twice; write it once`);
    seen.add(name);
    checkValue(name, rawName, value, inlineValue);
  }
}

/** Accepts `--no-` only for options whose flag in the table has it. */
function nameOf(name: string, rawName: string): OptionName | undefined {
  const option = optionNamed(rawName.startsWith("--no-") ? rawName.slice("--no-".length) : name);
  const isNegated = rawName.startsWith("--no-");
  return option && isNegated && flagOf(option) !== rawName ? undefined : option;
}

function checkValue(name: OptionName, rawName: string, value: string | undefined, isInline = false): void {
  const takes = valueNameOf(name);
  if (!takes && value !== undefined) throw new UsageError(`${rawName} takes no value, not "${value}"`);
  if (!takes) return;
  if (!value) throw new UsageError(`${rawName} takes ${takes}, and nothing follows it`);
  if (value.startsWith("-") && !isInline) {
    throw new UsageError(
      `${rawName} takes ${takes}, and ${value} follows it (write ${rawName}=${value} if it is that)`,
    );
  }
}

function unknownOption(
  command: CommandName,
  name: OptionName | undefined,
  rawName: string,
  environment: NodeJS.ProcessEnv,
): UsageError {
  const is = `wellformed ${command} has no option ${rawName}`;
  const isElsewhere = name && !rawName.startsWith("--no-");
  if (command === "new" && nearestName(rawName, ["--title"], 1))
    return new UsageError(`${is} (the title stands behind the kind: ${typed(command, environment)} post "My title")`);
  if (isElsewhere) {
    const others = commandsWith(name);
    return new UsageError(`${is}; ${inSentence(others, "en-GB")} ${others.length === 1 ? "has" : "have"}`);
  }
  const flags = optionsOf(command).map(flagOf);
  const byLetter = /^-\w$/.test(rawName) ? flags.find((flag) => flag.startsWith(`-${rawName}`)) : undefined;
  const nearest = byLetter ?? nearestName(rawName, flags) ?? nearestName(rawName.replace(/^--no-/, "--"), flags);
  const hint = nearest ? `did you mean ${nearest}?` : `${typed(command, environment)} --help lists them`;
  return new UsageError(`${is} (${hint})`);
}

/** npm silently keeps options before `--` for itself: `npm run check --external` would check without it. */
function checkKeptByNpm(command: CommandName, environment: NodeJS.ProcessEnv): void {
  // npx sets these variables from its own options, such as --yes, and leaves those of the command alone.
  if (environment["npm_lifecycle_event"] === "npx") return;
  const kept = optionsOf(command).find((name) => {
    const value = environment[`npm_config_${name.replaceAll("-", "_")}`];
    // `--no-install` sets an empty value, and so does `yes=false` in a .npmrc.
    return flagOf(name).startsWith("--no-") ? value === "" : Boolean(value);
  });
  if (!kept) return;
  const usage = [flagOf(kept), valueNameOf(kept)].filter(Boolean).join(" ");
  throw new UsageError(`npm kept ${flagOf(kept)} for itself: write ${npmScript(command)} ${usage}`);
}

function unexpected(command: CommandName, text: string, environment: NodeJS.ProcessEnv): UsageError {
  const example = /^\d+$/.test(text) && optionsOf(command).includes("port") ? "--port N" : "--site DIR";
  const is = `wellformed ${command} does not take "${text}"`;
  const reason = isScript(command, environment) ? 'npm passes options on behind "--" only' : "its values have options";
  return new UsageError(`${is}; ${reason}: ${typed(command, environment)} ${example}`);
}
