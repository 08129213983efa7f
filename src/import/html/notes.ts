/** Notes for the report what an HTML text loses on its way to Markdown. */
import type { Nodes } from "hast";
import type { Left, SourcePlace } from "../source-site.ts";

const MOST = 240;

export class HtmlNotes {
  readonly all: Left[] = [];
  readonly #place: SourcePlace;
  /** Attributes and elements that go without a loss: the first of each kind, and how many there are. */
  readonly #counted = new Map<string, { first: Left; count: number }>();

  /** `place` is where the HTML begins. */
  constructor(place: SourcePlace) {
    this.#place = place;
  }

  left(construct: string, at: Nodes | undefined, was: string, now: string): void {
    this.all.push(this.#note(construct, "left", at, was, now));
  }

  noted(construct: string, at: Nodes | undefined, was: string, now: string): void {
    this.all.push(this.#note(construct, "noted", at, was, now));
  }

  /** Of what is common and harmless: one note for all of a kind. */
  counted(construct: string, at: Nodes | undefined, was: string, now: string): void {
    const known = this.#counted.get(construct);
    if (known) known.count++;
    else this.#counted.set(construct, { first: this.#note(construct, "noted", at, was, now), count: 1 });
  }

  finish(): Left[] {
    const counted = [...this.#counted.values()].map(({ first, count }) => ({
      ...first,
      was: count > 1 ? `${first.was}, and ${count - 1} more` : first.was,
    }));
    return [...this.all, ...counted].sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  }

  #note(construct: string, outcome: Left["outcome"], at: Nodes | undefined, was: string, now: string): Left {
    const { file, line } = this.#place;
    const below = (at?.position?.start.line ?? 1) - 1;
    return { file, ...(line !== undefined && { line: line + below }), construct, outcome, was: cut(was), now };
  }
}

function cut(written: string): string {
  const line = written.replace(/\s+/g, " ").trim();
  return line.length > MOST ? `${line.slice(0, MOST - 1)}…` : line;
}
