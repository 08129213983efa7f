/** What a text cites and which terms it uses, in its page's Markdown: where its author lists them, or at the end. */
import { speakerOf } from "../../content/words/words.ts";
import { type Notes, type RenderEnv, speechIn } from "../extension.ts";

/** Stand for `::bibliography` and `::glossary`; Markdown itself has none (`authoredText`). */
export const WORKS_PLACE = "\u0002";
export const TERMS_PLACE = "\u0003";

export function withWorks(
  markdown: string,
  { works, meanings, terms }: Pick<Notes, "works" | "meanings" | "terms">,
  env: RenderEnv,
): string {
  const speak = speakerOf(speechIn(env));
  const isPlaced = markdown.includes(WORKS_PLACE);
  const text = withList(withList(markdown, WORKS_PLACE, works), TERMS_PLACE, terms);
  const lists = [
    ...(meanings.length > 0 ? [`**${speak("terms")}**`, listOf(meanings)] : []),
    ...(works.length > 0 && !isPlaced ? [`**${speak("references")}**`, listOf(works)] : []),
  ];
  return lists.length > 0 ? `${[text.trimEnd(), ...lists].join("\n\n")}\n` : text;
}

/** In a quotation, each of its lines is one. */
function withList(markdown: string, place: string, items: readonly string[]): string {
  if (!markdown.includes(place)) return markdown;
  return markdown.replace(new RegExp(`^(.*)${place}`, "gm"), (_, marks: string) => listOf(items).replace(/^/gm, marks));
}

function listOf(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
