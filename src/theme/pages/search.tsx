/** `/search/`: search as a page; the dialog on the other pages runs the same script. */
import type { JSX } from "preact";
import { isByDate } from "../../content/collection.ts";
import { pathIn } from "../../content/editions.ts";
import { filledLists } from "../../content/listing.ts";
import { allKinds } from "../../content/naming.ts";
import { hasPart } from "../../content/site-parts.ts";
import { Enumeration, Links } from "../components/links.tsx";
import { Say } from "../components/say.tsx";
import type { Page } from "../page.ts";
import { hrefIn, type View } from "../view.ts";
import { labelsOf, languageOf, sentenceOf, textOf } from "../words.ts";

export function searchPage(view: View): Page {
  const examples = examplesIn(view);
  const kinds = allKinds(view.content, view.language);
  return {
    info: { title: textOf(view, "search"), description: sentenceOf(view, textOf(view, "searchIn", { kinds })) },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...languageOf(view, "search")}>{textOf(view, "search")}</h1>
        </header>
        {hasPart(view.content.site, "terms") && (
          <p class="search-index">
            <Say
              view={view}
              phrase="indexHint"
              marks={{ index: (words) => <a href={hrefIn(view, "/search/terms/")}>{words}</a> }}
            />
          </p>
        )}
        <div data-search-page>
          <noscript>
            <p>
              <Say
                view={view}
                phrase="searchNeedsScript"
                values={{ lists: <Links view={view} items={everyList(view)} /> }}
              />
            </p>
          </noscript>
          {examples.length > 0 && (
            <p class="search-examples" hidden>
              <Say
                view={view}
                phrase="searchExamples"
                values={{ searches: <Enumeration view={view} items={examples} /> }}
              />
            </p>
          )}
        </div>
      </>
    ),
  };
}

const MOST_EXAMPLES = 5;

/** Searches for what most is written about. */
function examplesIn(view: View): JSX.Element[] {
  const { tags } = view.content;
  return tags
    .toSorted((a, b) => b.entries.length - a.entries.length)
    .slice(0, MOST_EXAMPLES)
    .map(({ name }) => <a href={`${hrefIn(view, "/search/")}?${new URLSearchParams({ q: name })}`}>{name}</a>);
}

function everyList(view: View): { text: string; path: string }[] {
  const { lists, site } = view.content;
  const listsOf = (byDate: boolean) =>
    filledLists(lists)
      .filter(({ collection }) => isByDate(collection) === byDate)
      .map(({ path, collection }) => ({ text: labelsOf(view, collection).title, path }));
  return [
    ...(hasPart(site, "terms") ? [{ text: textOf(view, "index"), path: pathIn(view.content, "/search/terms/") }] : []),
    ...listsOf(true),
    ...(hasPart(site, "tags") ? [{ text: textOf(view, "tags"), path: pathIn(view.content, "/tags/") }] : []),
    ...listsOf(false),
  ];
}
