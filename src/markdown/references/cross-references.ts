/**
 * Gives links without text their text: "Figure 2" for `[](#fig-queue)`, the heading's words for `[](#a-heading)`, the other text's title
 * for `[](other.md)`.
 */
import type { StateCore } from "markdown-it";
import { type Extension, envOf, type NamesIn, noteProblem, type RenderEnv } from "../extension.ts";
import { decodedTarget } from "../targets.ts";
import { nameOf, nearestId } from "./label.ts";

export const crossReferences: Extension = {
  parse: (md) => {
    md.core.ruler.push("cross_references", fillLinks);
  },
};

function fillLinks(state: StateCore): void {
  let line: number | undefined;
  let end: number | undefined;
  for (const block of state.tokens) {
    line = block.map?.[0] ?? line;
    end = block.map?.[1] ?? end;
    const children = block.children ?? [];
    for (let index = 0; index < children.length; index++) {
      const [open, close] = [children[index], children[index + 1]];
      if (open?.type !== "link_open" || close?.type !== "link_close") continue;
      const target = String(open.attrGet("href") ?? "");
      const found = target ? wordsFor(target, line, envOf(state.env)) : undefined;
      if (!found) continue;
      const words = new state.Token("text", "", 0);
      words.content = found.words;
      children.splice(index + 1, 0, words);
      // What is not there is no link.
      if (!found.isThere) children.splice(index, 3, words);
      else if (line !== undefined && end !== undefined)
        envOf(state.env).notes.rewritten.push({ start: line, end, ...rewrittenLink(target, found.words) });
    }
  }
}

function rewrittenLink(target: string, words: string): { from: string; to: string } {
  const written = decodedTarget(target);
  return { from: `[](${written})`, to: `[${words.replace(/[\\[\]*_`<]/g, "\\$&")}](${written})` };
}

interface Found {
  words: string;
  isThere: boolean;
}

/** What a link says that has no words; undefined where nothing is known of its target. */
function wordsFor(target: string, line: number | undefined, env: RenderEnv): Found | undefined {
  const { context, notes } = env;
  const resolved = context.resolve(target);
  if (!resolved.ok || resolved.value.kind !== "page") return undefined;
  const { path, anchor } = resolved.value;
  const isHere = path === context.path;
  const names = isHere ? { title: "", headings: notes.headings, labels: notes.labels } : context.namesIn?.(path);
  if (!names) return undefined;
  if (anchor === undefined) return names.title ? { words: names.title, isThere: true } : undefined;
  const words = wordsOf(anchor, names, env);
  if (words) return { words, isThere: true };
  if (isHere && notes.anchors.includes(anchor)) {
    noteProblem(
      env,
      "label",
      line,
      `[](#${anchor}) has no number and no heading to say`,
      "write its words: [words](…)",
      `#${anchor}`,
    );
    return { words: anchor, isThere: true };
  }
  const where = isHere ? "this text" : path;
  const ids = [...names.labels, ...names.headings].map(({ id }) => id);
  const none = isHere
    ? "give it one: {#fig-…}, {#tbl-…}, {#lst-…} or {#eq-…}"
    : "what has an id there has a number where its own text refers to it, or says {numbered}";
  noteProblem(env, "label", line, `there is no "${anchor}" in ${where}`, nearestId(anchor, ids) ?? none, `#${anchor}`);
  return { words: `#${anchor}`, isThere: false };
}

function wordsOf(id: string, { labels, headings }: NamesIn, env: RenderEnv): string | undefined {
  const label = labels.find((one) => one.id === id);
  return label ? nameOf(label, env) : headings.find((one) => one.id === id)?.text;
}
