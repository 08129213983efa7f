/** Notes what search and reading time need: the text, section by section. Comes last, when the tokens are final. */
import type { StateCore, Token } from "markdown-it";
import type { Heading, Section } from "../content/body.ts";
import { outcomeWords } from "../content/samples/outcome-text.ts";
import { held } from "../content/text/held-text.ts";
import { countWords } from "../content/text/words.ts";
import { type Extension, envOf } from "./extension.ts";
import type { HtmlPiece } from "./html/html-reader.ts";
import type { Shown } from "./samples/outcomes.ts";
import { plainText } from "./tokens.ts";

export const notes: Extension = {
  parse: (md) => md.core.ruler.push("notes", noteText),
};

function noteText({ tokens, env, md }: StateCore): void {
  const { notes } = envOf(env);
  const sections = sectionsOf(tokens, md.utils.unescapeAll);
  notes.sections.push(...sections.map(sectionOf));
  const running = tokens.filter(({ type }) => type === "inline").map(({ children }) => plainText(children ?? []));
  Object.assign(notes, countWords(running.join("\n")));
}

function sectionOf({ heading, blocks, outcomes }: Blocks): Section {
  const text = held(blocks.join("\n\n"));
  return {
    ...(heading && { heading }),
    get text() {
      return text();
    },
    ...(outcomes.length > 0 && { outcomes: outcomes.join("\n\n") }),
  };
}

interface Blocks {
  heading?: Heading;
  blocks: string[];
  outcomes: string[];
}

function sectionsOf(tokens: Token[], decode: (text: string) => string): Blocks[] {
  const sections: Blocks[] = [{ blocks: [], outcomes: [] }];
  tokens.forEach((token, index) => {
    const heading = token.meta?.["heading"] as Heading | undefined;
    if (heading) sections.push({ heading, blocks: [], outcomes: [] });
    const text = tokens[index - 1]?.type === "heading_open" ? "" : blockText(token, decode);
    if (text) sections.at(-1)?.blocks.push(text);
    const outcome = (token.meta?.["shown"] as Shown | undefined)?.outcome;
    if (outcome) sections.at(-1)?.outcomes.push(outcomeWords(outcome));
  });
  return sections.filter(({ heading, blocks }) => heading || blocks.length > 0);
}

function blockText({ type, children, content, meta }: Token, decode: (text: string) => string): string {
  if (type === "inline") return plainText(children ?? []).trim();
  if (type === "html_block") return decode(textOfHtml((meta?.["pieces"] as HtmlPiece[] | undefined) ?? []));
  const isCode = ["fence", "code_block", "pieces", "timeline"].includes(type);
  return isCode ? content.trim().replace(/\n\s*\n/g, "\n") : "";
}

function textOfHtml(pieces: HtmlPiece[]): string {
  const texts = pieces.filter((piece) => typeof piece === "string");
  return texts.join(" ").replace(/\s+/g, " ").trim();
}
