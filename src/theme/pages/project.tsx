/** `/projects/<slug>/`: a case study or an open-source project. */
import type { JSX } from "preact";
import { listPath } from "../../content/collection.ts";
import type { Entry } from "../../content/entry.ts";
import { collectionOf } from "../../content/naming.ts";
import { type Project, projectLabel } from "../../content/project.ts";
import { Html } from "../components/html.tsx";
import { referrersOf } from "../components/referrers.tsx";
import { Say } from "../components/say.tsx";
import { projectThing } from "../json-ld.ts";
import { inLanguage } from "../language.ts";
import type { Page } from "../page.ts";
import { brokenTitle } from "../title-hyphens.ts";
import { href, type View } from "../view.ts";
import { labelLanguage, labelsOf, languageOf, textOf } from "../words.ts";

export function projectPage(view: View, project: Project): Page {
  const { site, named } = view.content;
  const { Contents, EntryList, Section, TranslationNote } = view.theme.components;
  const { title, summary, where, lang, body } = project;
  const language = inLanguage(lang, view.language);
  const essays = named.get(project.file) ?? [];
  const collection = collectionOf(project, view.content);
  return {
    info: { title, description: summary, entry: project, thing: projectThing(site, project) },
    kind: "essay",
    main: (
      <>
        <article>
          <header class="opening">
            <p class="kicker">
              <a href={href(view, listPath(collection))}>
                {collection.hasOwnWords ? (
                  <span {...labelLanguage(view, collection)}>{labelsOf(view, collection).kind}</span>
                ) : (
                  <Say view={view} phrase={projectLabel(project)} />
                )}
              </a>
              {where && ` · ${where}`}
              {project.draft && (
                <>
                  {" · "}
                  <Say view={view} phrase="draft" />
                </>
              )}
              {project.scheduled && (
                <>
                  {" · "}
                  <Say view={view} phrase="scheduledPage" />
                </>
              )}
            </p>
            <h1 {...language}>{brokenTitle(title, lang)}</h1>
            <p class="standfirst" {...language}>
              {summary}
            </p>
            <TranslationNote view={view} entry={project} />
          </header>
          <Facts view={view} project={project} named={essays} />
          <Contents view={view} headings={body.headings} language={language} />
          <Html class="prose" {...language} html={body.html()} />
        </article>
        {essays.length > 0 && (
          <Section title={textOf(view, "essaysOfProject")} language={languageOf(view, "essaysOfProject")} id="essays">
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
  const { Byline, Checked, EditLink, Referrers } = view.theme.components;
  const referrers = referrersOf(view, project.path, named);
  const rows = [
    {
      term: <Say view={view} phrase="authors" />,
      text: project.authors.length > 0 && <Byline view={view} entry={project} />,
    },
    { term: <Say view={view} phrase="role" />, text: role },
    {
      term: <Say view={view} phrase="constraints" values={{ count: constraints.length }} />,
      text: constraints.join("; "),
    },
    { term: <Say view={view} phrase="builtOn" />, text: stack.join(textOf(view, "comma")) },
    { term: <Say view={view} phrase="checked" />, text: body.proof && <Checked view={view} proof={body.proof} /> },
    {
      term: <Say view={view} phrase="source" />,
      text: view.content.site.edit && <EditLink view={view} entry={project} />,
    },
    {
      term: <Say view={view} phrase="referredToBy" />,
      text: referrers.length > 0 && <Referrers view={view} referrers={referrers} />,
    },
  ];
  const shown = rows.filter(({ text }) => text);
  if (outcomes.length + shown.length === 0) return null;
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
      {shown.length > 0 && (
        <dl class="particulars">
          {shown.map(({ term, text }) => (
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
