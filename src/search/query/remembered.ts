/** Memoises a function of words, since texts use the same words again and again. */

const MOST_KNOWN = 20_000;

/** `make`, which depends on its word alone, without doing the same work twice. */
export function remembered<Result>(make: (word: string) => Result): (word: string) => Result {
  const known = new Map<string, Result>();
  return (word) => {
    let result = known.get(word);
    if (result === undefined) {
      result = make(word);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(word, result);
    }
    return result;
  };
}
