import type { ComponentChildren } from "preact";
import type { Values, WordKey } from "../../content/words/words.ts";
import type { View } from "../view.ts";
import { english, said } from "../words.ts";

interface Props {
  view: View;
  phrase: WordKey;
  values?: Values;
}

/** A phrase of the interface; marked as English where the site's language has no words for it. */
export function Say({ view, phrase, values }: Props): ComponentChildren {
  const { text, lang } = said(view, phrase, values);
  return lang ? <span {...english(view)}>{text}</span> : text;
}
