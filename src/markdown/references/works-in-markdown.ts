/** What a text cites and which terms it uses, in its page's Markdown: where `::bibliography` stands, or at the end. */
import { speakerOf } from "../../content/words/words.ts";
import { type Notes, type RenderEnv, speechIn } from "../extension.ts";

const PLACE = /^::bibliography[ \t]*$/m;

export function withWorks(
  markdown: string,
  { works, meanings }: Pick<Notes, "works" | "meanings">,
  env: RenderEnv,
): string {
  const speak = speakerOf(speechIn(env));
  const isPlaced = works.length > 0 && PLACE.test(markdown);
  const text = isPlaced ? markdown.replace(PLACE, () => listOf(works)) : markdown;
  const lists = [
    ...(meanings.length > 0 ? [`**${speak("terms")}**`, listOf(meanings)] : []),
    ...(works.length > 0 && !isPlaced ? [`**${speak("references")}**`, listOf(works)] : []),
  ];
  return lists.length > 0 ? `${[text.trimEnd(), ...lists].join("\n\n")}\n` : text;
}

function listOf(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}
