/** Prism's grammars: each is loaded when a page first needs it, and put right where it is wrong. */
import { createRequire } from "node:module";
import Prism from "prismjs";
import type { CodeRun } from "./code-run.ts";
import { GRAMMAR_FIXES } from "./grammar-fixes.ts";
import { withoutQuotesInText } from "./jsx-text.ts";
import { ROLE_OF_TYPE } from "./roles.ts";

/** Prism's grammars are scripts that add themselves to the object that is loaded, so that they can't be imported one by one. */
const require = createRequire(import.meta.url);
const { languages: KNOWN }: { languages: Record<string, { require?: string | string[]; alias?: string | string[] }> } =
  require("prismjs/components.json");
const ID_OF_NAME = new Map(
  Object.entries(KNOWN)
    .filter(([id]) => id !== "meta")
    .flatMap(([id, { alias = [] }]) => [id, ...list(alias)].map((name) => [name, id] as const)),
);

/** Prism's own id for a language by one of the names that Prism knows it by. */
export function prismId(name: string): string | undefined {
  return ID_OF_NAME.get(name);
}

/** The code as runs, by the grammar of one of Prism's ids. */
export function prismRuns(code: string, id: string): CodeRun[] {
  const read = id === "jsx" || id === "tsx" ? withoutQuotesInText(code) : code;
  const env = { code: read, language: id, grammar: grammarOf(id), tokens: Array.of<string | Prism.Token>() };
  // Some grammars need these: JSX to tell text from code, those of templates to put code back into its page.
  Prism.hooks.run("before-tokenize", env);
  env.tokens = Prism.tokenize(env.code, env.grammar);
  Prism.hooks.run("after-tokenize", env);
  return read === code ? runsOf(env.tokens) : withTextOf(code, runsOf(env.tokens));
}

/** Runs of the same lengths that say what the code says. */
function withTextOf(code: string, runs: CodeRun[]): CodeRun[] {
  let end = 0;
  return runs.map(({ role, text }) => {
    end += text.length;
    return { role, text: code.slice(end - text.length, end) };
  });
}

const loaded = new Map<string, Prism.Grammar>();

/** What others are made of: copied when they are loaded, so that what is loaded before must always be the same. */
const FIRST = ["markup", "css", "clike", "javascript", "typescript"];

/** Prism's own grammar by its id, loaded if need be. */
export function grammarOf(id: string): Prism.Grammar {
  if (loaded.size === 0) for (const first of FIRST) load(first);
  return load(id);
}

function load(id: string): Prism.Grammar {
  const known = loaded.get(id);
  if (known) return known;
  for (const needed of list(KNOWN[id]?.require ?? [])) load(needed);
  // Those that Prism's core has are there already, and add themselves to one another.
  if (!Object.hasOwn(Prism.languages, id)) require(`prismjs/components/prism-${id}.js`);
  GRAMMAR_FIXES[id]?.();
  const grammar: Prism.Grammar = Prism.languages[id] ?? {};
  // TSX is a copy of it.
  if (id === "jsx") mergeRests(grammar);
  loaded.set(id, grammar);
  return grammar;
}

/**
 * What a grammar takes from another as its `rest` becomes its own. Prism does so when it first comes to it, and a grammar that is
 * copied before that is another than one that is copied later.
 */
function mergeRests(grammar: Prism.Grammar, seen = new Set<Prism.Grammar>()): void {
  if (seen.has(grammar)) return;
  seen.add(grammar);
  const { rest } = grammar;
  if (rest) {
    Object.assign(grammar, rest);
    Reflect.deleteProperty(grammar, "rest");
  }
  for (const value of Object.values(grammar)) {
    for (const token of Array.isArray(value) ? value : [value]) {
      if (token && "inside" in token && token.inside) mergeRests(token.inside, seen);
    }
  }
}

/** The code as runs, by a grammar that is not one of Prism's. */
export function runsByGrammar(code: string, grammar: Prism.Grammar): CodeRun[] {
  return runsOf(Prism.tokenize(code, grammar));
}

/** The nested tokens as a flat list in which the innermost known role wins. */
function runsOf(stream: Prism.TokenStream): CodeRun[] {
  const runs: CodeRun[] = [];
  addRuns(runs, stream, undefined);
  return runs;
}

function addRuns(runs: CodeRun[], stream: Prism.TokenStream, outer: string | undefined): void {
  if (typeof stream === "string") runs.push({ role: outer, text: stream });
  else if (Array.isArray(stream)) for (const token of stream) addRuns(runs, token, outer);
  else addRuns(runs, stream.content, roleOf(stream, outer));
}

function roleOf({ type, alias, content }: Prism.Token, outer: string | undefined): string | undefined {
  const isWord = type === "operator" && /^[a-z]/i.test(String(content));
  const role = isWord ? "k" : (ROLE_OF_TYPE.get(type) ?? roleOfAlias(alias));
  return role === "" ? undefined : (role ?? outer);
}

function roleOfAlias(alias: string | string[] | undefined): string | undefined {
  return list(alias || [])
    .map((name) => ROLE_OF_TYPE.get(name))
    .find((role) => role !== undefined);
}

function list(one: string | string[]): string[] {
  return Array.isArray(one) ? one : [one];
}
