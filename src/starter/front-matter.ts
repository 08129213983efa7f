/** Front matter for a new file. */
import { stringify } from "yaml";

/** YAML between two lines of `---`, lists on one line: `tags: [a, b]`. */
export function frontMatter(
  keys: Readonly<Record<string, string | readonly string[] | Readonly<Record<string, number>>>>,
): string {
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${inline(value)}\n`);
  return `---\n${lines.join("")}---\n`;
}

/** A value of YAML on one line. */
export function inline(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 }).trim();
}
