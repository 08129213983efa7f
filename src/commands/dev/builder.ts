/**
 * Builds a site whenever it is asked to, as a process of its own, which `start-builder.ts` starts: what a process has loaded,
 * such as settings, components and whatever they import, it never loads again. Its arguments are the folder to write, the
 * address at which that is served, and those of `npm start`.
 */
import { fileURLToPath } from "node:url";
import { onModuleLoad } from "../load-typescript.js";
import { keepMemorySmall } from "../memory.ts";
import type { Outcome } from "./outcome.ts";
import { outcomeOfFault } from "./outcome-of-fault.ts";

const [outDir = "", url = "", ...args] = process.argv.slice(2);

keepMemorySmall();
onModuleLoad((url) => {
  if (isOwnModule(url)) process.send?.({ loaded: fileURLToPath(withoutQuery(url)) });
});

// Ctrl-C reaches the server, too, which then ends this process.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit());
process.on("message", () => build().then(answer));
process.on("uncaughtException", (error) => answer(outcomeOfFault(error)));

type Run = () => Promise<Outcome>;
let ready: Promise<Run> | undefined;

/** It is loaded here, so that a module that can't be loaded is told like any other fault. */
async function build(): Promise<Outcome> {
  try {
    ready ??= import("./build-for-preview.ts").then(({ previewBuild }) => previewBuild(outDir, url, args));
    const run = await ready;
    return await run();
  } catch (error) {
    return outcomeOfFault(error);
  }
}

function answer(outcome: Outcome): void {
  process.send?.({ outcome });
}

function isOwnModule(url: string): boolean {
  return url.startsWith("file:") && !url.includes("/node_modules/");
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*/, "");
}
