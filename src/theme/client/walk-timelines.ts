/**
 * Lets readers step through a timeline with buttons, the arrow keys, Home, End and Escape, or swipes. Later steps are pale, and each
 * step takes the focus, so a screen reader reads it out.
 */
import { make } from "./element.ts";
import { essayWord, markEssayWords } from "./words.ts";

/** The shortest swipe, in pixels. */
const SWIPE = 40;

/** Adds controls to all timelines of the page. */
export function offerWalks(): void {
  for (const figure of document.querySelectorAll<HTMLElement>(".timeline")) new Walk(figure);
}

class Walk {
  readonly #figure: HTMLElement;
  readonly #steps: HTMLElement[];
  readonly #toggle: HTMLButtonElement;
  readonly #moves = make("span", { hidden: true });
  readonly #place = make("span");
  /** The current step's index; -1 when not stepping. */
  #at = -1;

  constructor(figure: HTMLElement) {
    this.#figure = figure;
    this.#steps = [...figure.querySelectorAll<HTMLElement>("ol > li")];
    this.#toggle = this.#button(essayWord("stepThrough"), () => (this.#at < 0 ? this.#go(0) : this.#end()));
    this.#toggle.ariaPressed = "false";
    this.#toggle.style.paddingInlineEnd = "0";
    this.#moves.append(
      this.#button("‹", () => this.#go(this.#at - 1), essayWord("previousStep")),
      this.#place,
      this.#button("›", () => this.#go(this.#at + 1), essayWord("nextStep")),
    );
    const controls = make("span", { className: "copy" }, this.#moves, this.#toggle);
    markEssayWords(controls);
    // Above the figure: in its caption, the controls could push a word to another line.
    figure.append(controls);
    figure.addEventListener("keydown", (event) => this.#onKey(event));
    this.#listenToSwipes();
  }

  #button(text: string, onClick: () => void, label = text): HTMLButtonElement {
    const button = make("button", { type: "button", ariaLabel: label }, text);
    button.style.padding = "0.15rem 0.5rem";
    button.addEventListener("click", onClick);
    return button;
  }

  /** Goes to a step; an index out of range goes to the first or the last. */
  #go(to: number): void {
    this.#at = Math.max(0, Math.min(to, this.#steps.length - 1));
    this.#show();
    const step = this.#steps[this.#at];
    if (!step) return;
    step.tabIndex = -1;
    step.focus();
  }

  #end(): void {
    this.#at = -1;
    this.#show();
    this.#toggle.focus();
  }

  #show(): void {
    for (const [index, step] of this.#steps.entries()) {
      const isCurrent = index === this.#at;
      step.style.opacity = this.#at < 0 || index <= this.#at ? "" : "0.2";
      step.style.background = isCurrent ? "var(--wash)" : "";
      step.ariaCurrent = isCurrent ? "step" : null;
    }
    this.#place.textContent = [this.#at + 1, this.#steps.length].join(" / ");
    this.#moves.hidden = this.#at < 0;
    this.#toggle.ariaPressed = String(this.#at >= 0);
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") this.#end();
    else {
      const to = this.#target(event.key);
      if (to === undefined) return;
      this.#go(to);
    }
    event.preventDefault();
  }

  #target(key: string): number | undefined {
    const ahead = getComputedStyle(this.#figure).direction === "rtl" ? -1 : 1;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: ahead, ArrowLeft: -ahead };
    if (key === "Home") return 0;
    if (key === "End") return this.#steps.length - 1;
    const move = moves[key];
    return move && this.#at + move;
  }

  #listenToSwipes(): void {
    let [x, y] = [0, 0];
    const figure = this.#figure;
    figure.addEventListener(
      "touchstart",
      ({ touches: [touch] }) => {
        if (touch) [x, y] = [touch.clientX, touch.clientY];
      },
      { passive: true },
    );
    figure.addEventListener("touchend", ({ changedTouches: [touch] }) => {
      if (!touch || this.#at < 0) return;
      const [across, down] = [touch.clientX - x, touch.clientY - y];
      if (Math.abs(across) < SWIPE || Math.abs(across) < 2 * Math.abs(down)) return;
      const to = this.#target(across < 0 ? "ArrowRight" : "ArrowLeft");
      if (to !== undefined) this.#go(to);
    });
  }
}
