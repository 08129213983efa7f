/** The languages that code is highlighted in, and the names that authors know them by. */
import type { CodeRun } from "./code-run.ts";
import { diffRuns } from "./diff.ts";
import { postgresqlRuns } from "./postgresql.ts";
import { prismId, prismRuns } from "./prism.ts";
import { sqlDialect } from "./sql-dialects.ts";
import { yamlRuns } from "./yaml.ts";

/** Languages that are read by a reader of their own, not by a grammar. */
const READERS: Record<string, (code: string) => CodeRun[]> = {
  sql: postgresqlRuns,
  mysql: sqlDialect("mysql"),
  sqlite: sqlDialect("sqlite"),
  tsql: sqlDialect("tsql"),
  plsql: sqlDialect("plsql"),
  yaml: yamlRuns,
  diff: diffRuns,
};

/** Common names that Prism does not know; its own stand in its `components.json`. */
const OTHER_NAMES: Record<string, string> = {
  console: "shell-session",
  terminal: "shell-session",
  zsh: "bash",
  ksh: "bash",
  dash: "bash",
  fish: "bash",
  ps1: "powershell",
  pwsh: "powershell",
  ps: "powershell",
  bat: "batch",
  cmd: "batch",
  golang: "go",
  rs: "rust",
  "c++": "cpp",
  cxx: "cpp",
  hpp: "cpp",
  h: "c",
  "c#": "csharp",
  "f#": "fsharp",
  fs: "fsharp",
  objc: "objectivec",
  "objective-c": "objectivec",
  "obj-c": "objectivec",
  ex: "elixir",
  exs: "elixir",
  erl: "erlang",
  clj: "clojure",
  ml: "ocaml",
  jl: "julia",
  pl: "perl",
  sc: "scala",
  cr: "crystal",
  python3: "python",
  py3: "python",
  node: "javascript",
  nodejs: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  ecmascript: "javascript",
  mts: "typescript",
  cts: "typescript",
  jsonc: "json",
  geojson: "json",
  ndjson: "json",
  jsonl: "json",
  postgres: "sql",
  postgresql: "sql",
  pgsql: "sql",
  plpgsql: "sql",
  psql: "sql",
  mysql: "mysql",
  mariadb: "mysql",
  sqlite: "sqlite",
  sqlite3: "sqlite",
  tsql: "tsql",
  "t-sql": "tsql",
  mssql: "tsql",
  sqlserver: "tsql",
  plsql: "plsql",
  "pl/sql": "plsql",
  oracle: "plsql",
  terraform: "hcl",
  tf: "hcl",
  proto: "protobuf",
  proto3: "protobuf",
  gql: "graphql",
  make: "makefile",
  mk: "makefile",
  containerfile: "docker",
  conf: "ini",
  cfg: "ini",
  env: "properties",
  dotenv: "properties",
  patch: "diff",
  asm: "nasm",
  assembly: "nasm",
  wat: "wasm",
  vue: "markup",
  svelte: "markup",
  xhtml: "markup",
  htm: "markup",
  apache: "apacheconf",
  htaccess: "apacheconf",
  vimscript: "vim",
  viml: "vim",
  el: "lisp",
  rmd: "markdown",
  mdx: "markdown",
  jinja: "django",
  j2: "django",
  nunjucks: "twig",
  njk: "twig",
  sol: "solidity",
  vb: "visual-basic",
  hs: "haskell",
  crontab: "bash",
};

/** Shown as it is, and known so. */
export const PLAIN_NAMES: ReadonlySet<string> = new Set([
  "",
  "text",
  "txt",
  "plain",
  "plaintext",
  "plain-text",
  "none",
  // Its colours are in its text.
  "ansi",
]);

/** One name for each language, whatever an author calls it and in any case; undefined for a language that is not known. */
export function languageNamed(name: string): string | undefined {
  const lower = name.toLowerCase();
  const own = Object.hasOwn(OTHER_NAMES, lower) ? OTHER_NAMES[lower] : undefined;
  return own ?? prismId(lower);
}

/** The whole of the code as runs, in its order; code in a language that is not known is one run of plain text. */
export function runsIn(code: string, name: string): CodeRun[] {
  const language = languageNamed(name);
  const runs = language && (READERS[language]?.(code) ?? prismRuns(code, language));
  // A reader may stumble over characters that it uses as marks itself; what code says comes first.
  const isWhole = runs && runs.map(({ text }) => text).join("") === code;
  return isWhole ? runs : [{ role: undefined, text: code }];
}
