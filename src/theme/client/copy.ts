/**
 * A button on each code block that copies it: of a shell session the commands without prompts and output, of a change what it leads
 * to, and of a split sample all its code, without the results in between.
 */
import { essayWord, markEssayWords } from "./words.ts";

export function offerCopying(): void {
  if (!navigator.clipboard) return;
  const blocks = ".prose pre[tabindex]:has(> code):not(.cut > .outcome + pre)";
  for (const pre of document.querySelectorAll<HTMLPreElement>(blocks)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = essayWord("copy");
    markEssayWords(button);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(codeOf(pre.closest(".cut") ?? pre));
      button.textContent = essayWord("copied");
      setTimeout(() => {
        button.textContent = essayWord("copy");
      }, 1500);
    });
    placeFor(pre).prepend(button);
  }
}

/** The caption of a block, or a frame around it, above which there is room: within it, the button would cover code. */
function placeFor(pre: HTMLElement): Element {
  const { previousElementSibling: before, parentElement: parent } = pre;
  if (before?.matches("figcaption")) return before;
  if (parent?.matches(".listing")) return parent;
  const frame = document.createElement("div");
  frame.className = "listing";
  pre.replaceWith(frame);
  frame.append(pre);
  return frame;
}

function codeOf(block: HTMLElement): string {
  const copy = document.createElement("div");
  for (const code of block.querySelectorAll("pre > code")) copy.append(code.cloneNode(true));
  const whole = copy.textContent.trimEnd();
  // A line of output goes with its line end.
  for (const line of copy.querySelectorAll(".line:has(> .o)")) {
    for (const output of line.querySelectorAll(".o")) output.remove();
    if (line.textContent.trim() === "") line.remove();
  }
  for (const left of copy.querySelectorAll(".q, .o, .line.del")) left.remove();
  return copy.textContent.trimEnd() || whole;
}
