import type { JSX } from "preact";
import { authorsOf } from "../../content/author.ts";
import type { Entry } from "../../content/entry.ts";
import { hrefIn, type View } from "../view.ts";

/** "Ada, Grace and Edith", each with a link to their page; nothing if front matter names no authors. */
export function Byline({ view, entry }: { view: View; entry: Entry }): JSX.Element | null {
  const { site } = view.content;
  if (entry.authors.length === 0) return null;
  const authors = authorsOf(entry, site);
  const parts = new Intl.ListFormat(view.language).formatToParts(authors.map((_, index) => String(index)));
  return (
    <>
      {parts.map(({ type, value }) => {
        const author = type === "element" ? authors[Number(value)] : undefined;
        if (!author?.path) return author?.name ?? value;
        return (
          <a rel="author" href={hrefIn(view, author.path)}>
            {author.name}
          </a>
        );
      })}
    </>
  );
}
