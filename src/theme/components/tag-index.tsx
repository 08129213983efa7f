import type { JSX } from "preact";
import { href, type View } from "../view.ts";

/** Every tag, with the number of its entries. */
export function TagIndex({ view }: { view: View }): JSX.Element {
  return (
    <ul class="index">
      {view.content.tags.map(({ name, path, entries }) => (
        <li>
          <a href={href(view, path)}>{name}</a> <span class="count">{entries.length}</span>
        </li>
      ))}
    </ul>
  );
}
