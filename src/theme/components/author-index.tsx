import type { JSX } from "preact";
import { href, type View } from "../view.ts";

/** Every author, with what they say of themselves and the number of their entries. */
export function AuthorIndex({ view }: { view: View }): JSX.Element {
  return (
    <ul class="index">
      {view.content.authors.map(({ author: { name, about }, path, entries }) => (
        <li>
          <a href={href(view, path)}>{name}</a>
          {about && <span class="date"> {about}</span>} <span class="count">{entries.length}</span>
        </li>
      ))}
    </ul>
  );
}
