/** `/posts/`: a collection's entries by year, and the page of each year where they are many. */

import { isByDate } from "../../content/collection.ts";
import type { CollectionList } from "../../content/content.ts";
import type { Entry } from "../../content/entry.ts";
import { groupBy } from "../../content/group-by.ts";
import { type Listing, MOST_LISTED, type YearPage } from "../../content/listing.ts";
import { capitalised, countOf } from "../../content/naming.ts";
import { wholeNumber } from "../format.ts";
import type { Page } from "../page.ts";
import { href, type View } from "../view.ts";
import { english } from "../words.ts";

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
          <h1 {...english(view)}>{name}</h1>
          <p {...english(view)}>
            {entries.length === 0 ? `There is no ${one} here yet.` : isDated ? orderOf(view, list) : about} Also{" "}
            <a href={href(view, "/tags/")}>by tag</a>, and <a href={href(view, "/subscribe/")}>by feed</a> as they
            appear.
          </p>
          {isDated && <Years view={view} list={list} />}
        </header>
        {isDated ? <ByYear view={view} entries={entries} /> : <EntryList view={view} entries={entries} titles="h2" />}
      </>
    ),
  };
}

function ByYear({ view, entries }: { view: View; entries: readonly Entry[] }) {
  const { EntryList, Section } = view.theme.components;
  const years = groupBy(entries.slice(0, MOST_LISTED), ({ published }) => published?.year);
  return (
    <>
      {[...years].map(([year, ofYear]) => (
        <Section title={String(year)} id={`y${year}`}>
          <EntryList view={view} entries={ofYear} />
        </Section>
      ))}
    </>
  );
}

/** What of the list stands on its page. */
function orderOf(view: View, { entries }: Listing): string {
  const count = wholeNumber(entries.length, view.content.site.language);
  return entries.length > MOST_LISTED
    ? `The newest ${MOST_LISTED} of ${count}, and all of them by year.`
    : "Newest first.";
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
