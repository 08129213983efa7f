/** Prism's grammars: each is loaded when a page first needs it, and put right where it is wrong. */
import { createRequire } from "node:module";
import Prism from "prismjs";
import type { CodeRun } from "./code-run.ts";
import { GRAMMAR_FIXES } from "./grammar-fixes.ts";
import { withoutQuotesInText } from "./jsx-text.ts";
import { ROLE_OF_TYPE } from "./roles.ts";

/** What Prism says of a grammar, by ids of others. */
interface About {
  readonly alias?: string | readonly string[];
  readonly require?: string | readonly string[];
  /** It is another one where these are there before it. */
  readonly optional?: string | readonly string[];
  /** Grammars that it changes when it is loaded. */
  readonly modify?: string | readonly string[];
}

/** Prism's grammars are scripts that add themselves to the object that is loaded, so that they can't be imported one by one. */
const require = createRequire(import.meta.url);
const { languages: KNOWN }: { languages: Record<string, About> } = require("prismjs/components.json");
const ID_OF_NAME = new Map(
  Object.entries(KNOWN)
    .filter(([id]) => id !== "meta")
    .flatMap(([id, { alias = [] }]) => [id, ...list(alias)].map((name) => [name, id] as const)),
);

/** All that Prism knows languages by. */
export const PRISM_NAMES: readonly string[] = [...ID_OF_NAME.keys()];

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
/** Of Cilk, which are made by an insertion into those of C and C++; Prism does not say so. */
const FURTHER_CHANGES: Readonly<Record<string, readonly string[]>> = { cilkc: ["c"], cilkcpp: ["cpp"] };

/** Prism's own grammar by its id, loaded if need be. */
export function grammarOf(id: string): Prism.Grammar {
  if (loaded.size === 0) for (const first of FIRST) load(first);
  return load(id);
}

/**
 * Colours of code must not depend on what other pages have in which languages. So a grammar comes after all that it can make use of, and
 * leaves those of other languages as they were: OpenCL's would put its types into C, and that of JSDoc itself into JavaScript.
 */
function load(id: string): Prism.Grammar {
  const known = loaded.get(id);
  if (known) return known;
  const about = KNOWN[id] ?? {};
  const isFirst = FIRST.includes(id);
  const useful = isFirst ? [] : list(about.optional ?? []).filter((one) => !KNOWN[one]?.modify);
  for (const before of [...list(about.require ?? []), ...useful]) load(before);
  // Those that Prism's core has are there already, and add themselves to one another.
  if (!Object.hasOwn(Prism.languages, id)) {
    const changed = isFirst ? [] : [...list(about.modify ?? []), ...(FURTHER_CHANGES[id] ?? [])];
    withoutChanging(changed, () => require(`prismjs/components/prism-${id}.js`));
  }
  GRAMMAR_FIXES[id]?.();
  const grammar: Prism.Grammar = Prism.languages[id] ?? {};
  // TSX is a copy of it.
  if (id === "jsx") mergeRests(grammar);
  loaded.set(id, grammar);
  return grammar;
}

/** Whatever is done to these grammars meanwhile is done to copies of them. */
function withoutChanging(ids: readonly string[], run: () => void): void {
  const originals = ids.flatMap((id) => {
    const grammar = Object.hasOwn(Prism.languages, id) ? Prism.languages[id] : undefined;
    return grammar ? [{ id, grammar }] : [];
  });
  for (const { id, grammar } of originals) Prism.languages[id] = Prism.util.clone(grammar);
  run();
  for (const { id, grammar } of originals) Prism.languages[id] = grammar;
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

function list(one: string | readonly string[]): readonly string[] {
  return typeof one === "string" ? [one] : one;
}
