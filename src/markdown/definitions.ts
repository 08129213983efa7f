/** Definitions of links, `[name]: address`. Their lines are not shown, so those are named that nothing would come of. */
import type { StateCore, Token } from "markdown-it";
import { type Extension, envOf, noteAdvice, noteProblem, type RenderEnv } from "./extension.ts";

interface Definition {
  /** As CommonMark compares labels. */
  label: string;
  href: string;
  /** Lines in the Markdown, counted from 0: the first one, and the one behind the last. */
  lines: [first: number, end: number];
  /** Its first line. */
  written: string;
}

/** As markdown-it calls its tokens. */
const DEFINITION = "reference_definition";

export const definitions: Extension = {
  parse: (md) => {
    // Their tokens are kept until the links are known.
    md.core.ruler.disable("strip_references");
    md.core.ruler.after("inline", "definitions", takeDefinitions);
  },
};

function takeDefinitions(state: StateCore): void {
  if (!state.tokens.some(({ type }) => type === DEFINITION)) return;
  noteUses(definitionsIn(state), new Set(labelsUsed(state.tokens)), envOf(state.env));
  state.tokens = state.tokens.filter(({ type }) => type !== DEFINITION);
}

function definitionsIn({ tokens, env, src }: StateCore): Definition[] {
  const lines = src.split("\n");
  return tokens.flatMap(({ type, meta, map }) => {
    if (type !== DEFINITION || !map) return [];
    const label = String(meta?.["label"]);
    const written = lines[map[0]]?.replace(/^[\s>]+/, "").trim() ?? "";
    return [{ label, href: env.references?.[label]?.href ?? "", lines: map, written }];
  });
}

/** markdown-it writes the label of its definition into each link and picture that has one. */
function* labelsUsed(tokens: Token[]): Generator<string> {
  for (const { type, meta, children } of tokens) {
    if ((type === "link_open" || type === "image") && meta?.["label"]) yield String(meta["label"]);
    if (children) yield* labelsUsed(children);
  }
}

function noteUses(found: Definition[], used: Set<string>, env: RenderEnv): void {
  const first = new Map<string, string>();
  for (const { label, href, lines, written } of found) {
    const known = first.get(label) ?? written;
    first.set(label, known);
    const [line] = lines;
    if (isComment(href) && !used.has(label)) env.notes.commentLines.push(lines);
    else if (addressIn(known) !== addressIn(written)) noteTaken(known, written, line, env);
    else if (!used.has(label)) noteUnused(written, href, line, env);
  }
}

/** Of a definition as it was written: its first line without the name. */
function addressIn(written: string): string {
  return written.slice(written.indexOf("]:") + 2).trim();
}

function noteTaken(known: string, written: string, line: number, env: RenderEnv): void {
  noteAdvice(
    env,
    "definition",
    line,
    `"${known}" has this name already, and is where its links lead`,
    "use another name",
    written,
  );
}

/** `[//]: # (a comment)`, `[comment]: <> (a comment)`: the one way that Markdown itself has. */
function isComment(href: string): boolean {
  return href === "#" || href === "";
}

function noteUnused(written: string, href: string, line: number, env: RenderEnv): void {
  const message = `nothing refers to "${written}", and a definition is not shown`;
  const hint = "leave it out; to show it, write \\[";
  // What leads nowhere was meant to be read, such as "[Edit]: fixed".
  const isAddress = /^[a-z][a-z\d+.-]*:|[/.#?]/i.test(href);
  (isAddress ? noteAdvice : noteProblem)(env, "definition", line, message, hint, written);
}
