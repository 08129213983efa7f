/** Values of front matter and configurations, which can be anything, as what they are read for. */

export type Data = Readonly<Record<string, unknown>>;

/** The value at a key, whatever its case; `a.b` is in the value of `a`. */
export function at(data: unknown, key: string): unknown {
  let value: unknown = data;
  for (const part of key.split(".")) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value);
    const found =
      entries.find(([name]) => name === part) ?? entries.find(([name]) => name.toLowerCase() === part.toLowerCase());
    value = found?.[1];
  }
  return value;
}

/** One line of text; undefined where there is none. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return undefined;
  return value.replace(/\s+/g, " ").trim() || undefined;
}

/** The first of several keys that holds text. */
export function firstText(data: unknown, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const text = textOf(at(data, key));
    if (text) return text;
  }
  return undefined;
}

/** A text, or a list of them; objects by their `name` or `title`. */
export function textsOf(value: unknown, separator?: RegExp): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one));
  if (typeof value === "object" && value !== null) {
    const name = firstText(value, "name", "title", "id", "slug");
    return name ? [name] : [];
  }
  const text = textOf(value);
  if (!text) return [];
  return separator
    ? text
        .split(separator)
        .map((one) => one.trim())
        .filter(Boolean)
    : [text];
}

/** `true`, `yes`, `on` and `1`, as text too. */
export function isTrue(value: unknown): boolean {
  return value === true || /^(true|yes|on|1|y)$/i.test(textOf(value) ?? "");
}

export function isFalse(value: unknown): boolean {
  return value === false || /^(false|no|off|0|n)$/i.test(textOf(value) ?? "");
}

export function recordAt(data: unknown, key: string): Data {
  return recordOf(at(data, key));
}

/** Empty for what is no object. */
export function recordOf(value: unknown): Data {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
