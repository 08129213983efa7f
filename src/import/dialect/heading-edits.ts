/** Keeps the old ids of headings, and drops a first heading that repeats the title. */
import type { Heading } from "mdast";
import { oldIds, ownIds } from "./heading-ids.ts";
import { lineOf, rangeOf, wordsOf } from "./mdast-nodes.ts";
import type { RewriteContext } from "./rewriting.ts";

const GIVEN_ID = /\s*\{#([^\s{}]+)\}\s*$/;

export function editHeadings(headings: readonly Heading[], context: RewriteContext): void {
  const { dialect, title, text, edits, note } = context;
  const words = headings.map(wordsOf);
  const given = words.map((heading) => GIVEN_ID.exec(heading)?.[1]);
  const texts = words.map((heading) => heading.replace(GIVEN_ID, ""));
  const old = oldIds(texts, dialect.anchors).map((id, index) => given[index] ?? id);
  const own = ownIds(texts);
  headings.forEach((heading, index) => {
    const shown = texts[index] ?? "";
    if (index === 0 && heading.depth === 1 && isSame(shown, title) && isFirst(heading, text)) {
      note("heading", "noted", shown, "nothing: it repeats the title", lineOf(heading));
      edits.replaceNode(heading, "");
      return;
    }
    const id = old[index] ?? "";
    const isKept = id === own[index] || given[index] !== undefined;
    const isWritable = id !== "" && !/[\s{}<>"]/.test(id);
    if (!isKept && isWritable && old.indexOf(id) === index) addId(heading, id, context);
  });
}

function isSame(heading: string, title: string): boolean {
  return heading.trim().toLowerCase() === title.trim().toLowerCase();
}

function isFirst(heading: Heading, text: string): boolean {
  return text.slice(0, rangeOf(heading)[0]).trim() === "";
}

function addId(heading: Heading, id: string, { edits }: RewriteContext): void {
  const [start] = rangeOf(heading);
  const source = edits.sourceOf(heading);
  const [first = ""] = source.split("\n", 1);
  if (/^ {0,3}#/.test(source)) {
    // The id takes the place of closing hashes.
    const words = first.replace(/[ \t]+#+[ \t]*$/, "").trimEnd();
    edits.replace(start + words.length, start + first.length, ` {#${id}}`);
    return;
  }
  const aboveUnderline = source.trimEnd().replace(/\n[^\n]*$/, "");
  edits.insert(start + aboveUnderline.length, ` {#${id}}`);
}
