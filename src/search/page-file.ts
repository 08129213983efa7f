/** The file that the index has for each page, from which results are shown. */
import { gzipSync } from "node:zlib";
import type { NamedFile } from "./index-folder.ts";
import type { IndexedPage } from "./indexed-pages.ts";
import type { PageFile } from "./query/page.ts";
import { bodyText, oneLine } from "./said.ts";
import { segmented } from "./segmented.ts";

/** Gzipped JSON; see `docs/search.md`. */
export function pageFile({ entry, description, date, filters }: IndexedPage): Uint8Array {
  const { path, title, lang, label, summary, body } = entry;
  const { blocks, code, headings } = bodyText(body, lang);
  const above = [title, ...(summary ? [summary] : [])].map((text) => segmented(oneLine(text), lang));
  const file: PageFile = {
    ...{ path, title, description, kind: label, date },
    checked: filters.filter(([name]) => name === "checked").map(([, value]) => value),
    text: [...above, ...blocks].join("\n\n"),
    code: code.map((block) => block + above.length),
    headings: headings.map(([block, id]) => [block + above.length, id]),
  };
  return gzipSync(JSON.stringify(file));
}

/** Its name says all that is in it. */
export function fileOf({ name }: Pick<IndexedPage, "name">): NamedFile {
  return { name: `pages/${name}.page`, from: name };
}
