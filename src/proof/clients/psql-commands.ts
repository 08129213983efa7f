/**
 * Which of psql's own commands a sample may have: those that neither leave the database nor wait for ever. This keeps authors from
 * mistakes, and nobody from malice: what a variable holds may be a command, too.
 */
import { didYouMean } from "../../content/problems/nearest-name.ts";
import type { Reason } from "../../content/problems/problem.ts";

/** Without `S` and `+`. */
const DESCRIBE = /^(d[a-zA-Z]{0,3}|l|list|sf|sv|z)[S+x]*$/;
const OTHERS = new Set(
  [
    "a bind bind_named C close_prepared copyright crosstabview echo elif else encoding endif endpipeline f flush",
    "flushrequest g gdesc getresults gexec gset gx h H help if p parse print pset qecho r reset sendpipeline set startpipeline",
    "syncpipeline t T timing unset warn x",
  ]
    .join(" ")
    .split(" "),
);
const REFUSED: Readonly<Record<string, string>> = {
  watch: "it goes on until somebody stops it: write the query",
  copy: "it reads and writes files: write COPY … TO STDOUT",
  c: "the sample says whom it connects as: as=app",
  connect: "the sample says whom it connects as: as=app",
  "!": "write ```sh proof",
};

/** What is wrong, and on which line of the code, counted from 0. Text in quotes, dollars and comments is none of psql's. */
export function psqlFault(code: string): (Reason & { line: number }) | undefined {
  if (/standard_conforming_strings/i.test(code))
    return { line: 0, message: "changes what a backslash in quotes means", hint: "write E'…'" };
  for (const { line, text } of commandsIn(code)) {
    const [, name = "", rest = ""] = /^\\(!|\?|;|[a-zA-Z_]+\+?)(.*)$/s.exec(text) ?? [];
    if (name === ";" || name === "?") continue;
    if (!DESCRIBE.test(name) && !OTHERS.has(name)) {
      const hint =
        REFUSED[name] ?? didYouMean(name, [...OTHERS, "d", "dt", "du", "di"]) ?? "it reaches beyond the database";
      return { line, message: `has psql's \\${name}, which no sample may have`, hint };
    }
    if (rest.includes("`")) return { line, message: "has backticks, which start a shell", hint: "write ```sh proof" };
    if (/^gx?$/.test(name) && /^\s*(\([^)]*\)\s*)?[^\s\\;(]/.test(rest))
      return { line, message: `has \\${name} with a file or a program`, hint: `write \\${name} alone` };
    if (name === "set" && /^\s+(VERBOSITY|ON_ERROR_STOP)\b/.test(rest))
      return { line, message: `sets ${rest.trim().split(/\s/)[0]}, which is kept`, hint: "leave it out" };
  }
  if (!isWhole(code))
    return { line: 0, message: "ends before its last statement does", hint: "write a semicolon, or \\g" };
  return undefined;
}

/** Whatever stands between them is SQL. A name may end in an E before a quote, or have dollars. */
const TOKENS =
  /[eE]'(?:[^'\\]|''|\\.)*'|[\p{L}_][\p{L}\p{N}_$]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|(?<command>\\(?:;|[^\n\\]*))|./gsu;

function commandsIn(code: string): { line: number; text: string }[] {
  let line = 0;
  return [...code.matchAll(TOKENS)].flatMap(({ 0: token, groups = {} }) => {
    const at = line;
    line += token.split("\n").length - 1;
    return groups["command"] === undefined ? [] : [{ line: at, text: groups["command"] }];
  });
}

/** True where no statement is left that psql would wait for the rest of. */
function isWhole(code: string): boolean {
  let isOpen = false;
  for (const { 0: token, groups = {} } of code.matchAll(TOKENS)) {
    const { command } = groups;
    if (token === ";" || /^\\(g|r|crosstabview)/.test(command ?? "")) isOpen = false;
    else if (command === undefined && !/^(\s|--|\/\*)/.test(token)) isOpen = true;
  }
  return !isOpen;
}
