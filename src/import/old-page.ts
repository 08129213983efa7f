/** A text as its own engine would have shown it: Markdown to HTML, as CommonMark with tables and footnotes has it. */
import createMarkdownIt from "markdown-it";
import footnotePlugin from "markdown-it-footnote";

const md = createMarkdownIt({ html: true, linkify: false });
md.use(footnotePlugin);
md.validateLink = () => true;
md.core.ruler.disable(["replacements", "smartquotes"]);
// The rest of a block's info string, for programs that turn the page into Markdown again.
md.core.ruler.push("info", ({ tokens }) => {
  for (const token of tokens)
    if (token.type === "fence" && token.info.trim()) token.attrSet("data-info", token.info.trim());
});

// Numbers and arrows of footnotes are no words of the text.
for (const rule of ["footnote_ref", "footnote_anchor", "footnote_caption"]) md.renderer.rules[rule] = () => "";

export function oldPage(markdown: string): string {
  return md.render(markdown.replace(MARKS, (_, task = "", quote = "") => task + quote));
}

/** Boxes of tasks, kinds of callouts, and ids of headings. */
const MARKS =
  /^([ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[[ xX]\](?=[ \t])|^([ \t]*(?:>[ \t]?)+)\[![\w-]+\](?=[ \t]*$)|(?<=^[ \t>]*#{1,6}[ \t].*)[ \t]*\{#[^{}\n]*\}[ \t]*$/gm;
