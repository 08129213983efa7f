/** Parts of paths and file names. */

/** The day and the rest of a file's name that begins with one. */
export function dayInName(name: string): { day: string; rest: string } | undefined {
  const [, year, month = "", dayOfMonth = "", rest = ""] =
    /^(\d{4})[-_](\d{1,2})[-_](\d{1,2})(?:[-_ ]+(.*))?$/.exec(name) ?? [];
  if (!year) return undefined;
  return { day: `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`, rest };
}

/** `/a//b` → `/a/b`; begins with a slash. */
export function joined(...parts: string[]): string {
  return `/${parts.join("/")}`.replace(/\/{2,}/g, "/");
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
