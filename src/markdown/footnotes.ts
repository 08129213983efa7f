/**
 * Footnotes: `[^name]` in the text, `[^name]: …` anywhere below. A note of one paragraph is written twice on a page, at its
 * reference and at the foot; the styles show it in the margin where there is room for one, and at the foot otherwise.
 */
import type { Env, StateCore, Token } from "markdown-it";
import footnotePlugin from "markdown-it-footnote";
import { type Extension, envOf, noteProblem } from "./extension.ts";
import { tokenKey } from "./token-key.ts";
import { closingIndex, inlineTokens } from "./tokens.ts";
import { SILENT } from "./words-of-tokens.ts";

/** Counts footnotes from 0 in the order of their first reference, as markdown-it-footnote writes it. */
const idKey = tokenKey<number>("id");
/** Counts the references to one, from 0. */
const subIdKey = tokenKey<number>("subId");
/** On the first reference: the note's text, where it is one paragraph. */
const textKey = tokenKey<Token>("footnoteText");
/** On the opening token of all notes: true where each is one paragraph. */
const allInMarginKey = tokenKey<boolean>("allInMargin");

export const footnotes: Extension = {
  parse: (md) => {
    md.use(footnotePlugin);
    md.core.ruler.before("footnote_tail", "footnote_uses", noteUnused);
    md.core.ruler.after("footnote_uses", "footnote_references", noteDangling);
    md.core.ruler.after("footnote_tail", "footnote_lines", restoreLines);
    md.core.ruler.after("footnote_lines", "margin_notes", bringToReferences);
  },
  page: {
    footnote_ref: (tokens, index, options, env, renderer) => {
      const { number, reference, text } = referenceOf(tokens[index]);
      const link = `<a href="#fn-${number}" id="fnref-${reference}" role="doc-noteref" aria-label="Footnote ${number}">${number}</a>`;
      if (!text) return `<sup>${link}</sup>`;
      const note = renderer.renderInline(text.children ?? [], options, env);
      return `<sup class="noted">${link}<span>${number}</span></sup><small class="sidenote"><sup>${number}</sup> ${note}</small>`;
    },
    footnote_block_open: (tokens, index) => {
      const all = allInMarginKey.get(tokens[index]) ? " noted" : "";
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
  // Readers that show notes in place look for a link in `sup` whose fragment begins with "fn" (NetNewsWire's newsfoot.js).
  feed: {
    footnote_ref: (tokens, index, _options, env) => {
      const { number, reference } = referenceOf(tokens[index]);
      const entry = entryName(env);
      return `<sup><a id="fnref-${entry}-${reference}" href="#fn-${entry}-${number}">${number}</a></sup>`;
    },
    footnote_block_open: () => "<hr>\n<ol>\n",
    footnote_block_close: () => "</ol>\n",
    footnote_open: (tokens, index, _options, env) =>
      `<li id="fn-${entryName(env)}-${referenceOf(tokens[index]).number}">\n`,
    footnote_anchor: (tokens, index, _options, env) =>
      ` <a title="Back to the text" href="#fnref-${entryName(env)}-${referenceOf(tokens[index]).reference}">↩\uFE0E</a>`,
  },
  text: {
    footnote_ref: SILENT,
    footnote_block_open: SILENT,
    footnote_block_close: SILENT,
    footnote_open: SILENT,
    footnote_close: SILENT,
    footnote_anchor: SILENT,
  },
};

/**
 * Sets an entry's ids apart from those of others, since a reader may show many on one page: `posts-my--post`. Hyphens are
 * doubled, so that no two addresses have one name.
 */
function entryName(env: Env | undefined): string {
  const folders = envOf(env).context.path.split("/").filter(Boolean);
  return encodeURI(folders.map((folder) => folder.replaceAll("-", "--")).join("-"));
}

function referenceOf(token: Token | undefined): { number: number; reference: string; text: Token | undefined } {
  const number = idKey.need(token) + 1;
  const subId = subIdKey.get(token);
  return { number, reference: subId ? `${number}-${subId + 1}` : `${number}`, text: textKey.get(token) };
}

/** A footnote that nothing refers to would vanish from the page, and so would all but the last of one name. */
function noteUnused({ env, tokens }: StateCore): void {
  // As markdown-it-footnote keeps them.
  const { refs = {} } = (env["footnotes"] ?? {}) as { refs?: Record<string, number> };
  const seen = new Set<string>();
  tokens.forEach((token, index) => {
    if (token.type !== "footnote_reference_open") return;
    const label = String(token.meta?.["label"]);
    const line = tokens[index + 1]?.map?.[0];
    if (seen.has(label)) noteProblem(env, line, `the footnote [^${label}] is there twice`);
    else if (refs[`:${label}`] === -1) noteProblem(env, line, `nothing refers to the footnote [^${label}]`);
    seen.add(label);
  });
}

/** A reference to a footnote that is not there would stand in the text as it was written; `\\[^x]` means it so. */
function noteDangling({ env, tokens }: StateCore): void {
  for (const { token, line } of inlineTokens(tokens)) {
    const reference = token.type === "text" ? /\[\^[^\]\s]+\]/.exec(token.content)?.[0] : undefined;
    if (reference)
      noteProblem(
        env,
        line,
        `there is no footnote ${reference}`,
        "write \\[^…] where it is meant as it stands",
        reference,
      );
  }
}

/** A note in the place of its reference, `^[…]`, is moved to the foot without its line; it gets it back. */
function restoreLines({ tokens }: StateCore): void {
  const lines = new Map<number, number | undefined>();
  for (const { token, line } of inlineTokens(tokens)) {
    if (token.type !== "footnote_ref") continue;
    const id = idKey.need(token);
    if (!lines.has(id)) lines.set(id, line);
  }
  tokens.forEach((token, index) => {
    if (token.type !== "footnote_open") return;
    const text = tokens[index + 2];
    const line = lines.get(idKey.need(token));
    if (text?.type === "inline" && !text.map && line !== undefined) text.map = [line, line + 1];
  });
}

/** Gives each note's first reference the note's text, where that is a single paragraph. */
function bringToReferences({ tokens }: StateCore): void {
  const texts = new Map<number, Token>();
  tokens.forEach((token, index) => {
    if (token.type !== "footnote_open") return;
    const text = soleParagraph(tokens.slice(index + 1, closingIndex(tokens, index)));
    if (text) texts.set(idKey.need(token), text);
  });
  for (const token of tokens) {
    if (token.type === "footnote_block_open") {
      allInMarginKey.set(token, texts.size === tokens.filter(({ type }) => type === "footnote_open").length);
    }
  }
  for (const { token } of inlineTokens(tokens)) {
    if (token.type !== "footnote_ref") continue;
    const text = subIdKey.get(token) ? undefined : texts.get(idKey.need(token));
    if (text) textKey.set(token, text);
  }
}

function soleParagraph([open, text, ...rest]: Token[]): Token | undefined {
  const isParagraph = open?.type === "paragraph_open" && text?.type === "inline";
  const ends = rest.every(({ type }) => type === "footnote_anchor" || type === "paragraph_close");
  return isParagraph && ends && !text.children?.some(hasId) ? text : undefined;
}

/** A note that holds an id can't be written twice. */
function hasId({ type, content }: Token): boolean {
  return type === "footnote_ref" || (type === "html_inline" && /\sid\s*=/i.test(content));
}
