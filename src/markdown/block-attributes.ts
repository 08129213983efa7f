/**
 * Attributes of a block, on the line directly below it: `{#id .class}`. Headings, pictures, captions, code and formulas can have them at
 * their end, too.
 */
import type { Env, MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import { checkList, listKey, readAttributeList } from "./attribute-list.ts";
import { type Extension, envOf, noteProblem } from "./extension.ts";
import { giveHeadingId } from "./headings.ts";
import { idFault, noteGivenId } from "./ids.ts";
import { attachId, isCaption, kindOf } from "./references/label.ts";
import { tokenAt } from "./tokens.ts";

/** The name of the rule. */
export const BLOCK_ATTRIBUTES = "block_attributes";

export const blockAttributes: Extension = {
  parse: (md: MarkdownIt) => {
    const alt = ["paragraph", "reference", "blockquote", "list"];
    md.block.ruler.before("fence", BLOCK_ATTRIBUTES, readLine, { alt });
    // Before anything becomes a figure, a callout or a caption.
    md.core.ruler.after("linkify", "attach_attributes", attachAll);
  },
};

const LINE = /^\{[ \t]*([#.][\p{L}_][^{}\n]*)\}[ \t]*$/u;

/** The first tokens of blocks that can have attributes. */
const BLOCKS: ReadonlySet<string> = new Set([
  ...["heading_open", "paragraph_open", "bullet_list_open", "ordered_list_open", "blockquote_open", "table_open"],
  ...["dl_open", "fence", "code_block", "hr", "math_block"],
]);

const WHERE = "write it on the line directly below a block; a directive has it behind its name; to show it, write \\{";

function readLine(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const { src, bMarks, tShift, eMarks, sCount, blkIndent, env } = state;
  const start = (bMarks[startLine] ?? 0) + (tShift[startLine] ?? 0);
  if (src[start] !== "{" || (sCount[startLine] ?? 0) - blkIndent >= 4) return false;
  const text = src.slice(start, eMarks[startLine]).trimEnd();
  const inner = LINE.exec(text)?.[1];
  if (inner === undefined) return false;
  if (silent) return true;
  state.line = startLine + 1;
  const list = readAttributeList(inner, text);
  const block = blockAbove(state, startLine);
  if (!block) noteProblem(env, "attributes", startLine, `"${text}" stands below nothing that can have it`, WHERE, text);
  else if (listKey.get(block))
    noteProblem(env, "attributes", startLine, "a block has two lines of attributes", "write one line of them", text);
  else listKey.set(block, { ...list, line: startLine });
  // Other programs would show it.
  envOf(env).notes.rewritten.push({ start: startLine, end: startLine + 1, from: text, to: "" });
  return true;
}

/** The first token of the block that ends directly above a line. */
function blockAbove(state: StateBlock, line: number): Token | undefined {
  const { tokens, level } = state;
  const last = tokens.at(-1);
  if (!last || line === 0 || state.isEmpty(line - 1) || last.level !== level || last.nesting === 1) return undefined;
  const opening = last.type.replace(/_close$/, "_open");
  const first = last.nesting === 0 ? last : tokens.findLast((token) => token.type === opening && token.level === level);
  if (!first || !BLOCKS.has(first.type)) return undefined;
  const isAbove = first.map?.[1] === line || listKey.get(first)?.line === line - 1;
  return isAbove ? first : undefined;
}

function attachAll({ tokens, env }: StateCore): void {
  for (const [index, token] of tokens.entries()) {
    const list = listKey.get(token);
    if (!list || isCaption(tokens, index)) continue;
    checkList(list, list.line, env);
    const owner = ownerOf(tokens, index);
    for (const name of list.classes) owner.attrJoin("class", name);
    if (list.id !== undefined) attach(list.id, owner, list.line, env);
  }
}

/** Of a picture alone in its paragraph the picture, and of the paragraph of a tight list, which has no element, the item. */
function ownerOf(tokens: Token[], index: number): Token {
  const token = tokenAt(tokens, index);
  if (token.type !== "paragraph_open") return token;
  if (token.hidden)
    return (
      tokens.slice(0, index).findLast(({ type, level }) => type === "list_item_open" && level < token.level) ?? token
    );
  const [image, ...others] = tokens[index + 1]?.children ?? [];
  return image?.type === "image" && others.length === 0 ? image : token;
}

function attach(id: string, owner: Token, line: number, env: Env): void {
  switch (owner.type) {
    case "heading_open":
      giveHeadingId(owner, id, line, env);
      return;
    case "image":
    case "fence":
    case "math_block":
      attachId(owner, id, line, env);
      return;
    default:
      attachPlain(id, owner, line, env);
  }
}

/** Of what never has a number. */
function attachPlain(id: string, owner: Token, line: number, env: Env): void {
  const { notes } = envOf(env);
  const kind = kindOf(id);
  const hint =
    owner.type === "table_open" && kind === "tbl" ? `write it behind a caption: ": Caption {#${id}}"` : "write another";
  const fault = kind ? `the id ${id} is for what has a number` : idFault(id, notes);
  if (fault) noteProblem(env, "label", line, fault, hint, `#${id}`);
  else {
    owner.attrSet("id", id);
    noteGivenId(id, notes);
  }
}
