/** `/<path>/`: a page of `pages/`. */
import { TEXT } from "../../content/page-sections.ts";
import type { PlainPage } from "../../content/plain-page.ts";
import { Html } from "../components/html.tsx";
import { Say } from "../components/say.tsx";
import { inLanguage } from "../language.ts";
import type { Page } from "../page.ts";
import { brokenTitle } from "../title-hyphens.ts";
import type { View } from "../view.ts";

export function plainPage(view: View, entry: PlainPage): Page {
  if (entry.path === view.content.root) return view.theme.pages.home(view, entry);
  const { title, summary, image, body, sections = [{ of: TEXT }] } = entry;
  const { EditLink, PageSections, TranslationNote } = view.theme.components;
  const language = inLanguage(entry.lang, view.language);
  return {
    info: { title, description: summary, image, entry },
    kind: "list",
    main: (
      <>
        <header class="opening">
          {entry.draft && (
            <p class="kicker">
              <Say view={view} phrase="draftPage" />
            </p>
          )}
          <h1 {...language}>{brokenTitle(title, entry.lang)}</h1>
          <TranslationNote view={view} entry={entry} />
        </header>
        <PageSections view={view} sections={sections} text={<Html class="prose" {...language} html={body.html()} />} />
        {view.content.site.edit && (
          <p>
            <EditLink view={view} entry={entry} />
          </p>
        )}
      </>
    ),
  };
}
