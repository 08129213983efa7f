/** A key of an answer, which may be anything; undefined where it has none. */
export function valueAt(data: unknown, key: string): unknown {
  return typeof data === "object" && data !== null ? Reflect.get(data, key) : undefined;
}
