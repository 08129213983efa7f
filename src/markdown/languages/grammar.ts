/** Changing Prism's grammars, which are records of anything, piece by piece. */
import Prism from "prismjs";

export function insertBefore(id: string, before: string, tokens: Prism.Grammar): void {
  Prism.languages.insertBefore(id, before, tokens);
}

/** In place of what the grammar has by that name, where it stands. */
export function replace(id: string, name: string, value: Prism.GrammarValue): void {
  const grammar = Prism.languages[id];
  if (grammar && name in grammar) Object.assign(grammar, { [name]: value });
}

/** A token of a grammar by its name, and by its place where there are several; undefined for a bare pattern. */
export function entry(id: string, name: string, place = 0): Prism.TokenObject | undefined {
  const value: unknown = Object.entries(Prism.languages[id] ?? {}).find(([key]) => key === name)?.[1];
  const one: unknown = Array.isArray(value) ? value[place] : value;
  return isToken(one) ? one : undefined;
}

function isToken(value: unknown): value is Prism.TokenObject {
  return typeof value === "object" && value !== null && "pattern" in value;
}

/** What stands in a token, by its name; undefined where nothing does. */
export function within(token: Prism.TokenObject | undefined, name: string): Prism.GrammarValue | undefined {
  return Object.entries(token?.inside ?? {}).find(([key]) => key === name)?.[1];
}

/** A copy without a token. */
export function without(grammar: Prism.Grammar, name: string): Prism.Grammar {
  return Object.fromEntries(Object.entries(grammar).filter(([key]) => key !== name));
}

/** `inside`, where there is something. */
export function holding(grammar: Prism.Grammar | undefined): { inside?: Prism.Grammar } {
  return grammar ? { inside: grammar } : {};
}

export function remove(id: string, name: string): void {
  const grammar = Prism.languages[id];
  if (grammar) Reflect.deleteProperty(grammar, name);
}

export function addKeywords(id: string, pattern: RegExp): void {
  insertBefore(id, "keyword", { "further-keyword": { pattern, alias: "keyword" } });
}

/** Of a language whose comments may stand in one another, up to four deep. */
export function nestedComment(open: string, close: string): RegExp {
  const [start, end] = [open, close].map((text) => text.replace(/[*{}]/g, String.raw`\$&`));
  const within = (inner: string) => `${start}(?:(?!${start}|${end})[\\s\\S]|${inner})*${end}`;
  return new RegExp(within(within(within(within("(?!)")))));
}
