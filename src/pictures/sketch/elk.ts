/** Wraps Eclipse's layout engine: from a graph with sizes to one with places, synchronously. Loaded when it is first needed. */
import { createRequire } from "node:module";
import type { ElkNode } from "elkjs/lib/elk-api.js";

/** The worker inside elkjs: its API answers asynchronously, while this answers at once. */
interface Engine {
  dispatcher: { saveDispatch(message: { data: Record<string, unknown> }): void };
  onmessage: (event: { data: { error?: { message?: string }; data?: ElkNode } }) => void;
}

let engine: Engine | undefined;

/** Throws where the engine can't lay the graph out. */
export function layOut(graph: ElkNode): ElkNode {
  const answer = ask({ cmd: "layout", graph });
  if (answer.error || !answer.data) throw new Error(`no layout: ${answer.error?.message ?? "no answer"}`);
  return answer.data;
}

function ask(question: Record<string, unknown>): { error?: { message?: string }; data?: ElkNode } {
  engine ??= load();
  let answer = {};
  engine.onmessage = ({ data }) => {
    answer = data;
  };
  engine.dispatcher.saveDispatch({ data: { id: 0, ...question } });
  return answer;
}

/** Loading takes half a second, which sites without new diagrams are spared. */
function load(): Engine {
  const { Worker }: { Worker: new () => Engine } = createRequire(import.meta.url)("elkjs/lib/elk-worker.min.js");
  const loaded = new Worker();
  loaded.onmessage = () => {};
  loaded.dispatcher.saveDispatch({ data: { id: 0, cmd: "register", algorithms: ["layered"] } });
  return loaded;
}
