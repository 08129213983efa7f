/** Translates commands for npm to another package manager. */
import { knownCommand, type OtherManager, type PackageCommand } from "./package-managers.ts";
import { type ShellWord, shellParts, shellText } from "./shell-words.ts";

/** `cannot`: a command has no counterpart in that package manager. `unknown`: `command` is no npm command that we know. */
export type Translation = { kind: "text"; text: string } | { kind: "cannot" } | { kind: "unknown"; command: string };

/** Translates all commands for npm in a text; the rest stays as it is. */
export function translateCommands(text: string, tool: OtherManager): Translation {
  let outcome: Translation = { kind: "text", text };
  const parts = shellParts(text).map((part) => {
    const start = part.kind === "command" ? startOf(part.words) : -1;
    if (part.kind !== "command" || start === -1 || outcome.kind === "unknown") return part;
    const words = part.words.slice(start);
    const translated = inWordsOf(
      words.map((word) => word.text),
      tool,
    );
    if (translated === undefined) outcome = { kind: "unknown", command: words.map((word) => word.text).join(" ") };
    else if (translated === "cannot") outcome = { kind: "cannot" };
    else return { ...part, words: [...part.words.slice(0, start), ...withGaps(translated, words)] };
    return part;
  });
  return outcome.kind === "text" ? { kind: "text", text: shellText(parts) } : outcome;
}

/** True for a text with a command for npm in it. */
export function hasCommands(text: string): boolean {
  return shellParts(text).some((part) => part.kind === "command" && startOf(part.words) !== -1);
}

/** What may stand before a command: a prompt, values of the environment, `sudo`. */
const BEFORE = /^(?:[$%>❯]|PS|sudo|[A-Za-z_]\w*=.*)$/s;

/** The place of `npm` or `npx` among the words; -1 for another command. */
function startOf(words: readonly ShellWord[]): number {
  const start = words.findIndex(({ text }) => !BEFORE.test(text));
  return /^np[mx]$/.test(words[start]?.text ?? "") ? start : -1;
}

/** Keeps words in their columns as far as they are the same, and continued lines continued. */
function withGaps(texts: readonly string[], before: readonly ShellWord[]): ShellWord[] {
  const gaps = new Map(before.slice(1).map(({ text, gap }) => [text, gap]));
  return texts.map((text, at) => ({ text, gap: at === 0 ? (before[0]?.gap ?? "") : (gaps.get(text) ?? " ") }));
}

/** Undefined for a command that is not known. */
function inWordsOf(words: readonly string[], tool: OtherManager): string[] | "cannot" | undefined {
  const known = knownCommand(words);
  const read = known && readArguments(known.args, known.command);
  if (!known || !read) return undefined;
  const { to, inWorkspace = {}, options = {} } = known.command;
  const isOpen = Object.values(to).every((name) => name.endsWith("…"));
  if (read.options.some((option) => !Object.hasOwn(options, option)) || (read.others.length > 0 && !isOpen))
    return undefined;
  const name = (read.workspace === undefined ? to : inWorkspace)[tool];
  const named = read.options.map((option) => options[option]?.[tool]).filter((option) => option !== undefined);
  if (name === undefined || named.length < read.options.length) return "cannot";
  const head = name.replace("…", "").split(" ");
  return [
    ...head.map((word) => (word === "@" ? (read.workspace ?? word) : word)),
    ...named.filter(Boolean),
    ...read.others,
  ];
}

interface Arguments {
  options: string[];
  /** Packages, scripts, programs and what is theirs. */
  others: string[];
  workspace: string | undefined;
}

/** Undefined where a value is missing. */
function readArguments(args: readonly string[], command: PackageCommand): Arguments | undefined {
  const { forProgram, inWorkspace, values = [] } = command;
  const read: Arguments = { options: [], others: [], workspace: undefined };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    const [, joined] = (inWorkspace && /^(?:-w|--workspace)(?:=(.+))?$/.exec(arg)) || [];
    if (forProgram && (arg === "--" || (forProgram === "all" && read.others.length > 0))) {
      read.others.push(...args.slice(arg === "--" ? at + 1 : at));
      break;
    }
    if (inWorkspace && /^(?:-w|--workspace)(?:=|$)/.test(arg)) {
      read.workspace = joined ?? args[++at];
      if (!read.workspace) return undefined;
    } else if (arg === "--omit") read.options.push(`--omit=${args[++at]}`);
    else if (values.some((name) => arg.startsWith(`${name}=`))) read.others.push(arg);
    else if (values.includes(arg)) read.others.push(arg, args[++at] ?? "");
    else if (arg.startsWith("-")) read.options.push(arg);
    else read.others.push(arg);
  }
  return read;
}
