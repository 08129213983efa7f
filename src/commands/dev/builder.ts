/**
 * Builds a site whenever it is asked to, as a process of its own, which `start-builder.ts` starts: what a process has loaded,
 * such as settings, components and whatever they import, it never loads again. Its arguments are the folder to write, the
 * address at which that is served, and those of `npm start`.
 */
import { fileURLToPath } from "node:url";
import { onModuleLoad } from "../load-typescript.js";
import { keepMemorySmall } from "../memory.ts";
import type { Preview } from "./build-for-preview.ts";
import type { BuilderMessage, BuilderRequest, Outcome } from "./outcome.ts";
import { outcomeOfFault } from "./outcome-of-fault.ts";

const [outDir = "", url = "", ...args] = process.argv.slice(2);

keepMemorySmall();
onModuleLoad((url) => {
  if (isOwnModule(url)) send({ loaded: fileURLToPath(withoutQuery(url)) });
});

// Ctrl-C reaches the server, too, which then ends this process.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit());
process.on("message", (request: BuilderRequest) => {
  if ("changed" in request) build(request.changed).then(answer);
  else tell(request.asked, request.path);
});
process.on("uncaughtException", (error) => answer(outcomeOfFault(error)));

let ready: Promise<Preview> | undefined;

/** It is loaded here, so that a module that can't be loaded is told like any other fault. */
async function build(changed: readonly string[]): Promise<Outcome> {
  try {
    ready ??= import("./build-for-preview.ts").then(({ previewBuild }) => previewBuild(outDir, url, args));
    const preview = await ready;
    if (await preview.first(changed)) send("first");
    return await preview.build();
  } catch (error) {
    return outcomeOfFault(error);
  }
}

function answer(outcome: Outcome): void {
  send({ outcome });
}

/** Nothing where there is no site yet, or it can't be told. */
async function tell(asked: number, path: string): Promise<void> {
  const page = await ready?.then((preview) => preview.workshop(path)).catch((error) => void console.error(error));
  send({ asked, page: page ?? undefined });
}

function send(message: BuilderMessage): void {
  process.send?.(message);
}

function isOwnModule(url: string): boolean {
  return url.startsWith("file:") && !url.includes("/node_modules/");
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*/, "");
}
