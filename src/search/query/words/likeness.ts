/** How well a word of a text matches a typed one, from 0 to 1. */
export const LIKENESS = { same: 1, inflected: 0.95, begun: 0.9, part: 0.8, begunThoughKnown: 0.75, slipped: 0.6 };
