/** The process that builds the site in development, as the server sees it. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { MODULE_EXTENSION } from "../engine.ts";
import type { BuilderMessage, Outcome } from "./outcome.ts";

const FILE = fileURLToPath(new URL(`builder${MODULE_EXTENSION}`, import.meta.url));

export interface Builder {
  /** What came of a build; undefined where it was ended meanwhile. One at a time. */
  build(): Promise<Outcome | undefined>;
  readonly isRunning: boolean;
  end(): Promise<void>;
}

/** `args` are the builder's; `onLoaded` hears of each module that it loads, but for those of packages. */
export function startBuilder(args: readonly string[], onLoaded: (file: string) => void): Builder {
  const child = fork(FILE, args);
  let isEnded = false;
  let answer: (outcome: Outcome | undefined) => void = () => {};
  child.on("message", (message: BuilderMessage) => {
    if ("loaded" in message) onLoaded(message.loaded);
    else answer(message.outcome);
  });
  // Whatever ended it unasked has ended it for good, such as a call of process.exit in the site's settings.
  child.on("exit", (code, signal) => {
    const description = `The build ended unexpectedly, with ${signal ?? `exit code ${code}`}.`;
    answer(isEnded ? undefined : { kind: "fault", description });
  });
  return {
    build() {
      const outcome = new Promise<Outcome | undefined>((resolve) => {
        answer = resolve;
      });
      if (isGone(child)) answer(undefined);
      else child.send("build");
      return outcome;
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
