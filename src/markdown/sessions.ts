/**
 * Sessions of interpreters, input with output: `>>> 1 + 1`, `postgres=# SELECT 1;`. A block is a session if its first line begins with
 * a prompt of its language. Copying takes the input without prompts and output.
 */
import type { CodeRun } from "./languages/code-run.ts";
import { languageNamed } from "./languages/language.ts";
import { type TypedLine, typedRuns } from "./prompts.ts";

interface Interpreter {
  prompt: RegExp;
  /** In front of the further lines of what is typed. */
  secondPrompt: RegExp;
}

const NODE = { prompt: /^(?:(?:deno|bun))?> /, secondPrompt: /^(?:\.{3,}|\|) ?/ };
const ANGLE = { prompt: /^> /, secondPrompt: /^(?:>>|\+) / };

/** By the name of a language, or another name that a fence may have. */
const INTERPRETERS: Readonly<Record<string, Interpreter>> = {
  python: { prompt: /^(?:>>>(?: |$)|In \[\d+\]: )/, secondPrompt: /^(?:\.\.\.(?: |$)| {2,}\.\.\.: ?)/ },
  ...{ javascript: NODE, typescript: NODE },
  ruby: {
    prompt: /^(?:irb(?:\([^)]*\))?(?::\d+)*> ?|\[\d+\] pry\([^)]*\)> |>> )/,
    secondPrompt: /^(?:irb(?:\([^)]*\))?(?::\d+)*["'`*\]/] ?|\[\d+\] pry\([^)]*\)\* |\?> ?)/,
  },
  sql: { prompt: /^\w*=[#>](?: |$)/, secondPrompt: /^\w*[-(['"$*^!][#>](?: |$)/ },
  mysql: { prompt: /^(?:mysql|MariaDB \[[^\]]*\])> /, secondPrompt: /^ +(?:-|'|"|`|\/\*)> ?/ },
  sqlite: { prompt: /^sqlite> /, secondPrompt: /^ +\.\.\.> ?/ },
  tsql: { prompt: /^1> /, secondPrompt: /^\d+> / },
  plsql: { prompt: /^SQL> /, secondPrompt: /^ +\d+ {2}/ },
  elixir: { prompt: /^iex(?:\([^)]*\))?> /, secondPrompt: /^\.\.\.(?:\(\d+\))?> ?/ },
  erlang: { prompt: /^(?:\([\w@.-]+\))?\d+> /, secondPrompt: /^\.\. / },
  haskell: { prompt: /^(?:ghci|(?:\*?[A-Z][\w.]* ?)+)> /, secondPrompt: /^(?:ghci|(?:\*?[A-Z][\w.]* ?)+)?\| / },
  julia: { prompt: /^julia> /, secondPrompt: /^ {7}/ },
  scala: { prompt: /^scala> /, secondPrompt: /^ {5,7}\| ?/ },
  kotlin: { prompt: /^>>> /, secondPrompt: /^\.\.\. / },
  java: { prompt: /^jshell> /, secondPrompt: /^ +\.\.\.> ?/ },
  clojure: { prompt: /^[\w.-]+=> /, secondPrompt: /^ *#_=> / },
  php: { prompt: /^php > /, secondPrompt: /^php [{("'*] / },
  ocaml: { prompt: /^(?:# |utop(?: # |\[\d+\]> ))/, secondPrompt: /^ {2}/ },
  ...{ r: ANGLE, lua: ANGLE },
  mongodb: { prompt: /^(?:Atlas \S+ \[\w+\] )?[\w-]+> /, secondPrompt: /^(?:\.\.\.|\|) / },
  redis: { prompt: /^(?:[\w.-]+:\d+(?:\[\d+\])?|redis|not connected)> /, secondPrompt: /^(?!)/ },
  gdb: { prompt: /^\((?:gdb|lldb)\) /, secondPrompt: /^(?!)/ },
};

/** Undefined for any other block. */
export function sessionRuns(code: string, name: string): CodeRun[] | undefined {
  const interpreter = interpreterOf(name);
  if (!interpreter || !isSession(code, name)) return undefined;
  let isTyped = false;
  const lines = code
    .replace(/\n$/, "")
    .split("\n")
    .map((line): TypedLine => {
      const first = interpreter.prompt.exec(line)?.[0];
      const prompt = first ?? (isTyped ? interpreter.secondPrompt.exec(line)?.[0] : undefined);
      isTyped = prompt !== undefined;
      return isTyped ? { prompt, text: line.slice(prompt?.length) } : { text: line, isOutput: true };
    });
  return typedRuns(lines, name);
}

/** True where the first line that is not empty begins with a prompt. */
export function isSession(code: string, name: string): boolean {
  return interpreterOf(name)?.prompt.test(code.trimStart().split("\n")[0] ?? "") ?? false;
}

function interpreterOf(name: string): Interpreter | undefined {
  const key = languageNamed(name) ?? name.toLowerCase();
  return Object.hasOwn(INTERPRETERS, key) ? INTERPRETERS[key] : undefined;
}
