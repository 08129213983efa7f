import type { JSX } from "preact";
import { type PostListing, yearPagesOf } from "../../content/year-pages.ts";
import { wholeNumber } from "../format.ts";
import { href, type View } from "../view.ts";

/** The years of a list that has a page for each; nothing for a short one. */
export function Years({ view, list }: { view: View; list: PostListing }): JSX.Element | null {
  const years = yearPagesOf(list);
  if (years.length === 0) return null;
  return (
    <nav class="years" aria-label="Years">
      <ul>
        {years.map(({ year, path, posts }) => (
          <li>
            <a href={href(view, path)} aria-current={path === view.path ? "page" : undefined}>
              {year}
            </a>{" "}
            <span class="count">{wholeNumber(posts.length, view.content.site.language)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
