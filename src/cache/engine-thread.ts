/** Threads that run a module of the engine. */
import * as nodeModule from "node:module";
import { dirname, extname } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { bundledModule } from "./engine-bundle.ts";

const EXTENSION = extname(import.meta.url);
/** Sources need what loads TypeScript. Our own arguments may name it by a path from the folder in which we were started. */
const LOADER = EXTENSION === ".ts" ? ["--import", new URL("../commands/load-typescript.js", import.meta.url).href] : [];

/** `module` is without its extension, which is that of the sources or of the package. A thread keeps no process alive. */
export function startThread(module: URL, options?: Pick<WorkerOptions, "workerData">): Worker {
  const file = `${module.href}${EXTENSION}`;
  const bundled = bundledModule(file);
  const node = bundled ? { execArgv: [], env: withCompileCache() } : { execArgv: LOADER };
  const worker = new Worker(new URL(bundled ?? file), { ...options, ...node });
  worker.unref();
  return worker;
}

/** A thread knows of what V8 keeps only by its environment. */
function withCompileCache(): NodeJS.ProcessEnv {
  const folder = nodeModule.getCompileCacheDir();
  return folder ? { ...process.env, NODE_COMPILE_CACHE: dirname(folder) } : process.env;
}
