/** The extensions, in the order in which they see a page's tokens. */
import createMarkdownIt, { type MarkdownIt } from "markdown-it";
import { callouts } from "./callouts.ts";
import { code } from "./code.ts";
import { diagrams } from "./diagrams.ts";
import type { Extension } from "./extension.ts";
import { figures } from "./figures.ts";
import { footnotes } from "./footnotes.ts";
import { headings } from "./headings.ts";
import { html } from "./html.ts";
import { images } from "./images.ts";
import { links } from "./links.ts";
import { math } from "./math.ts";
import { notes } from "./notes.ts";
import { quotes } from "./quotes.ts";
import { tables } from "./tables.ts";
import { taskLists } from "./task-lists.ts";

const extensions: Extension[] = [
  footnotes,
  math,
  html,
  quotes,
  headings,
  callouts,
  taskLists,
  tables,
  figures,
  links,
  images,
  code,
  diagrams,
  notes,
];

/** A markdown-it that renders for pages of the site, or for feed readers. */
export function createRenderer(target: "page" | "feed"): MarkdownIt {
  const md = createMarkdownIt({ html: true, linkify: true });
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  for (const { parse, page, feed } of extensions) {
    parse?.(md);
    Object.assign(md.renderer.rules, page, target === "feed" ? feed : undefined);
  }
  return md;
}
