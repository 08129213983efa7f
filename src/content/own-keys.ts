/** Reads keys that only a collection's own schema knows, from front matter or from an entry. */

export function textAt(keys: object, key: string): string | undefined {
  const value = valueAt(keys, key);
  return typeof value === "string" ? value : undefined;
}

export function textsAt(keys: object, key: string): string[] {
  const value = valueAt(keys, key);
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function valueAt(keys: object, key: string): unknown {
  return Object.entries(keys).find(([name]) => name === key)?.[1];
}
