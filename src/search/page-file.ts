/** The file that the index has for each page, from which results are shown. */
import type { IndexedPage } from "./indexed-pages.ts";
import type { PageFile } from "./query/page.ts";
import { bodyText, oneLine } from "./said.ts";
import { segmented } from "./segmented.ts";

/** See `docs/search.md`. */
export function pageFile({ entry, description, date, filters }: IndexedPage): PageFile {
  const { path, title, lang, label, summary, body } = entry;
  const { blocks, code, headings } = bodyText(body, lang);
  const above = [title, ...(summary ? [summary] : [])].map((text) => segmented(oneLine(text), lang));
  return {
    ...{ path, title, description, kind: label, date },
    checked: filters.filter(([name]) => name === "checked").map(([, value]) => value),
    text: [...above, ...blocks].join("\n\n"),
    code: code.map((block) => block + above.length),
    headings: headings.map(([block, id]) => [block + above.length, id]),
  };
}
