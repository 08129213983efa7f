/** Running text: its dollars, marks, bare addresses and line ends, as they are written here. */
import type { Parent, Text } from "mdast";
import { linkOf } from "../tags/shapes.ts";
import { lineOf } from "./mdast-nodes.ts";
import type { Addresses, RewriteContext } from "./rewriting.ts";

const BARE_ADDRESS = /\bhttps?:\/\/[^\s<>"'`\])}|*]+(?<![.,;:!?_~])/g;

export function editText(node: Text, parent: Parent | undefined, isInLink: boolean, context: RewriteContext): void {
  const { dialect, addresses, edits } = context;
  let written = edits.sourceOf(node);
  if (!dialect.math) written = written.replace(/(?<!\\)\$/g, "\\$");
  else if (dialect.anchors === "kramdown") written = withSingleDollars(written);
  written = written.replace(/(?<![\\\w=<>!])==(?=[^\s=])([^=\n]*[^\s=])==(?![\w=])/g, "<mark>$1</mark>");
  // References to footnotes are nodes of their own: what is still in the text only looks like one.
  written = written.replace(/\[\^([^\]\s]+)\]/g, "\\[^$1]");
  if (!isInLink && written.includes("://")) written = withNewAddresses(written, addresses, lineOf(node));
  if (dialect.breaks && parent?.type === "paragraph") written = written.replace(/[ \t]*\n/g, "\\\n");
  edits.replaceNode(node, written);
}

/** Kramdown writes formulas within a line as `$$…$$`. */
function withSingleDollars(text: string): string {
  return text.replace(/(?<![\\$])\$\$(?!\n)([^$\n]+)\$\$(?!\$)/g, (_, formula: string) => `$${formula.trim()}$`);
}

/** A bare address of the old site would become a link here: it gets its new target, or is shown as code. */
function withNewAddresses(text: string, addresses: Addresses, line: number): string {
  return text.replace(BARE_ADDRESS, (written) => {
    if (!addresses.isOwn(written)) return written;
    const to = addresses.link(written, line);
    return to === undefined ? `\`${written}\`` : linkOf(to, written);
  });
}
