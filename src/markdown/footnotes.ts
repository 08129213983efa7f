/**
 * Footnotes: `[^name]` in the text, `[^name]: …` anywhere below. A note of one paragraph is written twice on a page, at its
 * reference and at the foot; the styles show it in the margin where there is room for one, and at the foot otherwise.
 */
import type { StateCore, Token } from "markdown-it";
import footnotePlugin from "markdown-it-footnote";
import { type Extension, noteProblem } from "./extension.ts";
import { closingIndex, inlineTokens } from "./tokens.ts";

/** `id` counts footnotes from 0 in the order of their first reference, `subId` the references to one. */
interface FootnoteMeta {
  id: number;
  subId?: number;
  /** On the first reference: the note's text, where it is one paragraph. */
  text?: Token;
}

export const footnotes: Extension = {
  parse: (md) => {
    md.use(footnotePlugin);
    md.core.ruler.before("footnote_tail", "footnote_uses", noteUnused);
    md.core.ruler.after("footnote_tail", "margin_notes", bringToReferences);
  },
  page: {
    footnote_ref: (tokens, index, options, env, renderer) => {
      const { number, reference, text } = referenceOf(tokens[index]);
      const link = `<a href="#fn-${number}" id="fnref-${reference}" role="doc-noteref" aria-label="Footnote ${number}">${number}</a>`;
      if (!text) return `<sup>${link}</sup>`;
      const note = renderer.renderInline(text.children ?? [], options, env);
      return `<sup class="noted">${link}<span>${number}</span></sup><small class="note"><sup>${number}</sup> ${note}</small>`;
    },
    footnote_block_open: (tokens, index) => {
      const all = (tokens[index] as Token).meta?.["allInMargin"] ? " noted" : "";
      return `<section class="footnotes${all}" role="doc-endnotes" aria-label="Footnotes">\n<ol>\n`;
    },
    footnote_block_close: () => "</ol>\n</section>\n",
    footnote_open: (tokens, index) => `<li id="fn-${referenceOf(tokens[index]).number}">\n`,
    footnote_close: () => "</li>\n",
    footnote_anchor: (tokens, index) => {
      const { reference } = referenceOf(tokens[index]);
      return ` <a href="#fnref-${reference}" role="doc-backlink" aria-label="Back to the text">↩\uFE0E</a>`;
    },
  },
  feed: {
    footnote_ref: (tokens, index) => `<sup>[${referenceOf(tokens[index]).number}]</sup>`,
    footnote_block_open: () => "<hr>\n<ol>\n",
    footnote_block_close: () => "</ol>\n",
    footnote_open: () => "<li>\n",
    footnote_anchor: () => "",
  },
};

function referenceOf(token: Token | undefined): { number: number; reference: string; text: Token | undefined } {
  const { id, subId, text } = (token as Token).meta as unknown as FootnoteMeta;
  const number = id + 1;
  return { number, reference: subId ? `${number}-${subId + 1}` : `${number}`, text };
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

/** Gives each note's first reference the note's text, where that is a single paragraph. */
function bringToReferences({ tokens }: StateCore): void {
  const texts = new Map<number, Token>();
  tokens.forEach((token, index) => {
    if (token.type !== "footnote_open") return;
    const text = soleParagraph(tokens.slice(index + 1, closingIndex(tokens, index)));
    if (text) texts.set((token.meta as unknown as FootnoteMeta).id, text);
  });
  for (const token of tokens) {
    if (token.type === "footnote_block_open") {
      token.meta = { allInMargin: texts.size === tokens.filter(({ type }) => type === "footnote_open").length };
    }
  }
  for (const { token } of inlineTokens(tokens)) {
    if (token.type !== "footnote_ref") continue;
    const meta = token.meta as unknown as FootnoteMeta;
    const text = meta.subId ? undefined : texts.get(meta.id);
    if (text) meta.text = text;
  }
}

function soleParagraph([open, text, ...rest]: Token[]): Token | undefined {
  const isParagraph = open?.type === "paragraph_open" && text?.type === "inline";
  const ends = rest.every(({ type }) => type === "footnote_anchor" || type === "paragraph_close");
  const refers = text?.children?.some(({ type }) => type === "footnote_ref");
  return isParagraph && ends && !refers ? text : undefined;
}
