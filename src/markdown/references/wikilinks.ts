/** Links by a text's name, as wikis have them: `[[a-slug]]`, `[[A title]]`, `[[a-slug|words]]`, `[[a-slug#a-heading]]`. */
import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import { by } from "../../content/problems/rule.ts";
import { speakerOf } from "../../content/words/words.ts";
import { type Extension, envOf, noteProblem, placeAt, type RenderEnv, speechIn } from "../extension.ts";
import { tokenKey } from "../token-key.ts";
import { nearestId } from "./label.ts";

/** The name of the rule that reads them. */
export const WIKILINKS = "wikilinks";

interface Written {
  /** Empty for the text itself. */
  name: string;
  /** A heading's id or words. */
  section: string | undefined;
  words: string | undefined;
}

const writtenKey = tokenKey<Written>("wikilink");

export const wikilinks: Extension = {
  parse: (md: MarkdownIt) => {
    md.inline.ruler.before("link", WIKILINKS, read);
    // When headings have their ids, and before links are led to where they go.
    md.core.ruler.push("wikilink_targets", lead);
  },
  // In a heading, whose words are read before.
  text: { wikilink: wordsOf },
};

const LINK = /\[\[(?<name>[^[\]|#\n]*)(?:#(?<section>[^[\]|\n]+))?(?:\\?\|(?<words>[^[\]\n]+))?\]\]/y;
/** Before it: a picture of some wikis, or an element of an array. */
const BEFORE = /[!\w[\]]/;
/** Marks where a table of contents stands, for some engines. */
const CONTENTS = /^_?toc_?$/i;

function read(state: StateInline, silent: boolean): boolean {
  LINK.lastIndex = state.pos;
  const { 0: whole, groups = {} } = LINK.exec(state.src) ?? {};
  const name = groups["name"]?.replace(/\\$/, "").trim() ?? "";
  const section = groups["section"]?.trim();
  if (!whole || state.pos + whole.length > state.posMax || BEFORE.test(state.src[state.pos - 1] ?? "")) return false;
  if ((!name && !section) || CONTENTS.test(name)) return false;
  if (!silent) {
    const token = state.push("wikilink", "", 0);
    token.content = whole;
    writtenKey.set(token, { name, section, words: groups["words"]?.trim() });
  }
  state.pos += whole.length;
  return true;
}

/** As far as the text alone has them. */
function wordsOf(token: Token): string {
  const { words, name, section } = writtenKey.need(token);
  return words ?? (name || (section ?? ""));
}

/** A link like any other, with its words. */
function lead(state: StateCore): void {
  const env = envOf(state.env);
  let [line, end]: (number | undefined)[] = [];
  for (const block of state.tokens) {
    [line, end] = block.map ?? [line, end];
    if (!block.children?.some(({ type }) => type === "wikilink")) continue;
    block.children = block.children.flatMap((token) => {
      const written = token.type === "wikilink" ? writtenKey.need(token) : undefined;
      if (!written) return [token];
      const words = new state.Token("text", "", 0);
      const found = findIn(written, token.content, line, env);
      words.content = written.words ?? found?.words ?? wordsOf(token);
      if (!found) return [words];
      const open = new state.Token("link_open", "a", 1);
      open.attrSet("href", found.target);
      if (line !== undefined && end !== undefined)
        env.notes.rewritten.push({ start: line, end, from: token.content, to: `[${words.content}](${found.target})` });
      return [open, words, new state.Token("link_close", "a", -1)];
    });
  }
}

/** Its target and its words, or undefined where the problem is noted. */
function findIn(
  { name, section }: Written,
  written: string,
  line: number | undefined,
  env: RenderEnv,
): { target: string; words: string } | undefined {
  const { context, notes } = env;
  const found = name ? context.wikiTarget?.(name) : undefined;
  if (found && !found.ok) {
    notes.problems.push(
      ...by(
        "link-target",
        found.problems.map((one) => ({ ...one, ...placeAt(env, line), written })),
      ),
    );
    return undefined;
  }
  if (name && !found) return undefined;
  const page = found?.value;
  if (section === undefined) return page && { target: page.target, words: page.isTitle ? name : page.title };
  const headings = page ? context.namesIn?.(page.path)?.headings : notes.headings;
  const heading = headings?.find(({ id, text }) => id === section || sameWords(text, section));
  if (headings && !heading) {
    const message = `there is no heading "${section}" in ${page ? page.path : "this text"}`;
    const hint = nearestId(
      section,
      headings.flatMap(({ id, text }) => [text, id]),
    );
    noteProblem(env, "link-anchor", line, message, hint, written);
    return undefined;
  }
  const said = heading?.text ?? section;
  const target = `${page?.target ?? ""}#${encodeURIComponent(heading?.id ?? section)}`;
  if (!page) return { target, words: said };
  return { target, words: speakerOf(speechIn(env))("placeInPage", { title: page.named, section: said }) };
}

function sameWords(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  );
  return a === b;
}
