/** Elements that go: scripts, styles and drawings, and names that HTML does not know. */
import type { Element } from "hast";
import { attribute, type Child, element, lineOf, replaceFrom, replaceIn, text, textOf } from "./hast.ts";
import { isKnown, RENAMED } from "./names.ts";
import type { HtmlNotes } from "./notes.ts";

/** Without a counterpart, and not shown or not text. */
const LEFT = new Set("style svg canvas math applet frame frameset select datalist keygen isindex textarea".split(" "));
/** Of a page and not of a text: no reader saw them. */
const UNSEEN = new Set("link meta base title basefont bgsound template param map area col colgroup".split(" "));

/** `source` is what the tree was read from. */
export function dropElements(root: Element, source: string, notes: HtmlNotes): void {
  replaceFrom(root, (one) => {
    const own = RENAMED[one.tagName];
    if (own) {
      if (!/^(ul|span|rt|pre)$/.test(own)) notes.counted(`<${one.tagName}>`, one, tagOf(one), `<${own}>`);
      one.tagName = own;
    }
    if (UNSEEN.has(one.tagName)) return [];
    if (one.tagName === "textarea") return [element("pre", {}, [text(textOf(one))], one)];
    if (one.tagName === "input") return inputOf(one, notes);
    if (!LEFT.has(one.tagName)) return undefined;
    notes.left(`<${one.tagName}>`, one, `${tagOf(one)}${lineOf(one)}`, "nothing");
    return [];
  });
  replaceIn(root, (one) => unknown(one, source, notes));
}

/** A box to tick is a task's; nothing else can be filled in on a page without a program. */
function inputOf(one: Element, notes: HtmlNotes): Child[] | undefined {
  const type = attribute(one, "type")?.toLowerCase();
  if (type === "checkbox" || type === "hidden") return type === "hidden" ? [] : undefined;
  notes.left("<input>", one, `${tagOf(one)} ${attribute(one, "value") ?? ""}`, "nothing");
  return [];
}

/**
 * A name that is no element. Where it looks like text, as in `List<String>`, it becomes text, since the old page swallowed it;
 * else its content stays.
 */
function unknown(one: Element, source: string, notes: HtmlNotes): Child[] | undefined {
  if (one.made || isKnown(one.tagName)) return undefined;
  const written = writtenTag(one, source);
  const hasValues = Object.keys(one.properties).some((name) => attribute(one, name) !== "");
  const isText = !one.tagName.includes("-") && !hasValues && !isClosed(one, source);
  if (isText && written) {
    notes.noted("unknown element", one, written, "the same as text");
    return [text(written), ...one.children];
  }
  notes.noted("unknown element", one, written ?? tagOf(one), "its content");
  return one.children;
}

function writtenTag({ position }: Element, source: string): string | undefined {
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return undefined;
  return /^<[^<>]*>/.exec(source.slice(start.offset, end.offset))?.[0];
}

function isClosed({ tagName, position }: Element, source: string): boolean {
  const end = position?.end.offset;
  if (end === undefined) return false;
  const [, closed = ""] = /<\/([^\s<>]+)\s*>$/.exec(source.slice(Math.max(0, end - 100), end)) ?? [];
  return closed.toLowerCase() === tagName;
}

/** As it may have been written: `<font color="red">`. */
export function tagOf(one: Element): string {
  const attributes = Object.keys(one.properties).map((name) => ` ${name}="${attribute(one, name) ?? ""}"`);
  return `<${one.tagName}${attributes.join("")}>`;
}
