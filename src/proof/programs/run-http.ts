/** Runs the servers that samples start, and the requests of later samples. */
import type { ChildProcess } from "node:child_process";
import { buffer, text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Place } from "../../content/problems/problem.ts";
import { type Result, success } from "../../content/problems/result.ts";
import { requestBytes } from "../../content/samples/request.ts";
import type { Sample } from "../../content/samples/sample.ts";
import type { Outcome } from "../../content/samples/transcript.ts";
import { LIMITS } from "../limits.ts";
import { notProven } from "../not-proven.ts";
import { PAGE_PORT, type Workplace } from "../workplace.ts";
import { endGroup } from "./end-group.ts";
import { readResponse } from "./http-response.ts";
import { inOnePipe, outcomeOf, type ReadyProgram, readyProgram } from "./run-program.ts";

const ASK = fileURLToPath(new URL("ask-server.js", import.meta.url));
const BETWEEN_TRIES = 20;

/** A program that keeps running until its page is done or another server replaces it. */
export class RunningServer {
  readonly #process: ChildProcess;
  readonly #environment: Record<string, string>;
  #said = "";
  #isGone = false;
  exit: number | undefined;

  constructor({ command, environment }: ReadyProgram, workplace: Workplace) {
    this.#environment = environment;
    this.#process = workplace.spawn(inOnePipe(command), environment, ["ignore", "pipe", "pipe"]);
    const add = (chunk: Buffer) => {
      if (this.#said.length < LIMITS.output) this.#said += chunk.toString();
    };
    this.#process.stdout?.on("data", add);
    this.#process.stderr?.on("data", add);
    this.#process.on("error", (error) => {
      this.#said += error.message;
      this.#isGone = true;
    });
    this.#process.on("exit", () => endGroup(this.#process));
    this.#process.on("close", (code) => {
      this.exit = code ?? 1;
      this.#isGone = true;
    });
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** So far. */
  get said(): string {
    return this.#said;
  }

  /** The bytes of its response, up to a limit; undefined if nothing listens. */
  async ask(request: Buffer, workplace: Workplace): Promise<Buffer | undefined> {
    const command = [workplace.node.path, ASK, String(workplace.port)];
    const child = workplace.spawn(command, this.#environment, ["pipe", "pipe", "pipe"]);
    const { stdin, stdout, stderr } = child;
    if (!stdin || !stdout || !stderr) return undefined;
    const timer = setTimeout(() => endGroup(child), LIMITS.milliseconds);
    // The process may end before it has read everything.
    stdin.on("error", () => {});
    stdin.end(request);
    const [answer, complaint] = await Promise.all([buffer(stdout), text(stderr)]);
    clearTimeout(timer);
    return complaint ? undefined : answer;
  }

  end(): void {
    endGroup(this.#process);
  }
}

/** Starts a server in place of an earlier one and waits until it listens. Its output is not shown. */
export async function runServer(
  sample: Sample,
  workplace: Workplace,
  database: Record<string, string>,
  place: Place,
): Promise<Result<Outcome>> {
  workplace.server?.end();
  workplace.server = undefined;
  const ready = await readyProgram(sample, workplace, database, place);
  if (!ready.ok) return ready;
  if ("failed" in ready.value) return success(outcomeOf(ready.value.failed, workplace));
  const server = new RunningServer(ready.value, workplace);
  const end = performance.now() + LIMITS.milliseconds;
  while ((await server.ask(Buffer.alloc(0), workplace)) === undefined) {
    if (server.isGone && server.exit) return success(outcomeOf({ output: server.said, exit: server.exit }, workplace));
    if (server.isGone) return notProven(place, "ended before it listened", "let it listen on the port in PORT");
    if (performance.now() > end) {
      server.end();
      return notProven(place, `does not listen on the port in PORT after ${LIMITS.milliseconds / 1000} s`);
    }
    await pause(BETWEEN_TRIES);
  }
  workplace.server = server;
  return success({ output: "" });
}

export async function runRequest({ code }: Sample, workplace: Workplace, place: Place): Promise<Result<Outcome>> {
  const { server } = workplace;
  if (!server) return notProven(place, "asks a server, and none was started above it", "write ```ts proof serves");
  const answer = await server.ask(requestBytes(code, `localhost:${PAGE_PORT}`), workplace);
  if (!answer || answer.length === 0) {
    const end = server.isGone ? `, which has ended with ${server.exit}: ${workplace.plain(server.said).trim()}` : "";
    return notProven(place, `got no answer from the server${end}`);
  }
  const response = readResponse(answer);
  if (!response) return notProven(place, "got an answer that is not HTTP/1.1");
  if (response.body.length > LIMITS.output) return notProven(place, `gives more than ${LIMITS.output} characters`);
  return success({ response: { ...response, body: workplace.plain(response.body) } });
}
