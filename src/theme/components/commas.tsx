import type { JSX } from "preact";
import type { LanguageAttributes } from "../language.ts";

export interface LinkedText {
  text: string;
  href: string;
  /** Of a text in another language than the page's. */
  language?: LanguageAttributes;
}

/** Links in a row; `property` is the microformats2 property that each is. */
export function Commas({ items, property }: { items: LinkedText[]; property?: string }): JSX.Element {
  return (
    <>
      {items.map(({ text, href, language }, index) => (
        <>
          {index > 0 && ", "}
          <a class={property} href={href} {...language}>
            {text}
          </a>
        </>
      ))}
    </>
  );
}
