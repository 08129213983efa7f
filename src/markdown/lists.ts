/** Numbered lists count on from their first number, whatever the others say: a number that would change is named. */
import type { StateCore, Token } from "markdown-it";
import { type Extension, noteAdvice } from "./extension.ts";

export const lists: Extension = {
  parse: (md) => md.core.ruler.push("lists", checkNumbers),
};

function checkNumbers({ tokens, env }: StateCore): void {
  for (const items of numberedLists(tokens)) {
    const numbers = items.map(({ info }) => Number(info));
    const [first = 1, second] = numbers;
    // "1. 1. 1." leaves the counting to Markdown.
    if (second === first && numbers.every((number) => number === first)) continue;
    items.forEach(({ info, map }, index) => {
      const shown = first + index;
      if (Number(info) === shown) return;
      const hint = `a list counts on from its first number: write ${shown}`;
      noteAdvice(env, "list-number", map?.[0], `the number ${info} is shown as ${shown}`, hint, info);
    });
  }
}

/** The items of each numbered list, inner ones first; markdown-it notes their numbers as `info`. */
function numberedLists(tokens: Token[]): Token[][] {
  const found: Token[][] = [];
  const open: Token[][] = [];
  for (const token of tokens) {
    if (/^(ordered|bullet)_list_open$/.test(token.type)) open.push([]);
    else if (token.type === "list_item_open") open.at(-1)?.push(token);
    else if (/^(ordered|bullet)_list_close$/.test(token.type)) {
      const items = open.pop() ?? [];
      if (token.type === "ordered_list_close") found.push(items);
    }
  }
  return found;
}
