/** Graphviz as WebAssembly, wrapped. It compiles by a promise, and lays out at once. */
import type { Graph, Viz } from "@viz-js/viz";

let engine: Viz | undefined;

/** To be awaited before the first graph is drawn: it takes 20 to 60 ms, which a site without one need not wait for. */
export async function loadGraphviz(): Promise<void> {
  if (engine) return;
  const { instance } = await import("@viz-js/viz");
  engine = await instance();
}

export interface GraphvizFault {
  message: string;
  isError: boolean;
}

/** JSON of the graph, if it could be laid out, and what Graphviz says of it. */
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

/** It guesses widths of letters by Times, and we measure them. */
const OWN_MEASURES = /no value for width of non-ASCII character/;

/** But for those that need places, and `sfdp`, which needs a library that is not in this build, and says so once only. */
export function layoutsOfGraphviz(): string[] {
  return (engine?.engines ?? []).filter((name) => !name.startsWith("nop") && name !== "sfdp");
}
