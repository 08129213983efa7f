/**
 * Labels of pictures and tables: `![…](queue.png "Caption"){#fig-queue}`, and below a table `: Caption {#tbl-sizes}`. Those of
 * code, formulas and directives are read with them. What has a label is numbered, in the order of the text.
 */
import type { Env, StateCore, Token } from "markdown-it";
import type { Directive } from "../../content/directive.ts";
import { type AttributeList, checkList, leaveOut, listKey, takeList } from "../attribute-list.ts";
import { BUILT_IN } from "../directives/built-in-directives.ts";
import { type KnownDirective, knownKey } from "../directives/known-directive.ts";
import { type Extension, envOf } from "../extension.ts";
import { fenceOf, infoKey } from "../fence-of.ts";
import { tagKey } from "../math.ts";
import { tokenAt } from "../tokens.ts";
import {
  attachId,
  BETWEEN,
  isCaption,
  kindOf,
  type Label,
  type LabelKind,
  labelKey,
  nameOf,
  numberKey,
} from "./label.ts";

export const labels: Extension = {
  parse: (md) => {
    // Before text is joined, after which an escaped brace is like any other.
    md.core.ruler.after("linkify", "labels", readLabels);
    md.core.ruler.push("label_numbers", numberLabels);
  },
};

function readLabels(state: StateCore): void {
  const { tokens, env } = state;
  for (const [index, open] of tokens.entries()) {
    const [inline, close] = [tokens[index + 1], tokens[index + 2]];
    if (open.type !== "paragraph_open" || !inline || close?.type !== "paragraph_close") continue;
    const [image, ...behind] = inline.children ?? [];
    if (image?.type === "image" && behind.length > 0 && behind.every(({ type }) => type === "text")) {
      const text = Object.assign(new state.Token("text", "", 0), {
        content: behind.map(({ content }) => content).join(""),
      });
      const list = takeList(text, env);
      if (!list || list.id === "" || text.content !== "") continue;
      inline.children = [image];
      attachList(image, list, open, env);
      leaveOut(list, open, env);
    }
  }
  state.tokens = captioned(state);
}

/** A table with a line `: Caption {#tbl-sizes}` below it is a figure, whose caption stands above. */
function captioned(state: StateCore): Token[] {
  const { tokens, env, Token: Make } = state;
  const kept: Token[] = [];
  let table: number | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokenAt(tokens, index);
    const inline = tokens[index + 1];
    const [first] = inline?.children ?? [];
    if (table !== undefined && inline && first && isCaption(tokens, index)) {
      first.content = first.content.replace(/^:\s+/, "");
      inline.map = token.map;
      const figure = new Make("figure_open", "figure", 1);
      figure.map = kept[table]?.map ?? null;
      const list = takeList(inline.children?.at(-1), env);
      if (list) {
        attachList(figure, list, token, env);
        leaveOut(list, token, env);
      }
      const below = listKey.get(token);
      if (below) attachList(figure, below, { map: [below.line, below.line + 1] }, env);
      if (labelKey.get(figure) !== undefined) figure.attrSet("id", labelKey.need(figure));
      kept.splice(table, 0, figure, new Make("caption_open", "", 1), inline, new Make("caption_close", "", -1));
      kept.push(new Make("figure_close", "figure", -1));
      index += 2;
      continue;
    }
    if (token.type === "table_open") table = kept.length;
    kept.push(token);
  }
  return kept;
}

function attachList(token: Token, list: AttributeList, place: Pick<Token, "map">, env: Env): void {
  checkList(list, place.map?.[0], env);
  for (const name of list.classes) token.attrJoin("class", name);
  if (list.id !== undefined) attachId(token, list.id, place.map?.[0], env);
}

/** Gives everything that has a label its number, and writes it before the caption. */
function numberLabels(state: StateCore): void {
  const counts = new Map<LabelKind, number>();
  const numbered = (id: string | undefined, tag?: string): Label | undefined => {
    const kind = id === undefined ? undefined : kindOf(id);
    if (id === undefined || kind === undefined) return undefined;
    // Commands for several package managers are one listing.
    const before = envOf(state.env).notes.labels.find((one) => one.id === id);
    if (before) return before;
    if (tag === undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const label = { id, kind, number: tag ?? counts.get(kind) ?? 1 };
    envOf(state.env).notes.labels.push(label);
    return label;
  };
  const isAsked = state.tokens.some(asksForNumbers);
  const kept: Token[] = [];
  for (const [index, token] of state.tokens.entries()) {
    kept.push(token);
    const known = token.type === "directive_open" ? knownKey.get(token) : undefined;
    const ofDirective = known && NUMBERED.has(known.directive) && (isAsked || asks(known)) ? known.use.id : undefined;
    const label = numbered(labelKey.get(token) ?? ofDirective, tagKey.get(token));
    if (!label) continue;
    numberKey.set(token, label);
    const name = nameOf(label, state.env);
    const next = state.tokens[index + 1];
    if (token.type === "fence") infoKey.set(token, { ...fenceOf(token), numbered: name });
    if (token.type === "figure_open")
      putBefore(next?.type === "caption_open" ? state.tokens[index + 2] : captionIn(next, state), name, state);
    if (ofDirective === undefined) continue;
    if (next?.type === "directive_label_open") putBefore(state.tokens[index + 2], name, state);
    else kept.push(...labelOnly(name, token, state));
  }
  state.tokens = kept;
}

/** Directives with a caption: their ids were there before there were numbers. So they have one where the text has another or refers to one, or where they ask. */
const NUMBERED: ReadonlySet<Directive | undefined> = new Set([BUILT_IN["figure"], BUILT_IN["gallery"]]);

function asks({ use: { attributes } }: KnownDirective): boolean {
  return typeof attributes === "object" && attributes !== null && "numbered" in attributes;
}

/** True for a label, and for a text with a reference. */
function asksForNumbers(token: Token): boolean {
  if (kindOf(labelKey.get(token) ?? "")) return true;
  const { children } = token;
  return (
    children?.some(({ type }, index) => type === "link_open" && children[index + 1]?.type === "link_close") ?? false
  );
}

/** Of a picture's figure, its inline token: the caption stands behind the picture. */
function captionIn(inline: Token | undefined, { Token: Make }: StateCore): Token | undefined {
  const children = inline?.children;
  if (children && !children.some(({ type }) => type === "caption_open"))
    children.push(new Make("caption_open", "", 1), new Make("caption_close", "", -1));
  return inline;
}

/** Puts a number before the words of a caption, which may begin behind other tokens. */
function putBefore(inline: Token | undefined, name: string, { Token: Make }: StateCore): void {
  const children = inline?.children ?? [];
  const opening = children.findIndex(({ type }) => type === "caption_open");
  const isEmpty = children.length === 0 || children[opening + 1]?.type === "caption_close";
  const number = new Make("text", "", 0);
  number.content = isEmpty ? name : `${name}${BETWEEN}`;
  children.splice(opening + 1, 0, number);
  if (inline) inline.children = children;
}

function labelOnly(name: string, { map, level }: Token, state: StateCore): Token[] {
  const { Token: Make } = state;
  const inline = Object.assign(new Make("inline", "", 0), { content: name, map, level: level + 1, children: [] });
  putBefore(inline, name, state);
  return [new Make("directive_label_open", "", 1), inline, new Make("directive_label_close", "", -1)];
}
