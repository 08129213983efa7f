/** JSON within content, which may be cut off or edited by hand. */

/** Undefined for what is not JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Empty for what is not an object. */
export function objectIn(text: string): Record<string, unknown> {
  const value = parsedJson(text);
  return typeof value === "object" && value !== null ? { ...value } : {};
}
