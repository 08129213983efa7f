/** Graphviz as WebAssembly. Loading is asynchronous, layout is not. */
import type { Graph, Viz } from "@viz-js/viz";

let engine: Viz | undefined;

/** Loads Graphviz, in 20 to 60 ms. To be awaited before the first graph is drawn; sites without graphs never load it. */
export async function loadGraphviz(): Promise<void> {
  if (engine) return;
  const { instance } = await import("@viz-js/viz");
  engine = await instance();
}

export interface GraphvizFault {
  message: string;
  isError: boolean;
}

/** The graph as JSON, if it could be laid out, and Graphviz's messages. */
export interface GraphvizAnswer {
  output: string | undefined;
  faults: GraphvizFault[];
}

export function askGraphviz(graph: string | Graph, layout: string): GraphvizAnswer {
  if (!engine) throw new Error("Graphviz is not loaded yet");
  const { output, errors } = engine.render(graph, { format: "json", engine: layout, yInvert: true });
  const faults = errors.map(({ message, level }) => ({
    message: message.replace(/\s+/g, " ").trim(),
    isError: level !== "warning",
  }));
  return { output, faults: faults.filter(({ message }) => !OWN_MEASURES.test(message)) };
}

/** Graphviz warns that it estimates text widths by Times; they are measured here. */
const OWN_MEASURES = /no value for width of non-ASCII character/;

/** All but those that need positions, and `sfdp`, which needs a library that this build lacks. */
export function layoutsOfGraphviz(): string[] {
  return (engine?.engines ?? []).filter((name) => !name.startsWith("nop") && name !== "sfdp");
}
