/** What lists can show of a text: each of its timelines is noted as a cover. */
import type { StateCore } from "markdown-it";
import { coverOfTimeline } from "../content/cover.ts";
import { type Extension, envOf } from "./extension.ts";
import { shownKey } from "./samples/outcomes.ts";

export const covers: Extension = {
  parse: (md) => md.core.ruler.push("covers", noteCovers),
};

function noteCovers({ tokens, env }: StateCore): void {
  for (const token of tokens) {
    if (token.type !== "timeline") continue;
    const { title, label, outcome } = shownKey.need(token);
    const cover = coverOfTimeline(outcome?.events ?? outcome?.races?.[0]?.events ?? []);
    const names = [title, label].filter((name) => name !== undefined);
    if (cover) envOf(env).notes.covers.push({ names, cover });
  }
}
