/** The raw HTML elements that are open: each must be closed in the paragraph, quotation, emphasis … that it was opened in. */
import type { Token } from "markdown-it";

interface OpenElement {
  name: string;
  /** Counted from 0 in the Markdown. */
  line: number | undefined;
}

type Note = (line: number | undefined, message: string, hint?: string) => void;

/** Elements whose end HTML lets authors leave out before these others: `<li>a<li>b`. It is asked for here. */
const ENDED_BY = new Map(
  Object.entries({
    ...{ li: ["li"], dt: ["dt", "dd"], dd: ["dt", "dd"], tr: ["tr"], td: ["td", "th", "tr"], th: ["td", "th", "tr"] },
    ...{ thead: ["tbody", "tfoot"], tbody: ["tbody", "tfoot"], rt: ["rt", "rp"], rp: ["rt", "rp"] },
    p: "p ul ol dl table pre blockquote div section details figure hr h2 h3 h4 h5 h6".split(" "),
  }),
);

export class OpenElements {
  readonly #note: Note;
  /** The elements that are open in each of the Markdown's own containers, from the outermost in. */
  #containers: OpenElement[][] = [[]];
  /** How many links of Markdown's are open. */
  #links = 0;

  constructor(note: Note) {
    this.#note = note;
  }

  /** Goes by a token of Markdown's, into what it opens or out of what it closes. */
  pass({ type, nesting }: Token, line: number | undefined): void {
    if (type === "link_open" || type === "footnote_ref") this.#refuseLinkInLink(line);
    if (type === "link_open" || type === "link_close") this.#links += nesting;
    if (nesting === 1) this.enter();
    if (nesting === -1) this.leave();
  }

  enter(): void {
    this.#containers.push([]);
  }

  /** What is open in a container that ends is never closed. */
  leave(): void {
    for (const element of this.#containers.pop() ?? []) this.#neverClosed(element, `write </${element.name}>`);
  }

  open(name: string, line: number | undefined): void {
    if (name === "a") this.#refuseLinkInLink(line);
    const here = this.#containers.at(-1);
    for (let last = here?.at(-1); last && ENDED_BY.get(last.name)?.includes(name); last = here?.at(-1)) {
      this.#neverClosed(last, `write </${last.name}> before <${name}>`);
      here?.pop();
    }
    here?.push({ name, line });
  }

  close(name: string, line: number | undefined): void {
    const here = this.#containers.at(-1) ?? [];
    const at = here.findLastIndex((element) => element.name === name);
    if (at === -1) {
      this.#note(line, `</${name}> closes nothing that is open`);
      return;
    }
    for (const inner of here.splice(at).slice(1).reverse()) {
      this.#neverClosed(inner, `write </${inner.name}> before </${name}>`);
    }
  }

  #neverClosed({ name, line }: OpenElement, hint: string): void {
    this.#note(line, `<${name}> is never closed`, hint);
  }

  #refuseLinkInLink(line: number | undefined): void {
    const isInLink = this.#links > 0 || this.#containers.flat().some(({ name }) => name === "a");
    if (isInLink) this.#note(line, "a link contains another one");
  }
}
