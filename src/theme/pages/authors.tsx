/** `/authors/` and `/authors/<author>/`. */
import { AUTHORS_PATH, type AuthorListing } from "../../content/author.ts";
import { pathIn } from "../../content/editions.ts";
import { entriesOnPage } from "../../content/listing.ts";
import { countOf } from "../../content/naming.ts";
import { ListingLinks } from "../components/listing-links.tsx";
import { personThing } from "../json-ld.ts";
import type { Page } from "../page.ts";
import type { View } from "../view.ts";
import { kindsLanguage, languageOf, sentenceOf, textOf } from "../words.ts";

export function authorsPage(view: View): Page {
  const { authors } = view.content;
  const { AuthorIndex } = view.theme.components;
  const names = new Intl.ListFormat(view.language).format(authors.map(({ name }) => name));
  return {
    info: { title: textOf(view, "authors"), description: textOf(view, "authorsAbout", { names }) },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...languageOf(view, "authors")}>{textOf(view, "authors")}</h1>
        </header>
        <AuthorIndex view={view} />
      </>
    ),
  };
}

export function authorPage(view: View, listing: AuthorListing): Page {
  const { author, entries } = listing;
  const { EntryList, ProfileLinks, Years } = view.theme.components;
  const count = entries.length > 0 ? sentenceOf(view, countOf(entries, view.content, view.language)) : undefined;
  const description = author.about ?? `${author.name}. ${count ?? ""}`.trim();
  return {
    info: {
      title: author.name,
      description,
      thing: { "@type": "ProfilePage", mainEntity: personThing(view.content.site, author) },
      authors: [author],
      within: { name: textOf(view, "authors"), path: pathIn(view.content, AUTHORS_PATH) },
    },
    kind: "list",
    main: (
      <>
        <header class="opening h-card">
          <h1 class="p-name">{author.name}</h1>
          {author.about && <p class="standfirst p-note">{author.about}</p>}
          <ProfileLinks profiles={author.profiles ?? []} home={author.url} />
          <p>
            {count && <span {...kindsLanguage(view)}>{count} </span>}
            <ListingLinks view={view} path={listing.path} all={{ path: AUTHORS_PATH, phrase: "allAuthors" }} />
          </p>
          <Years view={view} list={listing} />
        </header>
        <EntryList view={view} entries={entriesOnPage(listing, view.content.site)} titles="h2" />
      </>
    ),
  };
}
