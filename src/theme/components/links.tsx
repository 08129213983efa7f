import type { ComponentChildren, JSX } from "preact";
import { href, type View } from "../view.ts";

/** Links within a sentence: `Essays, Tags and Projects`. */
export function Links({ view, items }: { view: View; items: { text: string; path: string }[] }): JSX.Element {
  const links = items.map(({ text, path }) => <a href={href(view, path)}>{text}</a>);
  return <Enumeration view={view} items={links} />;
}

/** Several things within a sentence, or any one of them. */
export function Enumeration({
  view,
  items,
  type = "conjunction",
}: {
  view: View;
  items: readonly ComponentChildren[];
  type?: "conjunction" | "disjunction";
}): JSX.Element {
  const parts = new Intl.ListFormat(view.language, { type }).formatToParts(items.map((_, index) => String(index)));
  return <>{parts.map(({ type, value }) => (type === "element" ? items[Number(value)] : value))}</>;
}
