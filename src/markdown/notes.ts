/** Notes what search and reading time need: the text, section by section. Comes last, when the tokens are final. */
import type { StateCore, Token } from "markdown-it";
import type { Heading, Section } from "../content/body.ts";
import { outcomeWords } from "../content/outcome-text.ts";
import { type Extension, envOf } from "./extension.ts";
import type { HtmlPiece } from "./html-reader.ts";
import type { Shown } from "./outcomes.ts";
import { flat, plainText } from "./tokens.ts";

/** A word, or one sign of a script that is written without spaces. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

export const notes: Extension = {
  parse: (md) => md.core.ruler.push("notes", noteText),
};

function noteText({ tokens, env, md }: StateCore): void {
  const { notes } = envOf(env);
  const sections = sectionsOf(tokens, md.utils.unescapeAll);
  notes.sections.push(
    ...sections.map(({ heading, blocks }): Section => ({ ...(heading && { heading }), text: flat(blocks.join("\n")) })),
  );
  const running = tokens.filter(({ type }) => type === "inline").map(({ children }) => plainText(children ?? []));
  notes.words = running.join("\n").match(WORD)?.length ?? 0;
}

function sectionsOf(tokens: Token[], decode: (text: string) => string): { heading?: Heading; blocks: string[] }[] {
  const sections: { heading?: Heading; blocks: string[] }[] = [{ blocks: [] }];
  tokens.forEach((token, index) => {
    const heading = token.meta?.["heading"] as Heading | undefined;
    if (heading) sections.push({ heading, blocks: [] });
    const text = tokens[index - 1]?.type === "heading_open" ? "" : blockText(token, decode);
    if (text) sections.at(-1)?.blocks.push(text);
  });
  return sections.filter(({ heading, blocks }) => heading || blocks.length > 0);
}

function blockText({ type, children, content, meta }: Token, decode: (text: string) => string): string {
  if (type === "inline") return plainText(children ?? []).trim();
  if (type === "html_block") return decode(textOfHtml((meta?.["pieces"] as HtmlPiece[] | undefined) ?? []));
  const code = ["fence", "code_block", "timeline"].includes(type) ? content.trim() : "";
  const outcome = (meta?.["shown"] as Shown | undefined)?.outcome;
  return outcome ? [code, outcomeWords(outcome)].filter(Boolean).join("\n") : code;
}

function textOfHtml(pieces: HtmlPiece[]): string {
  const texts = pieces.filter((piece) => typeof piece === "string");
  return texts.join(" ").replace(/\s+/g, " ").trim();
}
