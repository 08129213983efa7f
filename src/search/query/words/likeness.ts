/** How well a word of a text matches a typed one, from 0 to 1. */
export const LIKENESS = {
  same: 1,
  inflected: 0.9,
  /** The typed word is the beginning of this one. */
  completed: 0.9,
  /** The typed word is a part of this one. */
  part: 0.8,
  /** A part of this one, though the site also has the typed word by itself. */
  partOfWord: 0.5,
  /** The beginning of this one, though the site also has the typed word by itself. */
  completedAnyway: 0.75,
  misspelled: 0.6,
};
