/**
 * Blocks of code as tabs: those in a `:::code-group`, each under its title, and commands for npm (` ```bash npm2yarn `) in the words of
 * each package manager.
 */
import type { StateCore, Token } from "markdown-it";
import { asDirective, labelTokens } from "./directives/known-directive.ts";
import { type Extension, envOf, noteProblem, type RenderEnv } from "./extension.ts";
import { fenceOf, infoKey } from "./fence-of.ts";
import { titleOf } from "./listing-title.ts";
import { PACKAGE_MANAGERS } from "./packages/package-managers.ts";
import { hasCommands, translateCommands } from "./packages/translate-commands.ts";
import { closingIndex } from "./tokens.ts";

export const codeGroups: Extension = {
  parse: (md) => md.core.ruler.after("code", "code_groups", makeTabs),
};

/** Tabs of package managers show the same one, on every page. */
const SYNC = "packages";

function makeTabs(state: StateCore): void {
  const env = envOf(state.env);
  let groupEnd = -1;
  state.tokens = state.tokens.flatMap((token, index, tokens) => {
    if (token.type === "directive_open" && token.info === "code-group") groupEnd = closingIndex(tokens, index);
    if (token.type !== "fence") return [token];
    const { flags } = fenceOf(token);
    if (flags.has("npm2yarn") && !flags.has("proof")) return packageTabs(state, token, env);
    return index < groupEnd ? tabOf(state, labelled(token, env), labelIn(token), env) : [token];
  });
}

function tabOf(state: StateCore, fence: Token, label: string, env: RenderEnv): Token[] {
  const [open, text, close] = [new state.Token("", "", 1), new state.Token("text", "", 0), new state.Token("", "", -1)];
  text.content = label;
  place([open, close], fence);
  asDirective([open, close], "tab", {}, env);
  return [open, ...labelTokens(state, [text], fence), fence, close];
}

function labelIn(fence: Token): string {
  const info = fenceOf(fence);
  return titleOf(info) ?? info.language;
}

function labelled(fence: Token, env: RenderEnv): Token {
  const info = fenceOf(fence);
  if (labelIn(fence) === "")
    noteProblem(env, "code-info", fence.map?.[0], "a block of :::code-group has no title", 'write title="…"');
  infoKey.set(fence, { ...info, isLabelled: true });
  return fence;
}

/** The block as it is, where it can't be read. */
function packageTabs(state: StateCore, fence: Token, env: RenderEnv): Token[] {
  const note = (message: string, hint?: string) =>
    noteProblem(env, "code-info", fence.map?.[0], message, hint, "npm2yarn");
  if (!hasCommands(fence.content)) {
    note("npm2yarn is for commands of npm and npx, and the block has none", "leave it out");
    return [fence];
  }
  const tabs = PACKAGE_MANAGERS.flatMap((manager) => {
    const translation =
      manager === "npm" ? { kind: "text" as const, text: fence.content } : translateCommands(fence.content, manager);
    if (translation.kind === "unknown") {
      if (manager === "pnpm")
        note(`npm2yarn can't translate "${translation.command}"`, "write a block for each tool into :::code-group");
      return [];
    }
    return translation.kind === "text" ? [{ manager, content: translation.text }] : [];
  });
  if (tabs.length === 1) return [fence];
  const [open, close] = [new state.Token("", "", 1), new state.Token("", "", -1)];
  place([open, close], fence);
  asDirective([open, close], "tabs", { attributes: { sync: SYNC } }, env);
  return [
    open,
    ...tabs.flatMap(({ manager, content }) =>
      tabOf(state, Object.assign(copyOf(state, fence), { content }), manager, env),
    ),
    close,
  ];
}

function copyOf(state: StateCore, token: Token): Token {
  return Object.assign(new state.Token(token.type, token.tag, token.nesting), token);
}

function place(tokens: readonly Token[], { map, level }: Token): void {
  for (const token of tokens) Object.assign(token, { block: true, map, level });
}
