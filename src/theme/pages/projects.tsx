/** `/projects/`: case studies, then open source. */
import type { CollectionList } from "../../content/content.ts";
import type { Page } from "../page.ts";
import type { View } from "../view.ts";
import { labelLanguage, labelsOf, languageOf, textOf } from "../words.ts";

export function projectsPage(view: View, { name, entries, collection }: CollectionList): Page {
  const { about } = labelsOf(view, collection);
  const { ProjectSection } = view.theme.components;
  return {
    info: { title: name, description: about },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...labelLanguage(view, collection)}>{name}</h1>
          <p {...(entries.length === 0 ? languageOf(view, "nothingYet") : labelLanguage(view, collection))}>
            {entries.length === 0 ? textOf(view, "nothingYet") : about}
          </p>
        </header>
        <ProjectSection view={view} kind="case study" phrase="caseStudies" id="case-studies" />
        <ProjectSection view={view} kind="open source" phrase="openSource" id="open-source" />
      </>
    ),
  };
}
