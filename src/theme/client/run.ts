/**
 * Adds a button to each sample of `run.json`. A click loads PostgreSQL into a worker, runs the page's samples up to that one, and
 * shows the result below it, with whether it is the page's.
 */
import { codeKey } from "../../content/samples/code-key.ts";
import { codeOf } from "./code-of-block.ts";
import { make } from "./element.ts";
import type { RunAnswer, RunRequest } from "./run-worker.ts";
import { localeOfPage, markWords, word } from "./words.ts";

declare const RUN_WORKER: string;
/** How much the first click loads, in bytes. */
declare const RUN_BYTES: number;

let worker: Worker | undefined;
let isLoaded = false;

/** Does nothing on a page without samples, or where `run.json` can't be had. */
export async function offerRunning(): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>('a[href="samples.json"],.colophon a[href$="/samples.json"]');
  if (!link) return;
  const answer = await fetch(new URL("run.json", link.href));
  if (!answer.ok) return;
  // Written by the build: the index of each sample, and the key of its code.
  const offered: [index: number, key: string][] = await answer.json();
  const places = new Map(offered.map(([index, key]) => [key, index]));
  const blocks = ".prose :is(.listing, pre:not(.listing pre, .outcome pre, .timeline pre)):has(code)";
  for (const block of document.querySelectorAll<HTMLElement>(blocks)) {
    const shell = make("div");
    shell.append(block.cloneNode(true));
    for (const button of shell.querySelectorAll("button")) button.remove();
    const index = places.get(codeKey(codeOf(shell)));
    if (index !== undefined) offer(block, index, link.href);
  }
}

function offer(block: HTMLElement, index: number, samples: string): void {
  const button = make("button", { type: "button", className: "copy run" }, labelNow());
  markWords(button);
  let shown: HTMLElement | undefined;
  button.addEventListener("click", async () => {
    if (button.ariaDisabled) return;
    button.ariaDisabled = "true";
    if (!shown) {
      shown = make("div", { className: "outcome ran", role: "status" });
      const next = block.nextElementSibling;
      (next?.matches(".outcome") ? next : block).after(shown);
    }
    markWords(shown);
    shown.replaceChildren(make("p", {}, word("running")));
    const answer = await run({ samples, index });
    shown.replaceChildren(...answerOf(answer));
    button.ariaDisabled = null;
    isLoaded ||= !("error" in answer);
    for (const one of document.querySelectorAll(".run")) one.textContent = labelNow();
  });
  const copy = block.querySelector<HTMLElement>(".copy");
  if (copy) {
    copy.after(button);
    // In a caption both buttons float; in a block both would be in the same corner.
    if (copy.parentElement === block) button.style.marginInlineEnd = `${copy.offsetWidth}px`;
  } else (block.matches("pre") ? block : block.querySelector("pre"))?.prepend(button);
}

/** The label names the size of the download until PostgreSQL is loaded. */
function labelNow(): string {
  if (isLoaded) return word("runIt");
  const unit = { style: "unit", unit: "megabyte", maximumFractionDigits: 0 } as const;
  return `${word("runIt")} · ${new Intl.NumberFormat(localeOfPage(), unit).format(RUN_BYTES / 1_000_000)}`;
}

function answerOf(answer: RunAnswer): Node[] {
  if ("error" in answer) return [make("p", {}, make("b", {}, word("ranFailed")), ` ${answer.error}`)];
  const { text, isSame, engine } = answer;
  const verdict = make("p", {}, make("b", {}, word(isSame ? "ranSame" : "ranOther", { engine })));
  return text ? [verdict, make("pre", { tabIndex: 0 }, text)] : [verdict];
}

/** Requests are run one after another. */
let last: Promise<unknown> = Promise.resolve();

function run(request: RunRequest): Promise<RunAnswer> {
  const next = last.then(() => {
    worker ??= new Worker(new URL(RUN_WORKER, import.meta.url), { type: "module" });
    const running = worker;
    return new Promise<RunAnswer>((resolve) => {
      running.onmessage = ({ data }) => resolve(data);
      running.onerror = ({ message }) => {
        worker = undefined;
        resolve({ error: message ?? "" });
        running.terminate();
      };
      running.postMessage(request);
    });
  });
  last = next;
  return next;
}
