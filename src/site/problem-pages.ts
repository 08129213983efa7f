/** In development: shows the problems of a file on its page, in place of its text. */

import type { Collection } from "../content/collection.ts";
import type { Entry } from "../content/entry.ts";
import { groupBy } from "../content/group-by.ts";
import { pathOf } from "../content/head-from-front-matter.ts";
import { locate, type SourceOf } from "../content/problems/code-frame.ts";
import { describe, type Problem } from "../content/problems/problem.ts";
import { slugFromFile } from "../reading/heads/read-heads.ts";
import { problemsPage } from "../theme/pages/problems.tsx";
import type { CheckedSite } from "./check.ts";
import type { OtherPage } from "./pages.ts";

/** Problems of files that have no page are shown on the home page. */
export function problemPages({ problems, content, read }: CheckedSite, sourceOf: SourceOf): OtherPage[] {
  const byPath = groupBy(problems, ({ file }) => pathOfPage(file, content.entries, read.collections));
  return [...byPath].map(([path, ofPage]) => problemPage(path, ofPage, sourceOf));
}

function problemPage(path: string, problems: readonly Problem[], sourceOf: SourceOf): OtherPage {
  const text = describe(
    problems.map((problem) => locate(problem, sourceOf)),
    sourceOf,
  );
  return { path, file: problems[0]?.file ?? "", listed: false, of: text, make: () => problemsPage(text) };
}

/** The path of a file's page; by the file's name if its front matter can't be read. */
function pathOfPage(file: string, entries: readonly Entry[], collections: readonly Collection[]): string {
  const entry = entries.find((one) => one.file === file);
  if (entry) return entry.path;
  const collection = collections.find(({ folder }) => file.startsWith(`${folder}/`));
  return collection ? pathOf(slugFromFile(file.replace(/\.[^./]+$/, ".md"), collection), collection) : "/";
}
