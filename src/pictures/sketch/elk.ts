/** Eclipse's layout engine, wrapped: a graph with sizes to one with places, at once. Loaded when it is first asked for. */
import { createRequire } from "node:module";
import type { ElkNode } from "elkjs/lib/elk-api.js";

/** What elkjs gives its own API to talk to. That API answers after a turn of the event loop; this does so at once. */
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

/** It takes half a second, which a site without new diagrams need not wait for. */
function load(): Engine {
  const { Worker }: { Worker: new () => Engine } = createRequire(import.meta.url)("elkjs/lib/elk-worker.min.js");
  const loaded = new Worker();
  loaded.onmessage = () => {};
  loaded.dispatcher.saveDispatch({ data: { id: 0, cmd: "register", algorithms: ["layered"] } });
  return loaded;
}
