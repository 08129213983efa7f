/** `/search/`: search as a page; the dialog on the other pages runs the same script. */
import { isByDate } from "../../content/collection.ts";
import { inSentence } from "../../content/naming.ts";
import { hasPart } from "../../content/site-parts.ts";
import { Links } from "../components/links.tsx";
import type { Page } from "../page.ts";
import { href, type View } from "../view.ts";
import { english, languageOf, textOf } from "../words.ts";

export function searchPage(view: View): Page {
  const { lists } = view.content;
  const kinds = inSentence(lists.map(({ collection }) => collection.labels.many));
  return {
    info: { title: textOf(view, "search"), description: `Search ${kinds}.` },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...languageOf(view, "search")}>{textOf(view, "search")}</h1>
        </header>
        {hasPart(view.content.site, "terms") && (
          <p class="search-index" {...english(view)}>
            As in a book, there is an <a href={href(view, "/search/terms/")}>index of terms</a>.
          </p>
        )}
        <div data-search-page>
          <noscript>
            <p {...english(view)}>
              Search runs in your browser and needs JavaScript. Without it, there are{" "}
              <Links view={view} items={everyList(view)} />.
            </p>
          </noscript>
        </div>
      </>
    ),
  };
}

function everyList({ content: { lists, site } }: View): { text: string; path: string }[] {
  const listsOf = (byDate: boolean) => lists.filter(({ collection }) => isByDate(collection) === byDate);
  return [
    ...(hasPart(site, "terms") ? [{ text: "an index of terms from A to Z", path: "/search/terms/" }] : []),
    ...listsOf(true).map(({ path, collection }) => ({ text: `all ${collection.labels.many} by year`, path })),
    ...(hasPart(site, "tags") ? [{ text: "all tags", path: "/tags/" }] : []),
    ...listsOf(false).map(({ path, collection }) => ({ text: `all ${collection.labels.many}`, path })),
  ];
}
