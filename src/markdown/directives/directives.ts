/** Directives: found by `read-blocks.ts` and `read-inline.ts`, checked here against what each of them is, and written. */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import {
  type Directive,
  DirectiveError,
  type DirectiveForm,
  type DirectiveUse,
  type Tags,
} from "../../content/directive.ts";
import { didYouMean } from "../../content/problems/problem.ts";
import {
  type Extension,
  envOf,
  noteProblem,
  placeAt,
  type RenderEnv,
  type RendererRules,
  speechIn,
} from "../extension.ts";
import { captionOf } from "../figures.ts";
import { idFault } from "../ids.ts";
import type { Medium } from "../medium.ts";
import { tokenKey } from "../token-key.ts";
import { tokenAt } from "../tokens.ts";
import { SILENT } from "../words-of-tokens.ts";
import { readAttributes } from "./attributes.ts";
import { BUILT_IN } from "./built-in-directives.ts";
import { readDirectiveBlocks, writtenKey } from "./read-blocks.ts";
import { readInlineDirectives } from "./read-inline.ts";

export const directives: Extension = {
  parse: (md: MarkdownIt) => {
    readDirectiveBlocks(md);
    readInlineDirectives(md);
    md.core.ruler.after("inline", "directives", checkDirectives);
  },
  page: rulesFor("page"),
  feed: rulesFor("feed"),
  text: {
    ...{ directive: SILENT, directive_open: SILENT, directive_close: SILENT },
    // A label is no part of the paragraph before it.
    ...{ directive_label_open: () => " ", directive_label_close: () => " " },
    ...{ inline_directive_open: SILENT, inline_directive_close: SILENT },
  },
};

/** Takes labels out of the running text, when everything that reads it has seen them. Comes last. */
export const directiveLabels: Extension = {
  parse: (md: MarkdownIt) => {
    md.core.ruler.push("directive_labels", takeLabels);
  },
};

interface Known {
  directive: Directive;
  use: Omit<DirectiveUse, "label">;
  /** The label's inline token. */
  label?: Token;
}

/** On the tokens that open, close or are a directive without a fault; the same for both ends of one. */
const knownKey = tokenKey<Known>("directive");

/** Makes a block's ends those of a directive, which was written in another way. */
export function asDirective(
  ends: readonly [open: Token, close: Token],
  name: string,
  attributes: Readonly<Record<string, unknown>>,
  env: RenderEnv,
): void {
  const directive = BUILT_IN[name];
  if (!directive) throw new RangeError(`there is no directive "${name}"`);
  const known = {
    directive,
    use: { attributes, id: undefined, classes: [], lang: env.context.lang, speech: speechIn(env) },
  };
  for (const token of ends) {
    token.type = token.nesting === 1 ? "directive_open" : "directive_close";
    token.info = name;
    knownKey.set(token, known);
  }
}

interface OpenDirective {
  token: Token;
  directive: Directive | undefined;
}

function checkDirectives(state: StateCore): void {
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
      if (parent.directive?.pictures) showPictures(state, index, parent, line);
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
  const note = (message: string, hint?: string) => noteProblem(env, "directive", line, message, hint, shown);
  const directive = directiveNamed(name, env);
  if (!directive) {
    // Where the site's own were not read, it may be one of them.
    if (!env.context.directives) return undefined;
    const show = `to show it, write ${form === "text" ? "\\:" : "\\:::"}`;
    note(
      `there is no directive "${name}"`,
      didYouMean(name, Object.keys({ ...BUILT_IN, ...env.context.directives })) ?? show,
    );
    return undefined;
  }
  if (directive.form !== form) note(`"${shown}" is not how it is written`, `write ${exampleOf(name, directive)}`);
  if (directive.label === "needed" && !label?.trim())
    note(`${shown} has no words in brackets`, `write ${exampleOf(name, directive)}`);
  if (directive.label === "none" && label !== undefined) note(`${shown} has no place for words in brackets`);
  const fault = attributes.id === undefined ? undefined : idFault(attributes.id, env.notes);
  if (fault) note(fault, "write another");
  else if (attributes.id !== undefined) env.notes.anchors.push(attributes.id);
  const read = readAttributes(attributes, directive.attributes);
  if (!read.ok) for (const { message, hint } of read.problems) note(`${shown}: ${message}`, hint);
  if (read.ok) {
    const { id, classes } = attributes;
    knownKey.set(token, {
      directive,
      use: { attributes: read.value, id, classes, lang: env.context.lang, speech: speechIn(env) },
    });
  }
  return directive;
}

