import { fencedLines } from "../import/dialect/fenced-lines.ts";
import { galleryAt } from "../import/dialect/written-gallery.ts";

/** Markdown with the pictures of each gallery as paragraphs, and its caption as one below them. */
export function withoutGalleries(markdown: string): string {
  const lines = fencedLines(markdown);
  const texts = lines.map(({ text }) => text);
  const out: string[] = [];
  for (let at = 0; at < texts.length; at++) {
    const gallery = lines[at]?.isCode ? undefined : galleryAt(texts, at);
    if (!gallery) {
      out.push(texts[at] ?? "");
      continue;
    }
    const { content, label, end, within, inPlace } = gallery;
    const empty = within.trimEnd();
    const isAfterText = texts[at]?.startsWith(`${within}:`) && ![undefined, "", empty].includes(out.at(-1)?.trimEnd());
    const isBeforeText = ![undefined, "", empty].includes(texts[end + 1]?.trimEnd());
    const written = inPlace([...content, label].filter((line) => line !== "").map((line) => [line]));
    out.push(...(isAfterText ? [empty] : []), ...written, ...(isBeforeText ? [empty] : []));
    at = end;
  }
  return out.join("\n");
}
