/**
 * A button on each code block that copies it: of a shell session the commands without prompts and output, of a change what it leads
 * to, and of a split sample all its code, without the results in between.
 */
import { codeOf } from "./code-of-block.ts";
import { markWords, word } from "./words.ts";

/** Whether the site's pages run their samples. */
declare const RUNS: boolean;

export function offerCopying(): void {
  if (RUNS) void import("./run.ts").then(({ offerRunning }) => offerRunning());
  if (!navigator.clipboard) return;
  // Those of a page in another language than the site's.
  const { copy, copied = word("copied") } = document.querySelector("main")?.dataset ?? {};
  const blocks = ".prose pre[tabindex]:has(> code):not(.cut > .outcome + pre)";
  for (const pre of document.querySelectorAll<HTMLPreElement>(blocks)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = copy ?? word("copy");
    if (!copy) markWords(button);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(codeOf(pre.closest(".cut") ?? pre));
      button.textContent = copied;
      setTimeout(() => {
        button.textContent = copy ?? word("copy");
      }, 1500);
    });
    const caption = pre.previousElementSibling;
    if (caption?.matches("figcaption")) caption.append(button);
    else pre.prepend(button);
  }
}
