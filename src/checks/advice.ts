/** What could be better, without being wrong: a build says it and goes on. */
import type { Content } from "../content/content.ts";
import type { Problem } from "../content/problem.ts";

export function adviseOn({ posts }: Content): Problem[] {
  return posts
    .filter(({ description }) => !description)
    .map(({ file }) => ({
      file,
      field: "description",
      message: "is missing",
      hint: "lists, feeds and search show it",
    }));
}
