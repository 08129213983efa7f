/** The words to mark on the page of a result, kept for this tab until they are dismissed. */

const KEY = "found";

export interface FoundWords {
  /** Of the page. */
  path: string;
  words: string[];
}

export function keepFoundWords(found: FoundWords): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(found));
  } catch {
    // Storage is closed to this page: nothing will be marked.
  }
}

/** What is to be marked on this page, if anything. */
export function foundWordsHere(): string[] | undefined {
  try {
    const found: FoundWords | null = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    return found?.path === location.pathname ? found.words : undefined;
  } catch {
    return undefined;
  }
}

export function dropFoundWords(): void {
  sessionStorage.removeItem(KEY);
}
