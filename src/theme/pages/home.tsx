/** `/`: who writes here, what they made, what to read first. */
import type { JSX } from "preact";
import { isByDate } from "../../content/collection.ts";
import type { CollectionList } from "../../content/content.ts";
import { slugOf } from "../../content/text/slug.ts";
import { Html } from "../components/html.tsx";
import type { Page } from "../page.ts";
import { href, type View } from "../view.ts";
import { english } from "../words.ts";

export function homePage(view: View): Page {
  const { site, lists, intro } = view.content;
  const { ProjectSection } = view.theme.components;
  return {
    info: {},
    kind: "home",
    main: (
      <>
        <header class="opening">
          <h1>{site.title}</h1>
          {site.tagline && <p class="tagline">{site.tagline}</p>}
          {intro && <Html class="prose" html={intro.html()} />}
        </header>
        <ProjectSection view={view} kind="case study" title="Selected work" id="work" />
        <ProjectSection view={view} kind="open source" title="Open source" id="open-source" />
        {lists
          .filter(({ collection }) => isByDate(collection))
          .map((list) => (
            <Latest view={view} list={list} />
          ))}
      </>
    ),
  };
}

/** The newest entries of a collection; nothing where there are none. */
function Latest({ view, list }: { view: View; list: CollectionList }): JSX.Element | null {
  const { EntryList, Section } = view.theme.components;
  const { latest, many } = list.collection.labels;
  const newest = list.entries.slice(0, view.content.site.homeLength);
  if (newest.length === 0) return null;
  return (
    <Section
      title={latest}
      language={english(view)}
      id={slugOf(latest)}
      more={
        <a href={href(view, list.path)} {...english(view)}>
          All {many}
        </a>
      }
    >
      <EntryList view={view} entries={newest} />
    </Section>
  );
}
