/** Front matter read and checked as a build does it, in a file `posts/x.md` whose first key stands on line 2. */
import type { z } from "zod";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { readFrontMatter } from "../../src/reading/front-matter/front-matter.ts";
import { validate } from "../../src/reading/front-matter/validate.ts";

/** What the lines mean, or the problems as a build prints them. */
export function checkFrontMatter<Schema extends z.ZodObject>(
  schema: Schema,
  lines: string[],
): { value?: z.infer<Schema>; problems: string[] } {
  const matter = readFrontMatter("posts/x.md", ["---", ...lines, "---", "Text.", ""].join("\n"));
  if (!matter.ok) return { problems: matter.problems.map(formatProblem) };
  const result = validate(schema, matter.value.data, matter.value.place);
  return result.ok ? { value: result.value, problems: [] } : { problems: result.problems.map(formatProblem) };
}
