/** Threads that run a module of the engine. */
import { extname } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";

const EXTENSION = extname(import.meta.url);
/** Sources need what loads TypeScript. Our own arguments may name it by a path from the folder in which we were started. */
const LOADER = EXTENSION === ".ts" ? ["--import", new URL("../commands/load-typescript.js", import.meta.url).href] : [];

/** `module` is without its extension, which is that of the sources or of the package. A thread keeps no process alive. */
export function startThread(module: URL, options?: Pick<WorkerOptions, "workerData">): Worker {
  const worker = new Worker(new URL(`${module.href}${EXTENSION}`), { ...options, execArgv: LOADER });
  worker.unref();
  return worker;
}
