import type { JSX } from "preact";
import { isProject, type ProjectKind } from "../../content/project.ts";
import type { PlainKey } from "../../content/words/plurals.ts";
import type { View } from "../view.ts";
import { languageOf, textOf } from "../words.ts";

interface Props {
  view: View;
  kind: ProjectKind;
  phrase: PlainKey;
  id: string;
}

/** The projects of one kind under a title; nothing where there are none. */
export function ProjectSection({ view, kind, phrase, id }: Props): JSX.Element | null {
  const { ProjectList, Section } = view.theme.components;
  const projects = view.content.entries.filter(isProject).filter((project) => project.kind === kind);
  if (projects.length === 0) return null;
  return (
    <Section title={textOf(view, phrase)} language={languageOf(view, phrase)} id={id}>
      <ProjectList view={view} projects={projects} />
    </Section>
  );
}
