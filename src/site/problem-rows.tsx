/** Development: what is wrong with a file stands on the page that the file makes, in the place of its text. */
import type { Entry } from "../content/content.ts";
import { locate, type SourceOf } from "../content/problems/excerpt.ts";
import { describe, type Problem } from "../content/problems/problem.ts";
import { slugFromFile } from "../reading/read-heads.ts";
import { ProblemsPage } from "../theme/pages/problems.tsx";
import { renderPage } from "../theme/render-page.ts";
import type { PageRow } from "./pages.tsx";

/** By path; what concerns no page alone stands on the home page. */
export function problemRows(problems: Problem[], entries: Entry[], sourceOf: SourceOf): Map<string, PageRow> {
  const paths = new Map(entries.map(({ file, path }) => [file, path]));
  const byPath = Map.groupBy(problems, ({ file }) => paths.get(file) ?? usualPath(file));
  return new Map([...byPath].map(([path, ofPage]) => [path, problemRow(path, ofPage, sourceOf)]));
}

function problemRow(path: string, problems: Problem[], sourceOf: SourceOf): PageRow {
  const file = problems[0]?.file ?? "";
  const text = describe(
    problems.map((problem) => locate(problem, sourceOf)),
    sourceOf,
  );
  return { path, file, listed: false, render: (view) => renderPage(<ProblemsPage view={view} text={text} />) };
}

/** Of a file that could not be read far enough to say where it wants to be. */
function usualPath(file: string): string {
  const [folder] = file.split("/");
  if (folder === "posts" || folder === "projects") return `/${folder}/${slugFromFile(file)}/`;
  return file === "_data/about.md" ? "/about/" : "/";
}
