/** Words of entries, kept from one build to the next, so that only changed texts are read through. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { engineDigest } from "../cache/engine-digest.ts";
import { WordLists } from "../cache/word-lists.ts";
import type { Entry } from "../content/entry.ts";
import type { NumberedWords } from "../content/numbered-words.ts";

export interface EntryWords {
  readonly related: NumberedWords;
  readonly terms: NumberedWords;
}

/** New lists that are worth writing the file in development, where each change makes one. */
const WORTH_A_FILE = 50;

export class KeptWords {
  readonly #related: WordLists;
  readonly #terms: WordLists;

  constructor(folder: string) {
    const basis = engineDigest();
    this.#related = new WordLists(join(folder, "related"), basis);
    this.#terms = new WordLists(join(folder, "terms"), basis);
  }

  /** The words of a site's entries. `digests` names each entry's body, by its file. */
  of(digests: ReadonlyMap<string, string>): EntryWords {
    // A body without a digest counts as changed.
    const bodyOf = (file: string) => digests.get(file) ?? randomUUID();
    return {
      related: wordsIn(this.#related, ({ file, title, summary, tags }) =>
        JSON.stringify([bodyOf(file), title, summary, tags]),
      ),
      terms: wordsIn(this.#terms, ({ file, title }) => JSON.stringify([bodyOf(file), title])),
    };
  }

  /** Writes what was found, for later builds. */
  save(isPreview: boolean): void {
    for (const lists of [this.#related, this.#terms]) lists.save(isPreview ? WORTH_A_FILE : 1);
  }
}

function wordsIn(lists: WordLists, keyOf: (entry: Entry) => string): NumberedWords {
  return {
    listOf: (entry, make) => lists.listOf(keyOf(entry), make),
    numbered: (word) => lists.numbered(word),
    numberOf: (word) => lists.numberOf(word),
    wordOf: (number) => lists.wordOf(number),
    get size() {
      return lists.size;
    },
  };
}
