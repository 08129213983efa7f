/** Task lists: `- [ ] to do`, `- [x] done`. */
import type { StateCore, Token } from "markdown-it";
import { type Extension, speakIn } from "./extension.ts";
import { SILENT } from "./words-of-tokens.ts";

const BOX = /^\[([ xX])\][ \t]+/;

export const taskLists: Extension = {
  parse: (md) => md.core.ruler.push("task_lists", markTasks),
  page: {
    task_box: (tokens, index, _options, env) =>
      isDone(tokens[index])
        ? `<input type="checkbox" checked disabled aria-label="${speakIn(env)("done")}"> `
        : `<input type="checkbox" disabled aria-label="${speakIn(env)("toDo")}"> `,
  },
  feed: { task_box: (tokens, index) => (isDone(tokens[index]) ? "☑ " : "☐ ") },
  text: { task_box: SILENT },
};

function markTasks({ tokens, Token }: StateCore): void {
  tokens.forEach((item, index) => {
    const inline = tokens[index + 2];
    const text = inline?.children?.[0];
    if (item.type !== "list_item_open" || tokens[index + 1]?.type !== "paragraph_open" || text?.type !== "text") return;
    const box = BOX.exec(text.content);
    if (!box) return;
    text.content = text.content.slice(box[0].length);
    item.attrJoin("class", "task");
    const token = new Token("task_box", "", 0);
    token.info = box[1] ?? "";
    inline?.children?.unshift(token);
  });
}

function isDone(token: Token | undefined): boolean {
  return token?.info.toLowerCase() === "x";
}
