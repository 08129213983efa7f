/**
 * Callouts as GitHub writes them: a quotation whose first line is `[!NOTE]`, `[!TIP]` and so on. They become the asides of
 * `directives/asides.ts`. Behind the kind may stand a title, and a `-` or `+` before it makes one that folds, closed or open.
 */
import type { StateCore, Token } from "markdown-it";
import { didYouMean } from "../content/problems/nearest-name.ts";
import { onlyMeant } from "../content/problems/only-meant.ts";
import { givenTo } from "./attribute-list.ts";
import { ASIDE_NAMES } from "./directives/asides.ts";
import { asDirective, labelTokens } from "./directives/known-directive.ts";
import { type Extension, envOf, noteProblem } from "./extension.ts";
import { closingIndex, tokenAt } from "./tokens.ts";

const MARKER = /^\[!([A-Za-z]+)\]([+-]?)(?![([])/;
const FOLDS: Readonly<Record<string, string>> = { "+": "open", "-": "closed" };

export const callouts: Extension = {
  parse: (md) => md.core.ruler.push("callouts", markCallouts),
};

function markCallouts(state: StateCore): void {
  const { tokens } = state;
  const env = envOf(state.env);
  for (let index = 0; index < tokens.length; index++) {
    const token = tokenAt(tokens, index);
    if (token.type !== "blockquote_open" || tokens[index + 1]?.type !== "paragraph_open") continue;
    const inline = tokenAt(tokens, index + 2);
    const [marker, name = "", fold = ""] = MARKER.exec(inline.content) ?? [];
    if (!marker) continue;
    const kind = name.toLowerCase();
    if (!ASIDE_NAMES.includes(kind)) {
      const message = `"[!${name}]" is not a callout`;
      const names = ASIDE_NAMES.map((one) => one.toUpperCase());
      const [hint, meant] = [didYouMean(name, names), onlyMeant(name, names)];
      const fix = meant === undefined ? undefined : { from: `> [!${name}]`, to: `> [!${meant}]` };
      noteProblem(env, "callout", token.map?.[0], message, hint, `[!${name}]`, fix);
      continue;
    }
    const close = tokenAt(tokens, closingIndex(tokens, index));
    const attributes = fold ? { fold: FOLDS[fold] } : {};
    asDirective([token, close], kind, { attributes, ...givenTo(token) }, env);
    const title = takeFirstLine(inline, marker);
    if (inline.children?.length === 0) hideParagraph(tokens, index + 1);
    if (title.length > 0) tokens.splice(index + 1, 0, ...labelTokens(state, title, token));
  }
}

/** Takes the marker's line out of a paragraph; what stands behind the marker is the title. */
function takeFirstLine(inline: Token, marker: string): Token[] {
  const children = inline.children ?? [];
  const end = children.findIndex(({ type }) => type === "softbreak" || type === "hardbreak");
  const [first, ...others] = end === -1 ? children : children.slice(0, end);
  inline.children = end === -1 ? [] : children.slice(end + 1);
  inline.content = inline.content.split("\n").slice(1).join("\n");
  if (!first) return others;
  first.content = first.content.slice(marker.length).trimStart();
  return first.content ? [first, ...others] : others;
}

function hideParagraph(tokens: Token[], open: number): void {
  for (const token of [tokens[open], tokens[open + 2]]) {
    if (token) token.hidden = true;
  }
}
