/** Zod rules about several keys of an object, or about a list as a whole. */

interface Checked {
  value: unknown;
  issues: { path?: PropertyKey[] | undefined }[];
}

/**
 * For a refinement's `when`: it is checked as soon as nothing is wrong with the keys that it looks at, so that authors see all
 * problems in one run. By itself, zod leaves refinements out where anything else is wrong.
 */
export function whenKeys(...keys: string[]): (checked: Checked) => boolean {
  return ({ value, issues }) =>
    typeof value === "object" && value !== null && !issues.some(({ path }) => keys.includes(String(path?.[0])));
}

/** The same for a refinement of a list's length: whatever is wrong with its items. */
export function whenList({ value }: Checked): boolean {
  return Array.isArray(value);
}
