/** `/posts/`: a collection's entries by year, and the page of each year where they are many. */

import type { ComponentChildren, JSX } from "preact";
import { isByDate } from "../../content/collection.ts";
import type { CollectionList } from "../../content/content.ts";
import { groupBy } from "../../content/group-by.ts";
import { entriesOnPage, type Listing, type YearPage } from "../../content/listing.ts";
import { countOf } from "../../content/naming.ts";
import { hasPart } from "../../content/site-parts.ts";
import { capitalised } from "../../content/text/capitalised.ts";
import { Say } from "../components/say.tsx";
import type { Page } from "../page.ts";
import { href, hrefIn, type View } from "../view.ts";
import { kindsLanguage, labelLanguage, labelsOf, languageOf, textOf } from "../words.ts";

/** The list of a collection that has no page of its own making. */
export function listPage(view: View, list: CollectionList): Page {
  const { entries, collection } = list;
  const { EntryList, Years } = view.theme.components;
  const { title, about } = labelsOf(view, collection);
  const isDated = isByDate(collection);
  return {
    info: { title, description: about },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...labelLanguage(view, collection)}>{title}</h1>
          <p>
            {entries.length === 0 ? (
              <Say view={view} phrase="nothingYet" />
            ) : isDated ? (
              <Order view={view} list={list} />
            ) : (
              <span {...labelLanguage(view, collection)}>{about}</span>
            )}
            <OtherWays view={view} />
          </p>
          {isDated && <Years view={view} list={list} />}
        </header>
        {isDated ? <ByYear view={view} list={list} /> : <EntryList view={view} entries={entries} titles="h2" />}
      </>
    ),
  };
}

/** Other ways to the same entries, as far as the site has them. */
function OtherWays({ view }: { view: View }): JSX.Element | null {
  const { site } = view.content;
  const [tags, feeds] = [hasPart(site, "tags"), hasPart(site, "feeds")];
  if (!tags && !feeds) return null;
  const byTag = (words: ComponentChildren) => <a href={hrefIn(view, "/tags/")}>{words}</a>;
  const byFeed = (words: ComponentChildren) => <a href={hrefIn(view, "/subscribe/")}>{words}</a>;
  return (
    <>
      {" "}
      {tags && feeds ? (
        <Say view={view} phrase="alsoByTagAndFeed" marks={{ tags: byTag, feeds: byFeed }} />
      ) : tags ? (
        <Say view={view} phrase="alsoByTag" marks={{ tags: byTag }} />
      ) : (
        <Say view={view} phrase="alsoByFeed" marks={{ feeds: byFeed }} />
      )}
    </>
  );
}

function ByYear({ view, list }: { view: View; list: Listing }): JSX.Element {
  const { EntryList, Section } = view.theme.components;
  const pinned = list.entries.filter((entry) => entry.pinned);
  const years = groupBy(entriesOnPage(list, view.content.site), ({ published }) => published?.year);
  return (
    <>
      {pinned.length > 0 && (
        <Section
          title={capitalised(textOf(view, "pinned"), view.language)}
          language={languageOf(view, "pinned")}
          id="pinned"
        >
          <EntryList view={view} entries={pinned} />
        </Section>
      )}
      {[...years].map(([year, ofYear]) => (
        <Section title={String(year)} id={`y${year}`}>
          <EntryList view={view} entries={ofYear} />
        </Section>
      ))}
    </>
  );
}

/** What of the list stands on its page. */
function Order({ view, list }: { view: View; list: Listing }): JSX.Element {
  const count = list.entries.length;
  const shown = entriesOnPage(list, view.content.site).length;
  if (shown === count) return <Say view={view} phrase="newestFirst" />;
  return <Say view={view} phrase="newestOf" values={{ shown, count }} />;
}

/** `/posts/years/2026/`, `/tags/sql/years/2026/`: what was published in one year. */
export function yearPage(view: View, { name, entries, list, year }: YearPage): Page {
  const count = capitalised(countOf(entries, view.content, view.language), view.language);
  const { EntryList, Years } = view.theme.components;
  return {
    info: {
      title: name,
      description: textOf(view, "yearAbout", {
        list: list.name,
        entries: countOf(entries, view.content, view.language),
        year: String(year),
      }),
      within: list,
    },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...kindsLanguage(view)}>{name}</h1>
          <p {...kindsLanguage(view)}>
            <Say
              view={view}
              phrase="yearOpening"
              values={{ entries: count, list: list.name }}
              marks={{ list: (words) => <a href={href(view, list.path)}>{words}</a> }}
            />
          </p>
          <Years view={view} list={list} />
        </header>
        <EntryList view={view} entries={entries} titles="h2" />
      </>
    ),
  };
}
