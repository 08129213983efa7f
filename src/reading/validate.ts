/** Front matter against a schema: what is wrong, where, and what was probably meant. */
import type { z } from "zod";
import { didYouMean, type Place, type Problem } from "../content/problems/problem.ts";

type Validation<Schema extends z.ZodType> = { ok: true; value: z.infer<Schema> } | { ok: false; problems: Problem[] };

/** Checks `data` and turns each of the schema's complaints into a problem with its place. */
export function validate<Schema extends z.ZodObject>(
  schema: Schema,
  data: unknown,
  place: (path: readonly PropertyKey[]) => Place,
): Validation<Schema> {
  const result = schema.safeParse(data);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, problems: result.error.issues.flatMap((issue) => problemsOf(issue, schema, place)) };
}

/** What a schema complains of without words of its own. */
function messageOf({ code, message, ...issue }: z.core.$ZodIssue): string {
  if (code !== "invalid_type" || !message.startsWith("Invalid input")) return message;
  const wanted: Record<string, string> = {
    array: "a list, such as [one, two]",
    object: "keys and values, such as { key: value }",
  };
  // An issue of this code has it; the rest of a union does not narrow.
  const { expected } = issue as { expected?: string };
  return `must be ${wanted[expected ?? ""] ?? `a ${expected}`}`;
}

function problemsOf(
  issue: z.core.$ZodIssue,
  schema: z.ZodObject,
  place: (path: readonly PropertyKey[]) => Place,
): Problem[] {
  if (issue.code !== "unrecognized_keys") {
    return [{ ...place(issue.path), field: issue.path.join("."), message: messageOf(issue) }];
  }
  return issue.keys.map((key) => ({
    ...place([...issue.path, key]),
    field: [...issue.path, key].join("."),
    message: "is not a key that is known here",
    hint: issue.path.length === 0 ? didYouMean(key, Object.keys(schema.shape)) : undefined,
  }));
}
