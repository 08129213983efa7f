import type { JSX } from "preact";
import type { LanguageAttributes } from "../language.ts";
import type { View } from "../view.ts";
import { textOf } from "../words.ts";

export interface LinkedText {
  text: string;
  href: string;
  /** Of a text in another language than the page's. */
  language?: LanguageAttributes;
}

/** Links in a row, between them what the language of `view` puts there; `property` is the microformats2 property that each is. */
export function Commas({
  view,
  items,
  property,
}: {
  view?: View;
  items: LinkedText[];
  property?: string;
}): JSX.Element {
  return (
    <>
      {items.map(({ text, href, language }, index) => (
        <>
          {index > 0 && (view ? textOf(view, "comma") : ", ")}
          <a class={property} href={href} {...language}>
            {text}
          </a>
        </>
      ))}
    </>
  );
}
