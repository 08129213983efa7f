/** `/`: who writes here, what they made, what to read first. */
import type { JSX } from "preact";
import type { ProjectFrontMatter } from "../../content/project.ts";
import { Html } from "../components/html.tsx";
import { PostList } from "../components/post-list.tsx";
import { ProjectList } from "../components/project-list.tsx";
import { Section } from "../components/section.tsx";
import { Document } from "../layouts/document.tsx";
import { href, type View } from "../view.ts";

export function HomePage({ view }: { view: View }): JSX.Element {
  const { site, posts, intro } = view.content;
  const latest = posts.slice(0, site.homeLength);
  return (
    <Document view={view} info={{}} kind="home">
      <header class="opening">
        <h1>{site.title}</h1>
        {site.tagline && <p class="tagline">{site.tagline}</p>}
        {intro && <Html class="prose" html={intro.html()} />}
      </header>
      <ProjectSection view={view} type="case study" title="Selected work" id="work" />
      <ProjectSection view={view} type="open source" title="Open source" id="open-source" />
      {latest.length > 0 && (
        <Section title="Latest writing" id="writing" more={<a href={href(view, "/posts/")}>All essays</a>}>
          <PostList view={view} posts={latest} />
        </Section>
      )}
    </Document>
  );
}

interface SectionProps {
  view: View;
  type: ProjectFrontMatter["kind"];
  title: string;
  id: string;
}

/** The projects of one kind under their title; nothing where there are none. */
export function ProjectSection({ view, type, title, id }: SectionProps): JSX.Element | null {
  const projects = view.content.projects.filter((project) => project.type === type);
  if (projects.length === 0) return null;
  return (
    <Section title={title} id={id}>
      <ProjectList view={view} projects={projects} />
    </Section>
  );
}
