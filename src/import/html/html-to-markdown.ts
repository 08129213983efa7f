/**
 * HTML to the Markdown that this engine takes. Words and structure stay; anything without a counterpart is reported, with its line and what
 * stands in its place. Steps go from the tree as it was written to one that Markdown can say, each in a file of its own.
 */
import { fromHtml } from "hast-util-from-html";
import type { Left, SourcePlace } from "../source-site.ts";
import { type AddressUse, setAddresses } from "./addresses.ts";
import { countAttributes, readIds } from "./attributes.ts";
import { markAttributions } from "./attributions.ts";
import { linkAddresses } from "./bare-addresses.ts";
import { readCallouts } from "./callouts.ts";
import { readCards } from "./cards.ts";
import { readCode } from "./code-blocks.ts";
import { dropElements } from "./dropped.ts";
import { readEmbeds, readLazyPictures } from "./embeds.ts";
import { tidyEmphasis } from "./emphasis.ts";
import { readPictures } from "./figures.ts";
import { readFootnotes } from "./footnotes.ts";
import { readFormulas } from "./formulas.ts";
import { contentIn, element } from "./hast.ts";
import { HtmlNotes } from "./notes.ts";
import { settle } from "./structure.ts";
import { readLayoutTables, readTables } from "./tables.ts";
import { markdownTree } from "./to-mdast.ts";
import { writeMarkdown } from "./write-markdown.ts";

export interface HtmlOptions {
  /** Where the HTML begins, for the report. */
  readonly place: SourcePlace;
  /** The new address; `use` says what the page did with it. By default it stays. */
  readonly address?: ((address: string, use: AddressUse) => string) | undefined;
  /** A picture's description, if its tag has none. */
  readonly describe?: ((src: string) => string | undefined) | undefined;
}

export interface ConvertedHtml {
  readonly markdown: string;
  readonly left: readonly Left[];
}

export function htmlToMarkdown(html: string, options: HtmlOptions): ConvertedHtml {
  const source = html.replace(/\r\n?/g, "\n").replaceAll("\0", "");
  try {
    return converted(source, options);
  } catch (error) {
    // Elements in each other by the thousand, which take more than the stack has.
    if (!(error instanceof RangeError)) throw error;
    const notes = new HtmlNotes(options.place);
    notes.left("HTML nested too deeply", undefined, source, "its text, without structure");
    const text = source
      .replace(/<!--[\s\S]*?-->|<[^<>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    return { markdown: text === "" ? "" : converted(`<p>${text}</p>`, options).markdown, left: notes.finish() };
  }
}

function converted(source: string, options: HtmlOptions): ConvertedHtml {
  const notes = new HtmlNotes(options.place);
  const root = element("div", {}, contentIn(fromHtml(source, { fragment: true })));
  readFormulas(root);
  readLazyPictures(root);
  readCards(root, notes);
  readEmbeds(root, notes);
  dropElements(root, source, notes);
  readCode(root, notes);
  readLayoutTables(root, notes);
  readCallouts(root, notes);
  markAttributions(root);
  countAttributes(root, notes);
  readPictures(root, notes, options);
  setAddresses(root, notes, options.address);
  readFootnotes(root);
  readIds(root, notes);
  settle(root, notes);
  tidyEmphasis(root);
  readTables(root, notes);
  linkAddresses(root);
  return { markdown: writeMarkdown(markdownTree(root)), left: notes.finish() };
}
