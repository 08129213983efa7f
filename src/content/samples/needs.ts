/** What a page's samples need of the machine: the front matter `needs: { java: 21, go: "1.22", jq: true }`. */
import { z } from "zod";

const Least = z.union([z.literal(true), z.int().positive(), z.string().regex(/^\d+(\.\d+)*$/)], {
  error: ({ input }) =>
    typeof input === "number" ? `must be in quotes: "${input}"` : "must be a version, or true for any",
});

/** By the tool's name in lower case, its least version, or empty for any. */
export const Needs = z
  .record(z.string().regex(/^[a-z0-9][\w.+-]*$/, { error: "is no name of a program in lower case" }), Least)
  .transform(
    (needs): Readonly<Record<string, string>> =>
      Object.fromEntries(Object.entries(needs).map(([name, least]) => [name, least === true ? "" : String(least)])),
  );
export type Needs = z.output<typeof Needs>;

/** True if `1.22.3` is `1.22` or later; an empty version asks for nothing. */
export function isAtLeast(version: string, least: string): boolean {
  if (!least) return true;
  const [has, wants] = [numbersIn(version), numbersIn(least)];
  const at = wants.findIndex((number, index) => number !== (has[index] ?? 0));
  return has.length > 0 && (at === -1 || (has[at] ?? 0) > (wants[at] ?? 0));
}

function numbersIn(version: string): number[] {
  return version ? version.split(".").map((part) => Number.parseInt(part, 10) || 0) : [];
}
