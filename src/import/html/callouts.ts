/** Notes and warnings in a box, as editors and site generators write them. */
import type { Element } from "hast";
import { classesOf, contentOf, element, hasClass, isElement, lineOf, replaceIn } from "./hast.ts";
import type { HtmlNotes } from "./notes.ts";

const KINDS: Readonly<Record<string, string>> = {
  note: "NOTE",
  info: "NOTE",
  information: "NOTE",
  tip: "TIP",
  hint: "TIP",
  success: "TIP",
  important: "IMPORTANT",
  warning: "WARNING",
  warn: "WARNING",
  attention: "WARNING",
  caution: "CAUTION",
  danger: "CAUTION",
  error: "CAUTION",
};

/** Boxes by the class that says that they are one. */
const BOX =
  /^(?:alert|callout|admonition|notice|message|markdown-alert|hint|custom-block|kg-callout-card|wp-block-.*(?:callout|alert|notice))$/i;
const TITLE =
  /^(?:markdown-alert-title|admonition-title|custom-block-title|callout-title|alert-heading|admonition-heading)$/;

export function readCallouts(root: Element, notes: HtmlNotes): void {
  replaceIn(root, (one) => {
    const kind = isElement(one, "div", "aside", "section", "blockquote", "p") ? kindOf(one) : undefined;
    if (kind === undefined || contentOf(one).length === 0) return undefined;
    const [first, ...rest] = contentOf(one);
    const title = first && hasClass(first, TITLE) ? lineOf(first) : undefined;
    const isOwn = title !== undefined && title !== "" && title.toLowerCase() !== kind.toLowerCase();
    const content = title === undefined ? one.children : isOwn && isElement(first) ? [first, ...rest] : rest;
    notes.counted("callout", one, `<${one.tagName} class="${classesOf(one).join(" ")}">`, `> [!${kind}]`);
    return [element("x-callout", { dataKind: kind }, content, one)];
  });
}

function kindOf(one: Element): string | undefined {
  const classes = classesOf(one).map((name) => name.toLowerCase());
  const isBox = classes.some((name) => BOX.test(name));
  const named = classes
    .map((name) => KINDS[name.replace(/^(?:alert|callout|admonition|notice|is|markdown-alert|hint|message)-+/, "")])
    .find(Boolean);
  if (named && (isBox || classes.length === 1)) return named;
  return isBox && classes.some((name) => /^(callout|kg-callout-card|notice|admonition)$/.test(name))
    ? "NOTE"
    : undefined;
}
