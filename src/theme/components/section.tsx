import type { ComponentChildren, JSX } from "preact";
import { ownId } from "../own-id.ts";

interface Props {
  /** The section's title, which hangs in the margin where there is one. */
  title: string;
  id: string;
  children: ComponentChildren;
  /** A link below the title. */
  more?: JSX.Element;
}

/** A part of a page under a side heading. */
export function Section({ title, id, more, children }: Props): JSX.Element {
  return (
    <section class="side" aria-labelledby={ownId(id)}>
      <header>
        <h2 id={ownId(id)}>{title}</h2>
        {more && <p>{more}</p>}
      </header>
      <div>{children}</div>
    </section>
  );
}
