/** Headings with ids, each a link to itself. The page's title is its only first-level heading. */
import type { StateCore, Token } from "markdown-it";
import type { Heading } from "../content/body.ts";
import { apart } from "../content/text/held-text.ts";
import { anchorOf } from "../content/text/slug.ts";
import { type Extension, envOf, noteProblem, type RenderEnv } from "./extension.ts";
import { FOOTNOTE_ID } from "./html/html-allowed.ts";
import { tokenKey } from "./token-key.ts";
import { tokenAt } from "./tokens.ts";
import { plainText } from "./words-of-tokens.ts";

/** On a heading's opening token. */
export const headingKey = tokenKey<Heading>("heading");

/** What has, or may have, a link in it; a heading around it can't be one too. */
const LINKS = new Set(["link_open", "footnote_ref", "html_inline"]);

export const headings: Extension = {
  parse: (md) => md.core.ruler.push("headings", numberHeadings),
  page: {
    heading_open: (tokens, index) => {
      const { tag } = tokenAt(tokens, index);
      const { id } = headingKey.need(tokens[index]);
      return hasLink(tokens[index + 1]) ? `<${tag} id="${id}">` : `<${tag} id="${id}"><a href="#${id}">`;
    },
    heading_close: (tokens, index) => {
      const { tag } = tokenAt(tokens, index);
      return hasLink(tokens[index - 1]) ? `</${tag}>\n` : `</a></${tag}>\n`;
    },
  },
  feed: {
    heading_open: (tokens, index) => `<${tokens[index]?.tag}>`,
    heading_close: (tokens, index) => `</${tokens[index]?.tag}>\n`,
  },
};

function numberHeadings({ tokens, env }: StateCore): void {
  const used = new Set(envOf(env).notes.anchors);
  const shift = tokens.some(({ type, tag }) => type === "heading_open" && tag === "h1") ? 1 : 0;
  tokens.forEach((token, index) => {
    if (token.type === "heading_close") token.tag = `h${levelOf(token, shift)}`;
    if (token.type !== "heading_open") return;
    const heading = headingOf(token, wordsOf(tokens[index + 1], envOf(env)), shift, used);
    if (!heading.text) noteProblem(env, token.map?.[0], "a heading has no text");
    token.tag = `h${heading.level}`;
    headingKey.set(token, heading);
    const { notes } = envOf(env);
    notes.headings.push(heading);
    notes.anchors.push(heading.id);
  });
}

function wordsOf(inline: Token | undefined, env: RenderEnv): string {
  return apart(plainText(inline?.children ?? [], env).trim());
}

function headingOf(token: Token, text: string, shift: number, used: Set<string>): Heading {
  return { id: unusedId(anchorOf(text), used), level: levelOf(token, shift), text };
}

/** A heading that repeats gets a number, so that what stands below another can be added without moving it. */
function unusedId(wanted: string, used: Set<string>): string {
  const base = FOOTNOTE_ID.test(wanted) ? `section-${wanted}` : wanted;
  let id = base;
  for (let number = 2; used.has(id); number++) id = `${base}-${number}`;
  used.add(id);
  return id;
}

/** A body that writes its sections with `#` has all of its headings moved one level down. */
function levelOf({ tag }: Token, shift: number): number {
  return Math.min(6, Number(tag.slice(1)) + shift);
}

function hasLink(inline: Token | undefined): boolean {
  return inline?.children?.some(({ type }) => LINKS.has(type)) ?? false;
}
