/** `/projects/`: case studies, then open source. */
import type { JSX } from "preact";
import { Document } from "../layouts/document.tsx";
import type { View } from "../view.ts";
import { ProjectSection } from "./home.tsx";

export function ProjectsPage({ view }: { view: View }): JSX.Element {
  const description = "Case studies and open-source projects, each with the engineering behind it.";
  return (
    <Document view={view} info={{ title: "Projects", description }} kind="list">
      <header class="opening">
        <h1>Projects</h1>
        {view.content.projects.length === 0 ? <p>There is no project here yet.</p> : <p>{description}</p>}
      </header>
      <ProjectSection view={view} type="case study" title="Case studies" id="case-studies" />
      <ProjectSection view={view} type="open source" title="Open source" id="open-source" />
    </Document>
  );
}
