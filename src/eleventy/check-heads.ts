/** What is wrong between the front matter of several files. */
import type { PostHead } from "../content/post.ts";
import { didYouMean, type Problem } from "../content/problem.ts";
import type { ProjectHead } from "../content/project.ts";
import { spellingProblems } from "../content/tag.ts";
import type { Page } from "./read-heads.ts";

/** Two spellings of one tag. */
export function tagProblems(posts: Page<PostHead>[]): Problem[] {
  const uses = posts.flatMap(({ head, place }) =>
    head.tags.map((name, index) => ({ name, place: place(["tags", index]) })),
  );
  return spellingProblems(uses);
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
