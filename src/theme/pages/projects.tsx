/** `/projects/`: case studies, then open source. */
import type { CollectionList } from "../../content/content.ts";
import type { Page } from "../page.ts";
import type { View } from "../view.ts";
import { english, labelLanguage } from "../words.ts";

export function projectsPage(view: View, { name, entries, collection }: CollectionList): Page {
  const { one, about } = collection.labels;
  const { ProjectSection } = view.theme.components;
  return {
    info: { title: name, description: about },
    kind: "list",
    main: (
      <>
        <header class="opening">
          <h1 {...labelLanguage(view, collection)}>{name}</h1>
          <p {...(entries.length === 0 ? english(view) : labelLanguage(view, collection))}>
            {entries.length === 0 ? `There is no ${one} here yet.` : about}
          </p>
        </header>
        <ProjectSection view={view} kind="case study" title="Case studies" id="case-studies" />
        <ProjectSection view={view} kind="open source" title="Open source" id="open-source" />
      </>
    ),
  };
}
