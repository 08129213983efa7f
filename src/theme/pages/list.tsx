/** `/posts/`: a collection's entries by year, and the page of each year where they are many. */

import type { JSX } from "preact";
import { isByDate } from "../../content/collection.ts";
import type { CollectionList } from "../../content/content.ts";
import { groupBy } from "../../content/group-by.ts";
import { entriesOnPage, type Listing, type YearPage } from "../../content/listing.ts";
import { capitalised, countOf } from "../../content/naming.ts";
import { hasPart } from "../../content/site-parts.ts";
import { wholeNumber } from "../format.ts";
import type { Page } from "../page.ts";
import { href, type View } from "../view.ts";
import { english, labelLanguage, languageOf, textOf } from "../words.ts";

/** The list of a collection that has no page of its own making. */
export function listPage(view: View, list: CollectionList): Page {
  const { name, entries, collection } = list;
  const { EntryList, Years } = view.theme.components;
  const { one, about } = collection.labels;
  const isDated = isByDate(collection);
  return {
    info: { title: name, description: about },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...labelLanguage(view, collection)}>{name}</h1>
          <p {...english(view)}>
            {entries.length === 0 ? `There is no ${one} here yet.` : isDated ? orderOf(view, list) : about}
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
  return (
    <>
      {" Also "}
      {tags && <a href={href(view, "/tags/")}>by tag</a>}
      {tags && feeds && ", and "}
      {feeds && (
        <>
          <a href={href(view, "/subscribe/")}>by feed</a> as they appear
        </>
      )}
      .
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
        <Section title={capitalised(textOf(view, "pinned"))} language={languageOf(view, "pinned")} id="pinned">
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
function orderOf(view: View, list: Listing): string {
  const count = wholeNumber(list.entries.length, view.content.site.language);
  const shown = entriesOnPage(list, view.content.site).length;
  return shown < list.entries.length ? `The newest ${shown} of ${count}, and all of them by year.` : "Newest first.";
}

/** `/posts/years/2026/`, `/tags/sql/years/2026/`: what was published in one year. */
export function yearPage(view: View, { name, entries, list, year }: YearPage): Page {
  const count = countOf(entries, view.content);
  const { EntryList, Years } = view.theme.components;
  return {
    info: { title: name, description: `${list.name}: ${count} of ${year}, newest first.`, within: list },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...english(view)}>{name}</h1>
          <p {...english(view)}>
            {capitalised(count)}, newest first. <a href={href(view, list.path)}>{list.name}</a> of all years.
          </p>
          <Years view={view} list={list} />
        </header>
        <EntryList view={view} entries={entries} titles="h2" />
      </>
    ),
  };
}
