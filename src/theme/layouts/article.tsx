/** The layout of dated entries such as essays: the text, with everything around it. */

import type { ComponentChildren } from "preact";
import type { DatedEntry } from "../../content/entry.ts";
import { readingMinutes } from "../../content/text/reading-time.ts";
import { ProofNote } from "../components/checked.tsx";
import { Html } from "../components/html.tsx";
import { Say } from "../components/say.tsx";
import { localeFor } from "../format.ts";
import { articleThing } from "../json-ld.ts";
import { inLanguage } from "../language.ts";
import type { Page } from "../page.ts";
import { brokenTitle } from "../title-hyphens.ts";
import { href, type View } from "../view.ts";

/** `kicker` is shown above the title. */
export function articlePage(view: View, entry: DatedEntry, kicker?: ComponentChildren): Page {
  const { site } = view.content;
  const {
    Byline,
    Colophon,
    Comments,
    Contents,
    Discussion,
    Mentions,
    Neighbours,
    Related,
    SeriesNote,
    Time,
    TranslationNote,
  } = view.theme.components;
  const { title, summary, image, body } = entry;
  const language = inLanguage(entry.lang, view.language);
  return {
    info: {
      title,
      description: summary,
      image,
      entry,
      article: entry,
      thing: articleThing(site, entry, view.content.translations.get(entry.file)),
    },
    kind: "essay",
    main: (
      <>
        <article class="h-entry">
          <header class="opening">
            {kicker && <p class="kicker">{kicker}</p>}
            <h1 class="p-name" {...language}>
              {brokenTitle(title, entry.lang)}
            </h1>
            {summary && (
              <p class="standfirst p-summary" {...language}>
                {summary}
              </p>
            )}
            <p class="date">
              <Byline view={view} entry={entry} />
              {entry.authors.length > 0 && " · "}
              <a class="u-url" href={href(view, entry.path)}>
                <Time moment={entry.published} language={localeFor(view)} property="dt-published" />
              </a>{" "}
              · <Say view={view} phrase="minutes" values={{ count: readingMinutes(body, entry.lang) }} />
              {entry.draft && (
                <>
                  {" · "}
                  <Say view={view} phrase="draftPage" />
                </>
              )}
              {entry.scheduled && (
                <>
                  {" · "}
                  <Say view={view} phrase="scheduledPage" />
                </>
              )}
              {body.proof && (
                <>
                  <br />
                  <ProofNote view={view} proof={body.proof} />
                </>
              )}
            </p>
            <TranslationNote view={view} entry={entry} />
          </header>
          <Contents view={view} headings={body.headings} language={language} />
          <SeriesNote view={view} entry={entry} />
          <Html class="prose e-content" {...language} html={body.html()} />
          <Colophon view={view} entry={entry} />
          <Comments view={view} entry={entry} />
          <Mentions view={view} entry={entry} />
        </article>
        <Discussion view={view} />
        <Related view={view} entry={entry} />
        <Neighbours view={view} entry={entry} />
      </>
    ),
  };
}