/** The site's own, or else ours. That it was asked for is noted: see `cache/trace.ts`. */
function directiveNamed(name: string, { context }: RenderEnv): Directive | undefined {
  const own = context.directiveVersion?.(name) === undefined ? undefined : context.directives?.[name];
  return own ?? (Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined);
}

const COLONS = { container: ":::", leaf: "::", text: ":" } as const satisfies Record<DirectiveForm, string>;

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

/** A container of tabs has nothing else in it. */
function checkOnly(
  token: Token,
  { token: parent, directive }: OpenDirective,
  line: number | undefined,
  env: RenderEnv,
) {
  const only = directive?.only;
  if (!only || token.info === only || token.type === "directive_label_open") return;
  noteProblem(env, "directive", line, `:::${parent.info} has nothing in it but :::${only}`, `write it in a :::${only}`);
}

/** A paragraph of pictures in a figure or a gallery is no paragraph. */
function showPictures(state: StateCore, index: number, parent: OpenDirective, line: number | undefined): void {
  const [open, inline, close] = state.tokens.slice(index, index + 3);
  if (open?.type === "directive_label_open") return;
  const children = inline?.children ?? [];
  const arePictures = children.every(({ type }) => type === "image" || type === "softbreak");
  const isGallery = parent.directive?.pictures === "gallery";
  if (open?.type === "paragraph_open" && inline && close && arePictures && (isGallery || children.length === 1)) {
    open.hidden = true;
    close.hidden = true;
    if (isGallery) inline.children = galleryOf(children, state);
  } else if (isGallery) {
    const hint = "write ![what it shows](picture.jpg), one on each line";
    noteProblem(envOf(state.env), "directive", line, `:::${parent.token.info} has nothing in it but pictures`, hint);
  }
}

/** Each picture is a link to its file, which may be larger, with its title below. */
function galleryOf(children: readonly Token[], { Token }: StateCore): Token[] {
  return children
    .filter(({ type }) => type === "image")
    .flatMap((image) => {
      const [link, ...ends] = [new Token("link_open", "a", 1), new Token("link_close", "a", -1)];
      link?.attrSet("href", String(image.attrGet("src")));
      const [open, close] = [new Token("figure_open", "figure", 1), new Token("figure_close", "figure", -1)];
      return [open, ...(link ? [link] : []), image, ...ends, ...captionOf(image, Token), close];
    });
}

function takeLabels(state: StateCore): void {
  const { tokens } = state;
  if (!tokens.some(({ type }) => type === "directive_label_open")) return;
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokenAt(tokens, index);
    if (token.type !== "directive_label_open") {
      kept.push(token);
      continue;
    }
    const known = knownKey.get(kept.at(-1));
    if (known) known.label = tokenAt(tokens, index + 1);
    // The label's text and its end.
    index += 2;
  }
  state.tokens = kept;
}

function rulesFor(medium: Medium): RendererRules {
  const rule: RendererRules[string] = (tokens, index, options, env, self) => {
    const token = tokenAt(tokens, index);
    const known = knownKey.get(token);
    // Of any other, what stands in it is shown.
    if (!known) return "";
    const { directive, use } = known;
    const marks = medium === "feed" ? { id: undefined, classes: [] } : {};
    const label = self.renderInline(known.label?.children ?? [], options, env);
    const { open, close } = writtenBy(() => write(directive, { ...use, ...marks, label }, medium), token, envOf(env));
    return (token.nesting >= 0 ? open : "") + (token.nesting <= 0 ? close : "");
  };
  return {
    ...{ directive: rule, directive_open: rule, directive_close: rule },
    ...{ inline_directive_open: rule, inline_directive_close: rule },
  };
}

function write(directive: Directive, use: DirectiveUse, medium: Medium): Tags {
  return medium === "feed" && directive.feed ? directive.feed(use) : directive.page(use);
}

/** A site's own directive may fail: then what stands in it is shown, and the problem said. */
function writtenBy(make: () => Tags, { info, nesting, map }: Token, env: RenderEnv): Tags {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof DirectiveError)) throw error;
    const line = map?.[0];
    // Once, and not for its end and for feeds again.
    const message = `:::${info} ${error.message}`;
    const place = placeAt(env, line);
    const isSaid = env.notes.problems.some((one) => one.message === message && one.line === place.line);
    if (nesting >= 0 && !isSaid) {
      noteProblem(env, "directive", line, message);
      if (error.problem) env.notes.problems.push({ ...error.problem, rule: "theme" });
    }
    return { open: "", close: "" };
  }
}
