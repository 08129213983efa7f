import type { JSX } from "preact";
import type { Entry } from "../../content/entry.ts";
import { localeFor } from "../format.ts";
import { inLanguage } from "../language.ts";
import { brokenTitle } from "../title-hyphens.ts";
import { href, type View } from "../view.ts";
import { Cover } from "./cover.tsx";
import { Say } from "./say.tsx";

interface Props {
  view: View;
  entries: readonly Entry[];
  /** Leaves the summaries out. */
  compact?: boolean;
  /** What the titles are, where the list stands under no heading but the page's own. */
  titles?: "h2" | "h3";
}

/** Entries as a table of contents: title and date on one line, what each is about, and its cover if it has one. */
export function EntryList({ view, entries, compact = false, titles: Title = "h3" }: Props): JSX.Element {
  const { language } = view.content.site;
  const { Time } = view.theme.components;
  return (
    <ol class="entries h-feed">
      {entries.map((entry) => (
        <li class="h-entry">
          <Title {...inLanguage(entry.lang, language)}>
            <a class="p-name u-url" href={href(view, entry.path)}>
              {brokenTitle(entry.title, entry.lang)}
            </a>
          </Title>
          {(entry.published || entry.draft) && (
            <p class="date">
              {entry.published && (
                <Time moment={entry.published} language={localeFor(view)} short property="dt-published" />
              )}
              {entry.pinned && (
                <>
                  {" · "}
                  <Say view={view} phrase="pinned" />
                </>
              )}
              {entry.draft && (
                <>
                  {" · "}
                  <Say view={view} phrase="draft" />
                </>
              )}
              {entry.scheduled && (
                <>
                  {" · "}
                  <Say view={view} phrase="scheduled" />
                </>
              )}
            </p>
          )}
          {!compact && entry.cover && <Cover cover={entry.cover} />}
          {!compact && entry.summary && (
            <p class="p-summary" {...inLanguage(entry.lang, language)}>
              {entry.summary}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
