/** Validates front matter and settings by a schema: what is wrong, where, and what was probably meant. */
import type { z } from "zod";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import type { Place, Problem } from "../../content/problems/problem.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import { keyFix, valueFix } from "./front-matter-fixes.ts";
import { keyHint } from "./key-hints.ts";
import { keysAt } from "./schema-keys.ts";
import { valueHint } from "./value-hints.ts";

type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** How a text is written in a list; in front matter, it needs no quotes. */
type Writer = (text: string) => string;
const plain: Writer = (text) => text;

/** Checks `data` and turns each of the schema's complaints into a problem with its place. */
export function validate<Schema extends z.ZodObject>(
  schema: Schema,
  data: unknown,
  place: PlaceOf,
  write: Writer = plain,
): Result<z.infer<Schema>> {
  const result = schema.safeParse(data);
  if (result.success) return success(result.data);
  return failure(...problemsIn(result.error, data, schema, place, write));
}

/** All complaints of a schema about `data`, as problems. */
export function problemsIn(
  error: z.ZodError,
  data: unknown,
  schema: z.ZodType,
  place: PlaceOf,
  write: Writer = plain,
): Problem[] {
  const found = error.issues.map((issue) => ({ issue, problems: problemsOf(issue, data, schema, place, write) }));
  const meant = new Set(found.flatMap(({ issue, problems }) => keysMeant(issue, problems)));
  return found.flatMap(({ issue, problems }) => {
    const isThereMisspelt = valueAt(data, issue.path) === undefined && meant.has(issue.path.join("."));
    return isThereMisspelt ? [] : problems;
  });
}

/** The keys that hints of unknown ones name, each with what it lies within: a key that is only misspelt is not missing, too. */
function keysMeant({ code, path }: z.core.$ZodIssue, problems: readonly Problem[]): string[] {
  if (code !== "unrecognized_keys") return [];
  const names = problems.flatMap(({ hint = "" }) => /^(?:did you mean "|write )(\w+)/.exec(hint)?.[1] ?? []);
  return names.map((name) => [...path, name].join("."));
}

function problemsOf(
  issue: z.core.$ZodIssue,
  data: unknown,
  schema: z.ZodType,
  place: PlaceOf,
  write: Writer,
): Problem[] {
  if (issue.code !== "unrecognized_keys") {
    const { path } = issue;
    const value = valueAt(data, path);
    const expected = issue.code === "invalid_type" ? issue.expected : undefined;
    const choices = issue.code === "invalid_value" ? issue.values.map(String) : [];
    const hint = valueHint(path, value, expected, write) ?? hintOf(issue) ?? nearestValue(issue, value);
    const at = place(path);
    const fix = valueFix(path, value, at, { expected, choices });
    return [{ ...at, field: path.join("."), message: messageOf(issue, write), hint, ...(fix && { fix }) }];
  }
  const beside = keysAt(schema, issue.path);
  const outermost = new Set(keysAt(schema, []));
  const object = valueAt(data, issue.path);
  const present = typeof object === "object" && object !== null ? Object.keys(object) : [];
  return issue.keys.map((key) => {
    const path = [...issue.path, key];
    const nearest = didYouMean(key, beside);
    const isNear = nearest !== undefined && beside.some((one) => one.toLowerCase() === key.toLowerCase());
    const known = keyHint(path, valueAt(data, path), outermost) ?? nearest ?? hintAmong(issue.path, beside);
    const cut = issue.path.length > 0 ? cutText(key, object) : undefined;
    const hint = isNear ? nearest : (known ?? cut);
    const at = place(path);
    // Within another key, `at` is the place of the value, and not of the key.
    const fix = path.length === 1 ? keyFix(key, valueAt(data, path), at, { known: beside, present }) : undefined;
    return { ...at, field: path.join("."), message: "is not a key that is known here", hint, ...(fix && { fix }) };
  });
}

/** Where there are few keys, and no other can be had. */
function hintAmong(path: readonly PropertyKey[], known: readonly string[]): string | undefined {
  if (path.at(-1) !== "collections") return undefined;
  return `there are ${known.join(", ")}: a site can rename them, leave out posts or projects ("without"), and add none`;
}

/** In `{ alt: One, two }`, the comma ends the text, and `two` is a key with nothing after it. */
function cutText(key: string, object: unknown): string | undefined {
  const entries = typeof object === "object" && object !== null ? Object.entries(object) : [];
  const at = entries.findIndex(([name]) => name === key);
  const start = entries.findLastIndex(([, value], index) => index < at && value !== null);
  const [of, text] = entries[start] ?? [];
  if (entries[at]?.[1] !== null || typeof text !== "string") return undefined;
  // A file's name has rarely more behind it: there, a key was begun.
  if (!key.includes(" ") && /[./]/.test(text)) return undefined;
  const end = entries.findIndex(([, value], index) => index > start && value !== null);
  const parts = entries.slice(start + 1, end === -1 ? undefined : end).map(([name]) => name);
  return `put the text in quotes: ${of}: ${JSON.stringify([text, ...parts].join(", "))}`;
}

/** The nearest of the words that a schema knows. */
function nearestValue(issue: z.core.$ZodIssue, value: unknown): string | undefined {
  if (issue.code !== "invalid_value" || typeof value !== "string") return undefined;
  return didYouMean(value, issue.values.map(String));
}

/** Our words for the complaints that zod words itself. */
function messageOf({ code, message, ...issue }: z.core.$ZodIssue, write: Writer): string {
  if (code !== "invalid_type" || !message.startsWith("Invalid input")) return message;
  const wanted: Record<string, string> = {
    array: `a list, such as [${["one", "two"].map(write).join(", ")}]`,
    object: "keys and values, such as { key: value }",
  };
  const expected = "expected" in issue ? String(issue.expected) : "";
  return `must be ${wanted[expected] ?? `a ${expected}`}`;
}

/** The hint of a schema's own rule; see `content/refusal.ts`. */
function hintOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === "invalid_key") return issue.issues.map(hintOf).find((hint) => hint !== undefined);
  const hint: unknown = issue.code === "custom" ? issue.params?.["hint"] : undefined;
  return typeof hint === "string" ? hint : undefined;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    data,
  );
}
