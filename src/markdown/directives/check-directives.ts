/** Directives against what each of them is: its name, form, label, attributes, and what stands around and in it. */
import type { StateCore, Token } from "markdown-it";
import type { Directive, DirectiveForm } from "../../content/directive.ts";
import type { Fix } from "../../content/problems/range.ts";
import { checkClasses } from "../attribute-list.ts";
import { envOf, noteProblem, type RenderEnv } from "../extension.ts";
import { idFault, noteGivenId } from "../ids.ts";
import { readAttributes } from "./attributes.ts";
import { BUILT_IN } from "./built-in-directives.ts";
import { directiveNamed, knownKey, useOf } from "./known-directive.ts";
import { showPictures } from "./pictures-in-directives.ts";
import { writtenKey } from "./read-blocks.ts";
import { COLONS, unknownDirective } from "./unknown-directive.ts";

interface OpenDirective {
  token: Token;
  directive: Directive | undefined;
}

export function checkDirectives(state: StateCore): void {
  const { tokens } = state;
  const env = envOf(state.env);
  const open: OpenDirective[] = [];
  let line: number | undefined;
  for (const [index, token] of tokens.entries()) {
    line = token.map?.[0] ?? line;
    if (token.type === "directive_close") {
      end(token, open.pop());
      continue;
    }
    const parent = open.at(-1);
    const isDirective = token.type === "directive_open" || token.type === "directive";
    if (isDirective) {
      const directive = check(token, token.type === "directive" ? "leaf" : "container", line, env);
      if (directive) checkPlace(token, directive, parent, line, env);
      if (token.nesting === 1) open.push({ token, directive });
    }
    if (parent && startsIn(parent.token, token)) {
      checkOnly(token, parent, line, env);
      const { pictures } = parent.directive ?? {};
      if (pictures) showPictures(state, index, { name: parent.token.info, isGallery: pictures === "gallery" }, line);
    }
    if (token.type === "inline") checkInline(token.children ?? [], line, env);
  }
}

function checkInline(children: Token[], line: number | undefined, env: RenderEnv): void {
  const open: OpenDirective[] = [];
  for (const token of children) {
    if (token.type === "inline_directive_open") open.push({ token, directive: check(token, "text", line, env) });
    if (token.type === "inline_directive_close") end(token, open.pop());
  }
}

/** What a directive is is known where it ends, too. */
function end(close: Token, opened: OpenDirective | undefined): void {
  const known = knownKey.get(opened?.token);
  if (known) knownKey.set(close, known);
}

/** Notes what is wrong with a directive, and attaches what it is. */
function check(token: Token, form: DirectiveForm, line: number | undefined, env: RenderEnv): Directive | undefined {
  const written = writtenKey.need(token);
  const { name, label, attributes } = written;
  const shown = `${COLONS[form]}${name}`;
  const note = (message: string, hint?: string, fix?: Fix) =>
    noteProblem(env, "directive", line, message, hint, shown, fix);
  const directive = directiveNamed(name, env);
  if (!directive) {
    // Where the site's own were not read, it may be one of them.
    if (!env.context.directives) return undefined;
    const { id, classes, values, unread } = attributes;
    const isMore = [label, id].some((one) => one !== undefined) || classes.length + values.size + unread.length > 0;
    const { message, hint, fix } = unknownDirective({ name, form, isMore }, formsIn(env));
    note(message, hint, fix);
    return undefined;
  }
  if (directive.form !== form) note(`"${shown}" is not how it is written`, `write ${exampleOf(name, directive)}`);
  if (directive.label === "needed" && !label?.trim())
    note(`${shown} has no words in brackets`, `write ${exampleOf(name, directive)}`);
  if (directive.label === "none" && label !== undefined) note(`${shown} has no place for words in brackets`);
  const fault = attributes.id === undefined ? undefined : idFault(attributes.id, env.notes);
  if (fault) note(fault, "write another");
  else if (attributes.id !== undefined) noteGivenId(attributes.id, env.notes);
  checkClasses(attributes.classes, line, env);
  const read = readAttributes(attributes, directive.attributes);
  if (!read.ok) for (const { message, hint, fix } of read.problems) note(`${shown}: ${message}`, hint, fix);
  if (read.ok) {
    const { id, classes } = attributes;
    knownKey.set(token, { directive, use: useOf({ attributes: read.value, id, classes }, env) });
  }
  return directive;
}

function formsIn(env: RenderEnv): Map<string, DirectiveForm> {
  const names = Object.keys({ ...BUILT_IN, ...env.context.directives });
  return new Map(
    names.flatMap((name) => {
      const known = directiveNamed(name, env);
      return known ? [[name, known.form] as const] : [];
    }),
  );
}

function exampleOf(name: string, { form, label }: Directive): string {
  return `${COLONS[form]}${name}${label === "needed" ? "[words]" : ""}`;
}

function checkPlace(
  token: Token,
  { within }: Directive,
  parent: OpenDirective | undefined,
  line: number | undefined,
  env: RenderEnv,
): void {
  if (!within || (parent?.token.info === within && startsIn(parent.token, token))) return;
  const shown = `:::${token.info}`;
  noteProblem(env, "directive", line, `${shown} stands outside of :::${within}`, `write it in a :::${within}`, shown);
}

function startsIn(parent: Token, token: Token): boolean {
  return token.level === parent.level + 1 && token.nesting !== -1;
}

/** A container of tabs has nothing else in it, and one of code nothing but code. */
function checkOnly(
  token: Token,
  { token: parent, directive }: OpenDirective,
  line: number | undefined,
  env: RenderEnv,
) {
  const only = directive?.only;
  const isFence = token.type === "fence";
  const isIt = only === "fence" ? isFence : token.info === only && !isFence;
  if (!only || isIt || token.type === "directive_label_open") return;
  const [name, hint] =
    only === "fence"
      ? ["blocks of code", "write it elsewhere, or use :::tabs with :::tab"]
      : [`:::${only}`, `write it in a :::${only}`];
  noteProblem(env, "directive", line, `:::${parent.info} has nothing in it but ${name}`, hint);
}
