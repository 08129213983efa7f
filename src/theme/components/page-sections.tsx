/** The sections of a plain page, in the order that its author wants. */
import type { JSX } from "preact";
import { isByDate, type Part } from "../../content/collection.ts";
import type { CollectionList } from "../../content/content.ts";
import { type Entry, pinnedFirst } from "../../content/entry.ts";
import { type PageSection, shownBy, TEXT } from "../../content/page-sections.ts";
import { isProject } from "../../content/project.ts";
import { spellingOf } from "../../content/slugs.ts";
import { slugOf } from "../../content/text/slug.ts";
import { href, type View } from "../view.ts";
import { labelLanguage, labelsOf, languageOf, textOf } from "../words.ts";

interface Props {
  view: View;
  sections: readonly PageSection[];
  /** The page's own text, which is the section of that name. */
  text: JSX.Element | undefined;
}

export function PageSections({ view, sections, text }: Props): JSX.Element {
  return (
    <>{sections.map((section) => (section.of === TEXT ? text : <PlacedSection view={view} section={section} />))}</>
  );
}

function PlacedSection({ view, section }: { view: View; section: PageSection }): JSX.Element | null {
  const shown = shownBy(section, view.content);
  const { AuthorIndex, Section, TagIndex } = view.theme.components;
  if (shown) return <ListSection view={view} section={section} {...shown} />;
  const phrase = section.of === "authors" ? "authors" : "tags";
  if (view.content[phrase].length === 0) return null;
  return (
    <Section
      title={section.title ?? textOf(view, phrase)}
      language={section.title ? {} : languageOf(view, phrase)}
      id={phrase}
    >
      {phrase === "authors" ? <AuthorIndex view={view} /> : <TagIndex view={view} />}
    </Section>
  );
}

/** The first entries of a list, which are the newest of one that is ordered by date; nothing where there are none. */
function ListSection({
  view,
  section: { title, most },
  list: { collection, path },
  part,
  entries,
}: {
  view: View;
  section: PageSection;
  list: CollectionList;
  part?: Part;
  entries: readonly Entry[];
}): JSX.Element | null {
  const { EntryList, ProjectList, Section } = view.theme.components;
  const labels = labelsOf(view, collection);
  const first = pinnedFirst(entries).slice(0, most ?? (part ? undefined : view.content.site.homeLength));
  if (first.length === 0) return null;
  const usual = part ? textOf(view, part.title) : isByDate(collection) ? labels.latest : labels.title;
  const all = (
    <a
      href={href(view, path)}
      {...(labels.all === undefined ? languageOf(view, "allOf") : labelLanguage(view, collection))}
    >
      {labels.all ?? textOf(view, "allOf", { kinds: labels.many })}
    </a>
  );
  return (
    <Section
      title={title ?? usual}
      language={title ? {} : part ? languageOf(view, part.title) : labelLanguage(view, collection)}
      id={slugOf(part?.name ?? usual, spellingOf(view.content.site, view.language))}
      {...(part ? {} : { more: all })}
    >
      {first.every(isProject) ? (
        <ProjectList view={view} projects={first} />
      ) : (
        <EntryList view={view} entries={first} />
      )}
    </Section>
  );
}
