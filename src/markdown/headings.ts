/**
 * Headings with ids, each a link to itself. The page's title is its only first-level heading. `## Heading {#id}` gives one the
 * id that it had elsewhere, or that stays when its words change.
 */
import type { Env, StateCore, Token } from "markdown-it";
import type { Heading } from "../content/body.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import { apart } from "../content/text/held-text.ts";
import { anchorOf } from "../content/text/slug.ts";
import { checkList, leaveOut, takeList } from "./attribute-list.ts";
import { type Extension, envOf, noteProblem, type RenderEnv } from "./extension.ts";
import { FOOTNOTE_ID, idFault, noteGivenId } from "./ids.ts";
import { tokenKey } from "./token-key.ts";
import { tokenAt } from "./tokens.ts";
import { plainText } from "./words-of-tokens.ts";

/** On a heading's opening token. */
export const headingKey = tokenKey<Heading>("heading");

/** What has, or may have, a link in it; a heading around it can't be one too. */
const LINKS = new Set(["link_open", "footnote_ref", "html_inline"]);

/**
 * Parts of ids by which reader views take an element for something beside the text (Readability 0.6.0): a heading such as "Metadata"
 * would be left out. The class `content` tells them that it is none.
 */
const DROPPED =
  /-ad-|agegate|banner|breadcrumbs|combx|comment|com-|community|contact|cover-wrap|disqus|extra|footer|gdpr|header|hidden|^hid$|legends|masthead|media|menu|meta|outbrain|pager|pagination|popup|promo|related|remark|replies|rss|scroll|share|shopping|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|tags|widget/i;

export const headings: Extension = {
  parse: (md) => {
    // Before text is joined, after which an escaped brace is like any other.
    md.core.ruler.after("linkify", "heading_ids", readIds);
    md.core.ruler.push("headings", numberHeadings);
  },
  page: {
    heading_open: (tokens, index) => {
      const token = tokenAt(tokens, index);
      const { id } = headingKey.need(token);
      const attribute = escapeMarkup(id);
      const classes = [token.attrGet("class"), DROPPED.test(id) && "content"].filter(Boolean).join(" ");
      const named = classes && ` class="${escapeMarkup(classes)}"`;
      const opening = `<${token.tag}${named} id="${attribute}">`;
      return hasLink(tokens[index + 1]) ? opening : `${opening}<a href="#${attribute}">`;
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

/** On a heading's opening token: the id that its author gave it. */
const idKey = tokenKey<string>("headingId");

function readIds({ tokens, env }: StateCore): void {
  tokens.forEach((token, index) => {
    if (token.type !== "heading_open") return;
    const list = takeList(tokens[index + 1]?.children?.at(-1), env);
    if (!list) return;
    const line = token.map?.[0];
    checkList(list, line, env);
    for (const name of list.classes) token.attrJoin("class", name);
    if (list.id !== undefined) giveHeadingId(token, list.id, line, env);
    leaveOut(list, token, env);
  });
}

/** Gives a heading's opening token the id that its author wrote; it is checked when all others are known. */
export function giveHeadingId(token: Token, id: string, line: number | undefined, env: Env): void {
  const known = idKey.get(token);
  if (known === undefined) idKey.set(token, id);
  else
    noteProblem(env, "heading", line, `a heading has two ids, ${known} and ${id}`, "leave one of them out", `#${id}`);
}

function numberHeadings({ tokens, env }: StateCore): void {
  const { notes, context } = envOf(env);
  const { spelling } = context;
  const used = new Set([...notes.anchors, ...tokens.map((token) => idKey.get(token) ?? "")]);
  const shift = tokens.some(({ type, tag }) => type === "heading_open" && tag === "h1") ? 1 : 0;
  tokens.forEach((token, index) => {
    if (token.type === "heading_close") token.tag = `h${levelOf(token, shift)}`;
    if (token.type !== "heading_open") return;
    const text = wordsOf(tokens[index + 1], envOf(env));
    const given = idKey.get(token);
    const heading = { id: given ?? unusedId(anchorOf(text, spelling), used), level: levelOf(token, shift), text };
    const fault = given === undefined ? undefined : idFault(given, notes);
    if (fault) noteProblem(env, "heading", token.map?.[0], fault, "write another, or \\{ to show it", `{#${given}}`);
    if (!heading.text) noteProblem(env, "heading", token.map?.[0], "a heading has no text");
    token.tag = `h${heading.level}`;
    headingKey.set(token, heading);
    notes.headings.push(heading);
    if (given === undefined) notes.anchors.push(heading.id);
    else noteGivenId(heading.id, notes);
  });
}

function wordsOf(inline: Token | undefined, env: RenderEnv): string {
  return apart(plainText(inline?.children ?? [], env).trim());
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
