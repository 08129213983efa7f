/** Raw HTML that an engine left out, such as Hugo without `unsafe: true`: readers never saw it, and it goes before anything is replaced. */
import type { Node, Root } from "mdast";

const TAG = /<[A-Za-z/!?]/;
/** Shortcodes are no HTML, though they look like it. */
const SHORTCODE = /\{\{([<%])([\s\S]*?)([>%])\}\}/g;
const [OPEN, CLOSE] = ["\uE0F3", "\uE0F4"];

/** The text with as many lines, and what each of the pieces was that are gone; comments stay. `line` counts from 0. */
export function withoutRawHtml(
  given: string,
  parse: (text: string) => Root,
): { text: string; gone: { was: string; line: number }[] } {
  if (!TAG.test(given.replace(SHORTCODE, ""))) return { text: given, gone: [] };
  const masked = given.replace(SHORTCODE, (_, open: string, inner: string, close: string) => {
    const hidden = inner.replaceAll("<", OPEN).replaceAll(">", CLOSE);
    return `{{${open === "<" ? OPEN : open}${hidden}${close === ">" ? CLOSE : close}}}`;
  });
  const gone: { was: string; line: number }[] = [];
  let text = "";
  let position = 0;
  for (const { start, end, line } of htmlIn(parse(masked))) {
    const was = masked.slice(start, end);
    if (was.startsWith("<!--")) continue;
    gone.push({ was: unmasked(was), line });
    text += masked.slice(position, start) + was.replace(/[^\n]+/g, "");
    position = end;
  }
  return { text: unmasked(text + masked.slice(position)), gone };
}

function unmasked(text: string): string {
  return text.replaceAll(OPEN, "<").replaceAll(CLOSE, ">");
}

function* htmlIn(node: Node): Generator<{ start: number; end: number; line: number }> {
  const { position } = node;
  if (node.type === "html" && position) {
    yield { start: position.start.offset ?? 0, end: position.end.offset ?? 0, line: position.start.line - 1 };
  }
  if ("children" in node && Array.isArray(node.children)) for (const child of node.children) yield* htmlIn(child);
}
