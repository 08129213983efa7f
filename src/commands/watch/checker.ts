/**
 * Checks a site whenever it is asked to, as a process of its own, which keeps what it has read. Its arguments are those of
 * `wellformed check`.
 */
import { fileURLToPath } from "node:url";
import type { BuilderMessage, BuilderRequest } from "../dev/outcome.ts";
import { outcomeOfFault } from "../dev/outcome-of-fault.ts";
import { onModuleLoad } from "../load-typescript.js";
import { keepMemorySmall } from "../memory.ts";
import type { SiteChecker } from "./check-site.ts";
import { type Checked, checkedFault } from "./checked.ts";

keepMemorySmall();
onModuleLoad((url) => {
  if (url.startsWith("file:") && !url.includes("/node_modules/"))
    send({ loaded: fileURLToPath(url.replace(/[?#].*/, "")) });
});

// Ctrl-C reaches the process that watches, too, which then ends this one.
process.on("SIGINT", () => {});
process.on("disconnect", () => process.exit());
process.on("uncaughtException", (error) => send({ outcome: faultOf(error) }));
process.on("message", async (request: BuilderRequest) => {
  if ("changed" in request) send({ outcome: await check() });
});

let ready: Promise<SiteChecker> | undefined;

/** It is loaded here, so that a module that can't be loaded is told like any other fault. */
async function check(): Promise<Checked> {
  try {
    ready ??= import("./check-site.ts").then(({ siteChecker }) => siteChecker(process.argv.slice(2)));
    return await (await ready)();
  } catch (error) {
    return faultOf(error);
  }
}

function faultOf(error: unknown): Checked {
  const outcome = outcomeOfFault(error);
  return checkedFault(outcome.kind === "fault" ? outcome.description : outcome.problems);
}

function send(message: BuilderMessage<Checked>): void {
  process.send?.(message);
}
