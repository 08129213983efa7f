/** What is wrong between the front matter of several files. */

import type { PostHead } from "../content/post.ts";
import { didYouMean, type Problem } from "../content/problems/problem.ts";
import type { ProjectHead } from "../content/project.ts";
import { spellingProblems, tagPath } from "../content/tag.ts";
import { fileNameFault } from "../content/text/file-name.ts";
import type { Page } from "./read-heads.ts";

/** Two spellings of one tag, and tags whose pages could not be written. */
export function tagProblems(posts: Page<PostHead>[]): Problem[] {
  const uses = posts.flatMap(({ head, place }) =>
    head.tags.map((name, index) => ({ name, place: place(["tags", index]) })),
  );
  const unwritable = uses.flatMap(({ name, place }) => {
    const fault = fileNameFault(tagPath(name));
    const message = `its page has the address ${tagPath(name)}, ${fault?.message}`;
    return fault ? [{ ...place, field: "tags", message, hint: fault.hint }] : [];
  });
  return [...spellingProblems(uses), ...unwritable];
}

/** Projects that name posts that are not there. */
export function relatedProblems(projects: Page<ProjectHead>[], posts: Page<PostHead>[]): Problem[] {
  const slugs = new Set(posts.map(({ head }) => head.slug));
  return projects.flatMap(({ head, place }) =>
    head.related
      .map((slug, index) => ({ slug, place: place(["related", index]) }))
      .filter(({ slug }) => !slugs.has(slug))
      .map(({ slug, place }) => ({
        ...place,
        field: "related",
        message: `there is no post "${slug}"`,
        hint: didYouMean(slug, slugs),
      })),
  );
}
