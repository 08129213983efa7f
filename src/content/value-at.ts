/** The value of a key in an answer of unknown shape; undefined if it has no such key. */
export function valueAt(data: unknown, key: string): unknown {
  return typeof data === "object" && data !== null ? Reflect.get(data, key) : undefined;
}
