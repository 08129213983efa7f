/** Which raw HTML elements are open: each must be closed in the paragraph, quotation, emphasis … that it was opened in. */
import type { Token } from "markdown-it";

interface OpenElement {
  name: string;
  /** Counted from 0 in the Markdown. */
  line: number | undefined;
}

type Note = (line: number | undefined, message: string) => void;

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
    for (const { name, line } of this.#containers.pop() ?? []) this.#note(line, `<${name}> is never closed`);
  }

  open(name: string, line: number | undefined): void {
    if (name === "a") this.#refuseLinkInLink(line);
    this.#containers.at(-1)?.push({ name, line });
  }

  close(name: string, line: number | undefined): void {
    const here = this.#containers.at(-1);
    if (here?.at(-1)?.name === name) here.pop();
    else this.#note(line, `</${name}> closes nothing that is open`);
  }

  #refuseLinkInLink(line: number | undefined): void {
    const isInLink = this.#links > 0 || this.#containers.flat().some(({ name }) => name === "a");
    if (isInLink) this.#note(line, "a link stands in a link");
  }
}
