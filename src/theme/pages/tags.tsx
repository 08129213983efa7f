/** `/tags/` and `/tags/<tag>/`. */
import { entriesOnPage } from "../../content/listing.ts";
import { countOf } from "../../content/naming.ts";
import type { Tag } from "../../content/tag.ts";
import { capitalised } from "../../content/text/capitalised.ts";
import { ListingLinks } from "../components/listing-links.tsx";
import type { Page } from "../page.ts";
import { brokenTitle } from "../title-hyphens.ts";
import type { View } from "../view.ts";
import { kindsLanguage, languageOf, sentenceOf, textOf } from "../words.ts";

export function tagsPage(view: View): Page {
  const { tags } = view.content;
  const { TagIndex } = view.theme.components;
  return {
    info: { title: textOf(view, "tags"), description: textOf(view, "tagsAbout") },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...languageOf(view, "tags")}>{textOf(view, "tags")}</h1>
          {tags.length === 0 && <p {...languageOf(view, "noTags")}>{textOf(view, "noTags")}</p>}
        </header>
        {tags.length > 0 && <TagIndex view={view} />}
      </>
    ),
  };
}

export function tagPage(view: View, tag: Tag): Page {
  const { EntryList, Years } = view.theme.components;
  const entries = countOf(tag.entries, view.content, view.language);
  const about = textOf(view, "tagAbout", { entries: capitalised(entries, view.language), tag: tag.name });
  return {
    info: { title: tag.name, description: about },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1>{brokenTitle(tag.name, view.content.site.language)}</h1>
          <p>
            <span {...kindsLanguage(view)}>{sentenceOf(view, entries)}</span>{" "}
            <ListingLinks view={view} path={tag.path} all={{ path: "/tags/", phrase: "allTags" }} />
          </p>
          <Years view={view} list={tag} />
        </header>
        <EntryList view={view} entries={entriesOnPage(tag, view.content.site)} titles="h2" />
      </>
    ),
  };
}
