import type { JSX } from "preact";
import type { Listing } from "../../content/listing.ts";
import { localeFor, wholeNumber } from "../format.ts";
import { href, type View } from "../view.ts";
import { textOf } from "../words.ts";

/** The years of a list that has a page for each; nothing for a short one. */
export function Years({ view, list }: { view: View; list: Listing }): JSX.Element | null {
  const years = view.content.years.get(list.path) ?? [];
  if (years.length === 0) return null;
  return (
    <nav class="years" aria-label={textOf(view, "years")}>
      <ul>
        {years.map(({ year, path, count }) => (
          <li>
            <a href={href(view, path)} aria-current={path === view.path ? "page" : undefined}>
              {year}
            </a>{" "}
            <span class="count">{wholeNumber(count, localeFor(view))}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
