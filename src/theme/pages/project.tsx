/** `/projects/<slug>/`: a case study or an open-source project. */
import type { JSX } from "preact";
import type { Project } from "../../content/project.ts";
import type { Site } from "../../content/site.ts";
import { Checked } from "../components/checked.tsx";
import { Contents } from "../components/contents.tsx";
import { Html } from "../components/html.tsx";
import { PostList } from "../components/post-list.tsx";
import { Section } from "../components/section.tsx";
import { inLanguage } from "../language.ts";
import { Document } from "../layouts/document.tsx";
import { href, type View } from "../view.ts";

const KIND_NAMES = { "case study": "Case study", "open source": "Open source" } as const;

export function ProjectPage({ view, project }: { view: View; project: Project }): JSX.Element {
  const { title, summary, type, where, lang, body } = project;
  const language = inLanguage(lang, view.content.site.language);
  const essays = view.content.posts.filter(({ slug }) => project.related.includes(slug));
  return (
    <Document view={view} info={{ title, description: summary, entry: project }} kind="essay">
      <article>
        <header class="opening">
          <p class="kicker">
            <a href={href(view, "/projects/")}>{KIND_NAMES[type]}</a>
            {where && ` · ${where}`}
            {project.draft && " · draft"}
            {project.scheduled && " · not published before its date"}
          </p>
          <h1 {...language}>{title}</h1>
          <p class="standfirst" {...language}>
            {summary}
          </p>
        </header>
        <Facts project={project} site={view.content.site} />
        <Contents headings={body.headings} language={language} />
        <Html class="prose" {...language} html={body.html()} />
      </article>
      {essays.length > 0 && (
        <Section title="Essays that belong to it" id="essays">
          <PostList view={view} posts={essays} />
        </Section>
      )}
    </Document>
  );
}

/** The outcomes as figures, then role, constraints and stack. */
function Facts({ project, site }: { project: Project; site: Site }): JSX.Element | null {
  const { outcomes, role, constraints, stack, body } = project;
  const rows = [
    { term: "Role", text: role },
    { term: constraints.length > 1 ? "Constraints" : "Constraint", text: constraints.join("; ") },
    { term: "Built on", text: stack.join(", ") },
    { term: "Checked", text: body.proof && <Checked proof={body.proof} site={site} /> },
  ].filter(({ text }) => text);
  if (outcomes.length + rows.length === 0) return null;
  return (
    <div class="facts">
      {outcomes.length > 0 && (
        <ul class="figures">
          {outcomes.map(({ figure, counts }) => (
            <li>
              <b>{figure}</b> {counts}
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <dl class="particulars">
          {rows.map(({ term, text }) => (
            <div>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
