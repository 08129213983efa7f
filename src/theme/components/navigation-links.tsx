import type { JSX } from "preact";
import { pathIn } from "../../content/editions.ts";
import { hasPart } from "../../content/site-parts.ts";
import { laterWords } from "../script-words.ts";
import { currentAt, href, hrefIn, type View } from "../view.ts";
import { siteLanguage } from "../words.ts";
import { Say } from "./say.tsx";

/** For the script of search, which has the words of the site's language only; empty on a page in that. */
function laterWordsOf(view: View): string {
  const words = laterWords(view.content, view.language);
  return words ? href(view, words.path) : "";
}

/** The items of the navigation: what settings and pages put there, and search where the site has it. */
export function NavigationLinks({ view }: { view: View }): JSX.Element {
  const { site, navigation } = view.content;
  return (
    <>
      {navigation.map(({ label, path, url }) => (
        <li>
          {path === undefined ? (
            <a href={url} {...siteLanguage(view)}>
              {label}
            </a>
          ) : (
            <a href={href(view, path)} aria-current={currentAt(view, path)} {...siteLanguage(view)}>
              {label}
            </a>
          )}
        </li>
      ))}
      {hasPart(site, "search") && (
        <li>
          <a
            href={hrefIn(view, "/search/")}
            aria-current={currentAt(view, pathIn(view.content, "/search/"))}
            data-search={laterWordsOf(view)}
          >
            <Say view={view} phrase="search" />
          </a>
        </li>
      )}
    </>
  );
}
