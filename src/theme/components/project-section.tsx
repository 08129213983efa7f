import type { JSX } from "preact";
import { isProject, type ProjectKind } from "../../content/project.ts";
import type { View } from "../view.ts";
import { english } from "../words.ts";

interface Props {
  view: View;
  kind: ProjectKind;
  title: string;
  id: string;
}

/** The projects of one kind under a title; nothing where there are none. */
export function ProjectSection({ view, kind, title, id }: Props): JSX.Element | null {
  const { ProjectList, Section } = view.theme.components;
  const projects = view.content.entries.filter(isProject).filter((project) => project.kind === kind);
  if (projects.length === 0) return null;
  return (
    <Section title={title} language={english(view)} id={id}>
      <ProjectList view={view} projects={projects} />
    </Section>
  );
}
