/** Marks the words of the search on the page that was opened from it, until the reader dismisses them. */
import { escapeRegExp } from "../../content/text/escape-reg-exp.ts";
import { make } from "./element.ts";
import { dropFoundWords } from "./search-found.ts";
import { loadWords, markWords as markLanguage, word } from "./words.ts";

const NAME = "found";

/** Uses the CSS Custom Highlight API: the page's own elements stay as they are. */
export async function markWords(words: string[]): Promise<void> {
  const main = document.querySelector("main");
  if (!main || !("highlights" in CSS)) return;
  const ranges = rangesOf(main, words);
  if (ranges.length === 0) return;
  await loadWords();
  CSS.highlights.set(NAME, new Highlight(...ranges));
  const bar = make(
    "aside",
    { className: "search-marks", ariaLabel: word("marks") },
    `${word("marked", { number: ranges.length })} `,
    dismissal(),
  );
  markLanguage(bar);
  document.body.append(bar);

  function dismissal(): HTMLButtonElement {
    document.addEventListener("keydown", onEscape);
    return make("button", { type: "button", textContent: word("removeMarks"), onclick: dismiss });
  }

  function onEscape({ key }: KeyboardEvent): void {
    if (key === "Escape" && !document.querySelector("dialog[open]")) dismiss();
  }

  function dismiss(): void {
    CSS.highlights.delete(NAME);
    document.removeEventListener("keydown", onEscape);
    bar.remove();
    dropFoundWords();
  }
}

function rangesOf(root: Element, words: string[]): Range[] {
  const pattern = patternOf(words);
  if (!pattern) return [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  while (walker.nextNode()) {
    // SHOW_TEXT lets nothing else through.
    const node = walker.currentNode as Text;
    for (const match of node.data.matchAll(pattern)) {
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
    }
  }
  return ranges;
}

/** Whole words, in any case; the page may set other quotation marks around them than the index has. */
function patternOf(words: string[]): RegExp | undefined {
  const bare = words.map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")).filter(Boolean);
  const sources = bare.map(escapeRegExp);
  return sources.length > 0
    ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join("|")})(?![\\p{L}\\p{N}])`, "giu")
    : undefined;
}
