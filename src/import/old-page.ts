/** A text as its own engine would have shown it: Markdown to HTML, as CommonMark with tables and footnotes has it. */
import createMarkdownIt from "markdown-it";
import footnotePlugin from "markdown-it-footnote";

const md = createMarkdownIt({ html: true, linkify: false });
md.use(footnotePlugin);
md.validateLink = () => true;
md.core.ruler.disable(["replacements", "smartquotes"]);

/** An engine that left raw HTML out shows its text only where it stands between tags of a line. */
const withoutHtml = createMarkdownIt({ html: true, linkify: false });
withoutHtml.use(footnotePlugin);
withoutHtml.validateLink = () => true;
withoutHtml.renderer.rules["html_block"] = () => "";
withoutHtml.renderer.rules["html_inline"] = () => "";

/** Numbers and arrows of footnotes are no words of the text, and neither are the boxes of tasks. */
for (const one of [md, withoutHtml]) {
  for (const rule of ["footnote_ref", "footnote_anchor", "footnote_caption"]) one.renderer.rules[rule] = () => "";
}

export function oldPage(markdown: string, rawHtml = true): string {
  return (rawHtml ? md : withoutHtml).render(markdown.replace(MARKS, (_, task = "", quote = "") => task + quote));
}

/** Boxes of tasks, kinds of callouts, and ids of headings. */
const MARKS =
  /^([ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[[ xX]\](?=[ \t])|^([ \t]*(?:>[ \t]?)+)\[![\w-]+\](?=[ \t]*$)|(?<=^[ \t>]*#{1,6}[ \t].*)[ \t]*\{#[^{}\n]*\}[ \t]*$/gm;
