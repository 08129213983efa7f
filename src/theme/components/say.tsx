import type { ComponentChildren } from "preact";
import { onceForEach } from "../../content/once-for-each.ts";
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

/** Of a phrase's text: each page says the same ones. */
const piecesOfPhrase = onceForEach(piecesOf);

/** A phrase of the interface; marked as English where the page's language has no words for it. */
export function Say<Key extends WordKey>({ view, phrase, values, marks }: Props<Key>): ComponentChildren {
  const places: Places = { view, values: values ?? {}, marks: marks ?? {} };
  const { text, lang } = textOfPhrase(speechFor(view), phrase, places.values);
  const said = shown(piecesOfPhrase(text), { ...places, lang });
  if (lang) return <span {...english(view)}>{said}</span>;
  return said;
}

/** What a phrase's values and marks become on a page. */
interface Places {
  readonly view: View;
  /** That of the phrase, where it is not the page's. */
  readonly lang?: string | undefined;
  readonly values: Readonly<Record<string, ComponentChildren>>;
  readonly marks: Readonly<Record<string, (words: ComponentChildren) => ComponentChildren>>;
}

function shown(pieces: readonly Piece[], places: Places): ComponentChildren[] {
  return pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    if ("mark" in piece) {
      const words = shown(piece.words, places);
      return places.marks[piece.mark]?.(words) ?? words;
    }
    const value = places.values[piece.value];
    return typeof value === "number" ? inDigits(value, places.lang ?? localeFor(places.view)) : value;
  });
}
