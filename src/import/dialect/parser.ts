/** Markdown to a tree with the place of each node: CommonMark with GitHub's tables, footnotes, strikethrough and tasks. */
import type { Root } from "mdast";
import { optional } from "../optional.ts";

export async function markdownParser(): Promise<(text: string) => Root> {
  const [
    { fromMarkdown },
    { gfmFootnote },
    { gfmStrikethrough },
    { gfmTable },
    { gfmFootnoteFromMarkdown },
    { gfmStrikethroughFromMarkdown },
    { gfmTableFromMarkdown },
  ] = await optional(() =>
    Promise.all([
      import("mdast-util-from-markdown"),
      import("micromark-extension-gfm-footnote"),
      import("micromark-extension-gfm-strikethrough"),
      import("micromark-extension-gfm-table"),
      import("mdast-util-gfm-footnote"),
      import("mdast-util-gfm-strikethrough"),
      import("mdast-util-gfm-table"),
    ]),
  );
  const { text: inText = {}, ...footnotes } = gfmFootnote();
  // At each bracket that closes, it looks back through the whole paragraph for a reference behind an exclamation mark.
  const { [CLOSING_BRACKET]: _, ...references } = inText;
  const [rare, usual] = [inText, references].map((constructs) => ({
    extensions: [{ ...footnotes, text: constructs }, gfmStrikethrough(), gfmTable()],
    mdastExtensions: [gfmFootnoteFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmTableFromMarkdown()],
  }));
  return (text) => fromMarkdown(text, text.includes("![^") ? rare : usual);
}

const CLOSING_BRACKET = 93;
