/**
 * A button on each code block that copies it: of a shell session the commands without prompts and output, of a change what it leads
 * to, and of a listing in parts all its code, without what stands in between.
 */
import { codeOf } from "./code-of-block.ts";
import { make } from "./element.ts";
import { essayWord, markEssayWords } from "./words.ts";

export function offerCopying(): void {
  if (!navigator.clipboard) return;
  for (const pre of document.querySelectorAll<HTMLPreElement>(".prose pre[tabindex]:has(> code)")) {
    const whole = pre.closest<HTMLElement>(".cut");
    // Of its parts, the first that is not folded has the button.
    if (whole && pre !== (whole.querySelector(":scope > pre") ?? whole.querySelector("pre"))) continue;
    const button = make("button", { type: "button", className: "copy" }, essayWord("copy"));
    markEssayWords(button);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(codeOf(whole ?? pre));
      button.textContent = essayWord("copied");
      setTimeout(() => {
        button.textContent = essayWord("copy");
      }, 1500);
    });
    placeFor(pre).prepend(button);
  }
}

/** The caption of a listing, or a frame around a block, above which there is room: within it, the button would cover code. */
function placeFor(pre: HTMLElement): Element {
  const listing = pre.closest(".listing");
  if (listing) return listing.querySelector(":scope > figcaption") ?? listing;
  const frame = make("div", { className: "listing" });
  pre.replaceWith(frame);
  frame.append(pre);
  return frame;
}
