/** A directive's attributes against its schema, with what was probably meant. */
import type { z } from "zod";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import { onlyMeant } from "../../content/problems/only-meant.ts";
import type { Fix } from "../../content/problems/range.ts";
import type { WrittenAttributes } from "./syntax.ts";

/** Why an attribute is not what it must be. */
interface Fault {
  message: string;
  hint?: string | undefined;
  fix?: Fix | undefined;
}

type Attributes = Readonly<Record<string, unknown>>;

/** What the schema makes of the attributes; a number or a truth value is read where the schema asks for one. */
export function readAttributes(
  written: WrittenAttributes,
  schema: z.ZodType,
): { ok: true; value: unknown } | { ok: false; problems: Fault[] } {
  const values: Record<string, unknown> = Object.fromEntries(written.values);
  let result = schema.safeParse(values);
  if (!result.success && convert(values, result.error)) result = schema.safeParse(values);
  const unread = written.unread.map((text) => ({ message: `"${text}" is no attribute`, hint: 'write key="value"' }));
  const problems = [
    ...unread,
    ...(result.success ? [] : result.error.issues.flatMap((issue) => faultsOf(issue, schema, values))),
  ];
  if (problems.length > 0 || !result.success) return { ok: false, problems };
  return { ok: true, value: result.data };
}

/** True where a value was written as what the schema asks for. */
function convert(values: Record<string, unknown>, { issues }: z.ZodError): boolean {
  let isChanged = false;
  for (const issue of issues) {
    const [key] = issue.path;
    if (issue.code !== "invalid_type" || typeof key !== "string") continue;
    const text = values[key];
    if (typeof text !== "string") continue;
    const made = issue.expected === "number" ? numberOf(text) : issue.expected === "boolean" ? TRUTHS[text] : undefined;
    if (made === undefined) continue;
    values[key] = made;
    isChanged = true;
  }
  return isChanged;
}

const TRUTHS: Readonly<Record<string, boolean>> = { true: true, false: false };

function numberOf(text: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : undefined;
}

function faultsOf(issue: z.core.$ZodIssue, schema: z.ZodType, values: Attributes): Fault[] {
  const [key] = issue.path;
  if (issue.code === "unrecognized_keys") {
    const known =
      "shape" in schema && typeof schema.shape === "object" && schema.shape ? Object.keys(schema.shape) : [];
    return issue.keys.map((name) => ({
      message: `"${name}" is no attribute of it`,
      hint: didYouMean(name, known),
      fix: attributeFix(name, known, values),
    }));
  }
  if (key !== undefined && values[String(key)] === undefined)
    return [{ message: `it has no "${String(key)}"`, hint: `write {${String(key)}=…}` }];
  const message = issue.message.startsWith("Invalid ") ? `must be ${expectedOf(issue)}` : issue.message;
  return [{ message: key === undefined ? message : `"${String(key)}" ${message}` }];
}

/** With the equals sign that makes it an attribute, and none that is there already. */
function attributeFix(name: string, known: readonly string[], values: Attributes): Fix | undefined {
  const meant = onlyMeant(name, known);
  return meant === undefined || meant in values ? undefined : { from: `${name}=`, to: `${meant}=`, before: ["{", " "] };
}

function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return `a ${issue.expected}`;
  if (issue.code === "invalid_value") return `one of ${issue.values.join(", ")}`;
  return "something else";
}
