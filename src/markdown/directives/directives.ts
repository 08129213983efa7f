/** Directives: found by `read-blocks.ts` and `read-inline.ts`, checked by `check-directives.ts`, and written here. */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { type Directive, DirectiveError, type DirectiveUse, type Tags } from "../../content/directive.ts";
import { type Extension, envOf, noteProblem, placeAt, type RenderEnv, type RendererRules } from "../extension.ts";
import type { Medium } from "../medium.ts";
import { tokenAt } from "../tokens.ts";
import { SILENT } from "../words-of-tokens.ts";
import { checkDirectives } from "./check-directives.ts";
import { knownKey } from "./known-directive.ts";
import { readDirectiveBlocks } from "./read-blocks.ts";
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
    // Any other shows its content.
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

/** A site's own directive may fail: then its content is shown, and the problem is reported. */
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
