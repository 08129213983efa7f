/** Values of JSON exports, whose shape is what somebody else's program wrote. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list; none for what is no list. */
export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A place in an export that is one line: its file, and the entry by its slug. */
export function placeIn(file: string, entry: JsonObject): string {
  const name = textIn(entry, "slug", "id", "title");
  return name ? `${file}#${name}` : file;
}

/** A text or a number as text, without blanks around it; empty for anything else. */
export function textIn(object: JsonObject, ...names: string[]): string {
  for (const name of names) {
    const value = object[name];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "number") return String(value);
  }
  return "";
}

export function flagIn(object: JsonObject, name: string): boolean {
  const value = object[name];
  return value === true || value === 1 || /^(true|1|t|yes)$/i.test(String(value ?? ""));
}

/** Undefined for what is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
