import type { JSX } from "preact";
import type { Project } from "../../content/project.ts";
import { href, type View } from "../view.ts";
import { Say } from "./say.tsx";

/** A list of projects, each with its summary and its figures. */
export function ProjectList({ view, projects }: { view: View; projects: readonly Project[] }): JSX.Element {
  return (
    <ol class="entries">
      {projects.map(({ path, title, where, summary, outcomes, draft, scheduled }) => (
        <li>
          <h3>
            <a href={href(view, path)}>{title}</a>
          </h3>
          {(where || draft || scheduled) && (
            <p class="date">
              {where}
              {where && draft && " · "}
              {draft && <Say view={view} phrase="draft" />}
              {(where || draft) && scheduled && " · "}
              {scheduled && <Say view={view} phrase="scheduled" />}
            </p>
          )}
          <p>{summary}</p>
          {outcomes.length > 0 && (
            <p class="outcomes">
              {outcomes.map(({ figure, counts }, index) => (
                <>
                  {index > 0 && "\u00a0· "}
                  <b>{figure}</b> {counts}
                </>
              ))}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
