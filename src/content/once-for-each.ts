/** Remembers what was made of each of some keys, such as the languages of a site. */

/** `make` must be pure. Each call of `Intl` for a language takes up to a twentieth of a millisecond. */
export function onceForEach<Result extends NonNullable<unknown>, Key = string>(
  make: (key: Key) => Result,
): (key: Key) => Result {
  const made = new Map<Key, Result>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const result = make(key);
    made.set(key, result);
    return result;
  };
}

/** The same for what has no key. */
export function once<Result extends NonNullable<unknown>>(make: () => Result): () => Result {
  let made: Result | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
