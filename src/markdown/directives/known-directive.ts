/** What is known of a directive on its tokens, once it was checked. */
import type { StateCore, Token } from "markdown-it";
import type { Directive, DirectiveUse } from "../../content/directive.ts";
import { type RenderEnv, speechIn } from "../extension.ts";
import { tokenKey } from "../token-key.ts";
import { BUILT_IN } from "./built-in-directives.ts";

export interface KnownDirective {
  directive: Directive;
  use: Omit<DirectiveUse, "label">;
  /** The label's inline token. */
  label?: Token;
}

/** On the tokens that open, close or are a directive without a fault; the same for both ends of one. */
export const knownKey = tokenKey<KnownDirective>("directive");

/** Makes a block's ends those of a directive, which was written in another way. */
export function asDirective(
  ends: readonly [open: Token, close: Token],
  name: string,
  { attributes = {}, id, classes = [] }: Partial<Pick<DirectiveUse, "attributes" | "id" | "classes">>,
  env: RenderEnv,
): void {
  const directive = BUILT_IN[name];
  if (!directive) throw new RangeError(`there is no directive "${name}"`);
  const known = { directive, use: useOf({ attributes, id, classes }, env) };
  for (const token of ends) {
    token.type = token.nesting === 1 ? "directive_open" : "directive_close";
    token.info = name;
    knownKey.set(token, known);
  }
}

/** A label's tokens, which stand behind the token that opens the directive. */
export function labelTokens({ Token }: StateCore, children: Token[], { map, level }: Token): Token[] {
  const [open, inline, close] = [
    new Token("directive_label_open", "", 1),
    new Token("inline", "", 0),
    new Token("directive_label_close", "", -1),
  ];
  Object.assign(inline, { children, map, level: level + 2 });
  open.level = close.level = level + 1;
  return [open, inline, close];
}

/** A use in this text. */
export function useOf(
  written: Pick<DirectiveUse, "attributes" | "id" | "classes">,
  env: RenderEnv,
): KnownDirective["use"] {
  return { ...written, lang: env.context.lang, speech: speechIn(env) };
}

/** The site's own, or else ours. That it was asked for is noted: see `cache/trace.ts`. */
export function directiveNamed(name: string, { context }: RenderEnv): Directive | undefined {
  const own = context.directiveVersion?.(name) === undefined ? undefined : context.directives?.[name];
  return own ?? (Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined);
}
