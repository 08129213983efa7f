/**
 * What a theme's TSX is compiled to call. A page's policy allows no style attribute and no inline handler, so a browser would
 * drop them without a word: each is an error where it is written.
 */
import type { ComponentChildren } from "preact";

/** A function from an element's type and properties to the element; Preact has several. */
type Make<Rest extends unknown[]> = (type: never, props: never, ...rest: Rest) => ComponentChildren;

export async function checkedRuntime(): Promise<object> {
  const runtime = await import("preact/jsx-runtime");
  return { ...runtime, jsx: checking(runtime.jsx), jsxs: checking(runtime.jsxs) };
}

function checking<Rest extends unknown[]>(make: Make<Rest>): Make<Rest> {
  return (type, props, ...rest) => {
    refuseIn(type, props);
    return make(type, props, ...rest);
  };
}

function refuseIn(type: unknown, props: unknown): void {
  if (typeof type !== "string" || typeof props !== "object" || props === null) return;
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    const instead = name === "style" ? "write a class, and its rules in style.css" : "a script of theme/client/ can";
    if (name !== "style" && !/^on[a-z]/i.test(name)) continue;
    throw new Error(`a page's policy lets the attribute ${name} of <${type}> do nothing (${instead})`);
  }
}
