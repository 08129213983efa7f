/** What a text cites, in its page's Markdown: where `::bibliography` stands, or at the end. */
import { speakerOf } from "../../content/words/words.ts";
import { type RenderEnv, speechIn } from "../extension.ts";

const PLACE = /^::bibliography[ \t]*$/m;

export function withWorks(markdown: string, works: readonly string[], env: RenderEnv): string {
  if (works.length === 0) return markdown;
  const list = works.map((work) => `- ${work}`).join("\n");
  if (PLACE.test(markdown)) return markdown.replace(PLACE, () => list);
  const heading = speakerOf(speechIn(env))("references");
  return `${markdown.trimEnd()}\n\n**${heading}**\n\n${list}\n`;
}
