/** Memoises a function of words, since texts use the same words again and again. */

const MOST_KEPT = 20_000;

/** `make` must be pure. Everything is forgotten once `MOST_KEPT` results are held. */
export function remembered<Result>(make: (word: string) => Result): (word: string) => Result {
  const results = new Map<string, Result>();
  return (word) => {
    let result = results.get(word);
    if (result === undefined) {
      result = make(word);
      if (results.size >= MOST_KEPT) results.clear();
      results.set(alone(word), result);
    }
    return result;
  };
}

/** For the sake of a long word that was cut from it, V8 would keep a whole text. */
function alone(word: string): string {
  return ` ${word}`.slice(1);
}
