/** Prints for `npm start`: the site's address, each build with its cause, and each problem once. */
import { relative } from "node:path";
import { printable } from "../../content/problems/code-frame.ts";
import { count } from "../report/numbers.ts";
import type { Outcome } from "./outcome.ts";

export class Announcer {
  readonly #siteDir: string;
  readonly #urls: readonly string[];
  /** What is wrong, as it was printed last; empty where nothing is. */
  #wrong = "";
  #hasSaidWhere = false;

  constructor(siteDir: string, urls: readonly string[]) {
    this.#siteDir = siteDir;
    this.#urls = urls;
  }

  /** `changed` are the files for which it was built; none is for the first time. */
  announce(outcome: Outcome, changed: readonly string[]): void {
    if (outcome.kind === "built") console.log(this.#built(outcome.seconds, changed));
    const wrong = outcome.kind === "fault" ? outcome.description : outcome.problems;
    if (wrong && wrong !== this.#wrong) console.error(wrong);
    if (!wrong && this.#wrong) console.log("Nothing is wrong any more.");
    this.#wrong = wrong;
    if (this.#hasSaidWhere) return;
    this.#hasSaidWhere = true;
    console.log(`${this.#urls.join(" and ")} (Ctrl-C ends it)`);
    console.log("On a page, the key e opens its file in the editor, and w tells about it.");
  }

  #built(seconds: number, changed: readonly string[]): string {
    const [first] = changed;
    const what =
      first && changed.length === 1 ? printable(relative(this.#siteDir, first)) : count(changed.length, "file");
    return `${first ? `${what} changed: built again` : "Built"} in ${seconds.toFixed(1)} s`;
  }
}
