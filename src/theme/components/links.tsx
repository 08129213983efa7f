import type { JSX } from "preact";
import { href, type View } from "../view.ts";

/** Links within a sentence: `all essays, all tags and all projects`. */
export function Links({ view, items }: { view: View; items: { text: string; path: string }[] }): JSX.Element {
  return (
    <>
      {items.map(({ text, path }, index) => (
        <>
          {index > 0 && (index === items.length - 1 ? " and " : ", ")}
          <a href={href(view, path)}>{text}</a>
        </>
      ))}
    </>
  );
}
