import type { ComponentChildren } from "preact";
import { inDigits, type Piece, piecesOf } from "../../content/words/message.ts";
import type { MarkNames, ValueNames, WordKey } from "../../content/words/plurals.ts";
import { textOfPhrase } from "../../content/words/words.ts";
import { localeFor } from "../format.ts";
import type { View } from "../view.ts";
import { english, speechFor } from "../words.ts";

/** What stands in the places of a phrase: numbers are written as the page's language writes them. */
type Values<Key extends WordKey> = { readonly [Name in ValueNames<Key>]: ComponentChildren };
/** Wraps marked words, such as in a link. */
type Marks<Key extends WordKey> = {
  readonly [Name in MarkNames<Key>]: (words: ComponentChildren) => ComponentChildren;
};

type Props<Key extends WordKey> = { view: View; phrase: Key } & ([ValueNames<Key>] extends [never]
  ? { values?: undefined }
  : { values: Values<Key> }) &
  ([MarkNames<Key>] extends [never] ? { marks?: undefined } : { marks: Marks<Key> });

/** A phrase of the interface; marked as English where the page's language has no words for it. */
export function Say<Key extends WordKey>({ view, phrase, values, marks }: Props<Key>): ComponentChildren {
  const inPlaces: Readonly<Record<string, ComponentChildren>> = values ?? {};
  const ofMarks: Readonly<Record<string, (words: ComponentChildren) => ComponentChildren>> = marks ?? {};
  const { text, lang } = textOfPhrase(speechFor(view), phrase, inPlaces);
  const shown = (piece: Piece): ComponentChildren => {
    if (typeof piece === "string") return piece;
    if ("mark" in piece) {
      const words = piece.words.map(shown);
      return ofMarks[piece.mark]?.(words) ?? words;
    }
    const value = inPlaces[piece.value];
    return typeof value === "number" ? inDigits(value, lang ?? localeFor(view)) : value;
  };
  const said = piecesOf(text).map(shown);
  if (lang) return <span {...english(view)}>{said}</span>;
  return said;
}
