/** How many nodes and arrows a text asks for, counted before Graphviz lays anything out: `{a b} -> {c d}` is four arrows. */
import type { DotToken } from "./dot-tokens.ts";

export interface DotSize {
  nodes: number;
  arrows: number;
}

/** In a text that can't be parsed, as much as can be counted. */
export function sizeOfDot(tokens: readonly DotToken[]): DotSize {
  const counter = new Counter(tokens);
  const nodes = counter.block();
  return { nodes: nodes.size, arrows: counter.arrows };
}

class Counter {
  arrows = 0;
  readonly #tokens: readonly DotToken[];
  readonly #subgraphs = new Map<string, Set<string>>();
  #at = 0;

  constructor(tokens: readonly DotToken[]) {
    this.#tokens = tokens;
  }

  /** The names of all nodes up to the brace that closes it. */
  block(): Set<string> {
    const nodes = new Set<string>();
    let left: Set<string> | undefined;
    while (this.#at < this.#tokens.length && !this.#takes("}")) {
      if (this.#takes("[")) this.#skipList();
      else if (this.#takes("->") || this.#takes("--")) {
        const right = this.#operand();
        this.arrows += (left?.size ?? 0) * (right?.size ?? 0);
        for (const name of right ?? []) nodes.add(name);
        left = right;
      } else {
        left = this.#operand();
        for (const name of left ?? []) nodes.add(name);
      }
    }
    return nodes;
  }

  /** The name of a node, or the names of all nodes of a subgraph; undefined for anything else. */
  #operand(): Set<string> | undefined {
    if (this.#takes("{")) return this.block();
    const token = this.#tokens[this.#at];
    this.#at++;
    if (!token || token.kind === "sign" || token.kind === "html") return undefined;
    if (token.kind === "word" && /^subgraph$/i.test(token.text)) return this.#subgraph();
    // A setting, and a port.
    if (this.#takes("=")) {
      this.#at++;
      return undefined;
    }
    while (this.#takes(":")) this.#at++;
    return new Set([token.text]);
  }

  #subgraph(): Set<string> {
    const name = this.#tokens[this.#at];
    const isNamed = name !== undefined && name.kind !== "sign";
    if (isNamed) this.#at++;
    const known = isNamed ? this.#subgraphs.get(name.text) : undefined;
    const nodes = this.#takes("{") ? this.block() : new Set<string>();
    for (const node of known ?? []) nodes.add(node);
    if (isNamed) this.#subgraphs.set(name.text, nodes);
    return nodes;
  }

  #skipList(): void {
    while (this.#at < this.#tokens.length && !this.#takes("]")) this.#at++;
  }

  #takes(sign: string): boolean {
    const token = this.#tokens[this.#at];
    const isThere = token?.kind === "sign" && token.text === sign;
    if (isThere) this.#at++;
    return isThere;
  }
}
