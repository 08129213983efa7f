/** `{#id .class}`: what authors give headings, figures and blocks. */
import type { Env, Token } from "markdown-it";
import { envOf, noteAdvice, noteProblem } from "./extension.ts";
import { tokenKey } from "./token-key.ts";

export interface AttributeList {
  readonly id: string | undefined;
  readonly classes: readonly string[];
  /** Words that are neither. */
  readonly unread: readonly string[];
  /** As it stands in the text, braces and all. */
  readonly written: string;
}

/** On a block's first token: the list on the line below the block. */
export const listKey = tokenKey<AttributeList & { readonly line: number }>("attributeList");

/** An id alone, which needs no setting. */
const ID_AT_END = /\s*\{(#[^\s{}]*)\}\s*$/;
const LIST_AT_END = /\s*\{[ \t]*([#.][^\s{}][^{}\n]*)\}\s*$/;
const CLASS = /^[A-Za-z][\w-]*$/;

/** True where the site's settings let authors write classes, and attributes of any block. */
export function hasAttributes(env: Env): boolean {
  return envOf(env).context.syntax?.attributes ?? false;
}

/** `inner` is what stands between the braces. */
export function readAttributeList(inner: string, written = `{${inner}}`): AttributeList {
  let id: string | undefined;
  const classes: string[] = [];
  const unread: string[] = [];
  for (const word of inner.split(/\s+/).filter(Boolean)) {
    const name = word.slice(1);
    if (word.startsWith("#") && id === undefined) id = name;
    else if (word.startsWith(".") && CLASS.test(name)) classes.push(name);
    else unread.push(word);
  }
  return { id, classes, unread, written };
}

/** The list at the end of a text, with the blanks before it. */
export function listAtEnd(text: string, env: Env): AttributeList | undefined {
  const [written = "", inner] = (hasAttributes(env) ? LIST_AT_END.exec(text) : null) ?? ID_AT_END.exec(text) ?? [];
  return inner === undefined ? undefined : readAttributeList(inner, written);
}

/** The same, which the text then has no more. */
export function takeList(text: Token | undefined, env: Env): AttributeList | undefined {
  const list = text?.type === "text" ? listAtEnd(text.content, env) : undefined;
  if (text && list) text.content = text.content.slice(0, -list.written.length);
  return list;
}

/** Notes what is wrong with a list, but for its id; `line` counts from 0. */
export function checkList({ classes, unread, written }: AttributeList, line: number | undefined, env: Env): void {
  for (const word of unread)
    noteProblem(
      env,
      "attributes",
      line,
      `"${word}" is no id and no class`,
      "write {#id .class}; there are no other attributes",
      written.trim(),
    );
  checkClasses(classes, line, env);
}

/** Warns of classes that look like nothing. */
export function checkClasses(classes: readonly string[], line: number | undefined, env: Env): void {
  for (const name of classes) {
    const fault = envOf(env).context.classFault?.(name);
    if (fault) noteAdvice(env, "class", line, fault.message, fault.hint, `.${name}`);
  }
}

/** Those that a block was given. */
export function classesOf(token: Token | undefined): readonly string[] {
  const classes = token?.attrGet("class");
  return classes ? String(classes).split(" ") : [];
}

/** The same with its id. */
export function givenTo(token: Token | undefined): { id: string | undefined; classes: readonly string[] } {
  const id = token?.attrGet("id");
  return { id: id === null || id === undefined ? undefined : String(id), classes: classesOf(token) };
}

/** Leaves the classes out of the page's Markdown, where they mean nothing. */
export function leaveOut({ id, classes, unread, written }: AttributeList, { map }: Pick<Token, "map">, env: Env): void {
  if (!map || classes.length + unread.length === 0) return;
  const [before = ""] = /^\s*/.exec(written) ?? [];
  const to = id === undefined ? "" : `${before}{#${id}}`;
  envOf(env).notes.rewritten.push({ start: map[0], end: map[1], from: written, to });
}
