import type { ComponentChildren, JSX } from "preact";
import type { LanguageAttributes } from "../language.ts";
import { ownId } from "../own-id.ts";

interface Props {
  /** The section's title, which hangs in the margin where there is one. */
  title: string;
  /** The title's, where it is in another language than the page. */
  language?: LanguageAttributes;
  id: string;
  children: ComponentChildren;
  /** A link below the title. */
  more?: JSX.Element;
}

/** A part of a page under a side heading. */
export function Section({ title, language, id, more, children }: Props): JSX.Element {
  return (
    <section class="side" aria-labelledby={ownId(id)}>
      <header>
        <h2 id={ownId(id)} {...language}>
          {title}
        </h2>
        {more && <p>{more}</p>}
      </header>
      <div>{children}</div>
    </section>
  );
}
