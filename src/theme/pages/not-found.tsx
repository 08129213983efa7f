/** `/404.html`: shown by hosts when an address does not exist. */
import { isByDate } from "../../content/collection.ts";
import { filledLists } from "../../content/listing.ts";
import { hasPart } from "../../content/site-parts.ts";
import { spellingOf } from "../../content/slugs.ts";
import { slugOf } from "../../content/text/slug.ts";
import { Links } from "../components/links.tsx";
import { Say } from "../components/say.tsx";
import type { Page } from "../page.ts";
import { hrefIn, type View } from "../view.ts";
import { labelLanguage, labelsOf, languageOf, textOf } from "../words.ts";

const MOST_SHOWN = 5;

export function notFoundPage(view: View): Page {
  const { lists } = view.content;
  const { EntryList, Section } = view.theme.components;
  const latest = lists.find(({ collection, entries }) => isByDate(collection) && entries.length > 0);
  const items = filledLists(lists).map(({ path, collection }) => ({ path, text: labelsOf(view, collection).title }));
  const listLinks = <Links view={view} items={items} />;
  return {
    info: { title: textOf(view, "notFound"), indexed: false },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...languageOf(view, "notFound")}>{textOf(view, "notFound")}</h1>
          <p class="standfirst">
            <Say view={view} phrase="nothingHere" />
          </p>
          <p>
            {hasPart(view.content.site, "search") ? (
              <Say
                view={view}
                phrase="searchOrLook"
                values={{ lists: listLinks }}
                marks={{ search: (words) => <a href={hrefIn(view, "/search/")}>{words}</a> }}
              />
            ) : (
              <Say view={view} phrase="look" values={{ lists: listLinks }} />
            )}
          </p>
        </header>
        {latest && (
          <Section
            title={labelsOf(view, latest.collection).latest}
            language={labelLanguage(view, latest.collection)}
            id={slugOf(latest.collection.labels.latest, spellingOf(view.content.site, view.language))}
          >
            <EntryList view={view} entries={latest.entries.slice(0, MOST_SHOWN)} compact />
          </Section>
        )}
      </>
    ),
  };
}
