/** A process that builds or checks the site after each change, as the one that has started it sees it. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { MODULE_EXTENSION } from "../engine.ts";
import type { BuilderMessage, BuilderRequest } from "./outcome.ts";
import type { WorkshopPage } from "./workshop-page.ts";

export interface Builder<Done> {
  /**
   * What came of a build after `changed` have changed; undefined where it was ended meanwhile. One at a time. `onFirst` is called
   * when their pages are there, before all that follows from them.
   */
  build(changed: readonly string[], onFirst: () => void): Promise<Done | undefined>;
  /** The workshop's page about a page of the last site that was built; undefined where there is none, or the process has ended. */
  workshop(path: string): Promise<WorkshopPage | undefined>;
  readonly isRunning: boolean;
  end(): Promise<void>;
}

/** So the program itself is loaded from the bundle, which is that of the engine as it is then. */
const LOADER = new URL("../load-typescript.js", import.meta.url).href;

/**
 * `program` is a module of this folder's parent, `args` are its own; `onLoaded` hears of each module that it loads, but for those of
 * packages. Where it ends unasked, that is the outcome which `faultOf` makes.
 */
export function startBuilder<Done>(
  program: "dev/builder" | "watch/checker",
  args: readonly string[],
  onLoaded: (file: string) => void,
  faultOf: (description: string) => Done,
): Builder<Done> {
  const module = fileURLToPath(new URL(`../${program}${MODULE_EXTENSION}`, import.meta.url));
  const child = fork(module, args, { execArgv: ["--import", LOADER] });
  let isEnded = false;
  let answer: (outcome: Done | undefined) => void = () => {};
  let first = () => {};
  /** Those who wait for a page of the workshop, by their numbers. */
  const asking = new Map<number, (page: WorkshopPage | undefined) => void>();
  let questions = 0;
  const send = (request: BuilderRequest) => child.send(request);
  child.on("message", (message: BuilderMessage<Done>) => {
    if (message === "first") first();
    else if ("loaded" in message) onLoaded(message.loaded);
    else if ("outcome" in message) answer(message.outcome);
    else {
      asking.get(message.asked)?.(message.page);
      asking.delete(message.asked);
    }
  });
  // Whatever ended it unasked has ended it for good, such as a call of process.exit in the site's settings.
  child.on("exit", (code, signal) => {
    const description = `The build ended unexpectedly, with ${signal ?? `exit code ${code}`}.`;
    answer(isEnded ? undefined : faultOf(description));
    for (const resolve of asking.values()) resolve(undefined);
  });
  return {
    build(changed, onFirst) {
      first = onFirst;
      const outcome = new Promise<Done | undefined>((resolve) => {
        answer = resolve;
      });
      if (isGone(child)) answer(undefined);
      else send({ changed });
      return outcome;
    },
    async workshop(path) {
      if (isGone(child)) return undefined;
      const asked = questions++;
      return new Promise((resolve) => {
        asking.set(asked, resolve);
        send({ asked, path });
      });
    },
    get isRunning() {
      return !isEnded && !isGone(child);
    },
    async end() {
      isEnded = true;
      if (isGone(child)) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
