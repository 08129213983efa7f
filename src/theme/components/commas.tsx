import type { JSX } from "preact";

export interface LinkedText {
  text: string;
  href: string;
}

/** Links in a row; `property` is the microformats2 property that each is. */
export function Commas({ items, property }: { items: LinkedText[]; property?: string }): JSX.Element {
  return (
    <>
      {items.map(({ text, href }, index) => (
        <>
          {index > 0 && ", "}
          <a class={property} href={href}>
            {text}
          </a>
        </>
      ))}
    </>
  );
}
