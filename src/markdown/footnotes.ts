/** Footnotes: `[^name]` in the text, `[^name]: …` anywhere below. */
import type { StateCore, Token } from "markdown-it";
import footnotePlugin from "markdown-it-footnote";
import { type Extension, noteProblem } from "./extension.ts";

/** `id` counts footnotes from 0 in the order of their first reference, `subId` the references to one. */
interface FootnoteMeta {
  id: number;
  subId?: number;
}

export const footnotes: Extension = {
  parse: (md) => {
    md.use(footnotePlugin);
    md.core.ruler.before("footnote_tail", "footnote_uses", noteUnused);
  },
  page: {
    footnote_ref: (tokens, index) => {
      const { number, reference } = numbersOf(tokens[index]);
      return `<sup><a href="#fn-${number}" id="fnref-${reference}" role="doc-noteref" aria-label="Footnote ${number}">${number}</a></sup>`;
    },
    footnote_block_open: () => '<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">\n<ol>\n',
    footnote_block_close: () => "</ol>\n</section>\n",
    footnote_open: (tokens, index) => `<li id="fn-${numbersOf(tokens[index]).number}">\n`,
    footnote_close: () => "</li>\n",
    footnote_anchor: (tokens, index) => {
      const { reference } = numbersOf(tokens[index]);
      return ` <a href="#fnref-${reference}" role="doc-backlink" aria-label="Back to the text">↩\uFE0E</a>`;
    },
  },
  feed: {
    footnote_ref: (tokens, index) => `<sup>[${numbersOf(tokens[index]).number}]</sup>`,
    footnote_block_open: () => "<hr>\n<ol>\n",
    footnote_block_close: () => "</ol>\n",
    footnote_open: () => "<li>\n",
    footnote_anchor: () => "",
  },
};

function numbersOf(token: Token | undefined): { number: number; reference: string } {
  const { id, subId } = (token as Token).meta as unknown as FootnoteMeta;
  const number = id + 1;
  return { number, reference: subId ? `${number}-${subId + 1}` : `${number}` };
}

/** A footnote that nothing refers to would vanish from the page. */
function noteUnused({ env, tokens }: StateCore): void {
  const { refs = {} } = (env["footnotes"] ?? {}) as { refs?: Record<string, number> };
  tokens.forEach((token, index) => {
    const label = token.type === "footnote_reference_open" ? String(token.meta?.["label"]) : undefined;
    if (!label || refs[`:${label}`] !== -1) return;
    noteProblem(env, tokens[index + 1]?.map?.[0], `nothing refers to the footnote [^${label}]`);
  });
}
