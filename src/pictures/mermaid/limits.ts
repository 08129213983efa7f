/** How large a diagram may be: as large as Mermaid itself draws one by default (its `maxEdges` and `maxTextSize`). */
export const MOST_ARROWS = 500;
export const MOST_CHARACTERS = 50_000;
export const TOO_MUCH = "it is too much for one picture; divide it";
