/**
 * Citations, and the works that they cite at the text's end, or where `::bibliography` stands. Each citation links to its work,
 * and each work back. In a style of notes, a citation in the running text is a footnote.
 */
import type { MarkdownIt } from "markdown-it";
import { type Extension, speakIn } from "../extension.ts";
import { citationHtml, headOf, listOf, pageUrl } from "./citation-html.ts";
import { makeNotes } from "./citation-notes.ts";
import { readBracketed, readInText, readPlace } from "./citation-syntax.ts";
import { placedKey, worksKey } from "./citation-tokens.ts";
import { plainTextOf } from "./csl-html.ts";
import { formatAll } from "./format-citations.ts";

export const citations: Extension = {
  parse: (md: MarkdownIt) => {
    md.inline.ruler.before("link", "citation", readBracketed);
    md.inline.ruler.before("link", "citation_in_text", readInText);
    md.block.ruler.before("directive", "bibliography", readPlace, { alt: ["paragraph"] });
    md.core.ruler.before("footnote_order", "citation_notes", makeNotes);
    md.core.ruler.push("citations", formatAll);
  },
  page: {
    citation: (tokens, index, _options, env) => citationHtml(tokens[index], "", env),
    bibliography: (tokens, index, _options, env) => {
      const label = speakIn(env)("references");
      const list = listOf(tokens[index], "", env);
      return (
        list &&
        `<section class="references" role="doc-bibliography" aria-label="${label}">\n${headOf(tokens[index], env)}${list}</section>\n`
      );
    },
  },
  feed: {
    citation: (tokens, index, _options, env) => citationHtml(tokens[index], pageUrl(env), env),
    bibliography: (tokens, index, _options, env) => {
      const list = listOf(tokens[index], pageUrl(env), env);
      return list && headOf(tokens[index], env) + list;
    },
  },
  text: {
    citation: (token) => plainTextOf(placedKey.get(token)?.html || token.content),
    bibliography: (token) => (worksKey.get(token) ?? []).map(({ html }) => plainTextOf(html)).join("\n"),
  },
};
