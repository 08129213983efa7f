/** `/projects/<slug>/`: a case study or an open-source project. */
import type { JSX } from "preact";
import { listPath } from "../../content/collection.ts";
import type { Entry } from "../../content/entry.ts";
import { collectionOf } from "../../content/naming.ts";
import type { Project } from "../../content/project.ts";
import { Checked } from "../components/checked.tsx";
import { Contents } from "../components/contents.tsx";
import { EntryList } from "../components/entry-list.tsx";
import { Html } from "../components/html.tsx";
import { Referrers, referrersOf } from "../components/referrers.tsx";
import { Section } from "../components/section.tsx";
import { projectThing } from "../json-ld.ts";
import { inLanguage } from "../language.ts";
import type { Page } from "../page.ts";
import { href, type View } from "../view.ts";

export function projectPage(view: View, project: Project): Page {
  const { site, named } = view.content;
  const { title, summary, label, where, lang, body } = project;
  const language = inLanguage(lang, site.language);
  const essays = named.get(project.file) ?? [];
  return {
    info: { title, description: summary, entry: project, thing: projectThing(site, project) },
    kind: "essay",
    main: (
      <>
        <article>
          <header class="opening">
            <p class="kicker">
              <a href={href(view, listPath(collectionOf(project, view.content)))}>{label}</a>
              {where && ` · ${where}`}
              {project.draft && " · draft"}
              {project.scheduled && " · not published before its date"}
            </p>
            <h1 {...language}>{title}</h1>
            <p class="standfirst" {...language}>
              {summary}
            </p>
          </header>
          <Facts view={view} project={project} named={essays} />
          <Contents headings={body.headings} language={language} />
          <Html class="prose" {...language} html={body.html()} />
        </article>
        {essays.length > 0 && (
          <Section title="Essays that belong to it" id="essays">
            <EntryList view={view} entries={essays} />
          </Section>
        )}
      </>
    ),
  };
}

/** The outcomes as figures, then role, constraints and stack. */
function Facts({
  view,
  project,
  named,
}: {
  view: View;
  project: Project;
  named: readonly Entry[];
}): JSX.Element | null {
  const { outcomes, role, constraints, stack, body } = project;
  const referrers = referrersOf(view, project.path, named);
  const rows = [
    { term: "Role", text: role },
    { term: constraints.length > 1 ? "Constraints" : "Constraint", text: constraints.join("; ") },
    { term: "Built on", text: stack.join(", ") },
    { term: "Checked", text: body.proof && <Checked proof={body.proof} site={view.content.site} /> },
    { term: "Referred to by", text: referrers.length > 0 && <Referrers view={view} referrers={referrers} /> },
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
