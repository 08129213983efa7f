/** psql, which a role's samples on a page share: what they write is typed into one, and what it prints is what came out. */
import type { ChildProcess } from "node:child_process";
import type { Place } from "../../content/problems/problem.ts";
import { type Result, success } from "../../content/problems/result.ts";
import { LIMITS } from "../limits.ts";
import { notProven } from "../not-proven.ts";
import { endGroup } from "../programs/end-group.ts";
import { inOnePipe } from "../programs/run-program.ts";
import { findTool } from "../programs/tools.ts";
import type { Workplace } from "../workplace.ts";
import { psqlFault } from "./psql-commands.ts";

/** With the SQLSTATEs by which errors are announced; pages show errors as psql does by default. */
const ARGUMENTS = ["--no-psqlrc", "--no-password", "--set=VERBOSITY=verbose", "--pset=pager=off", "--file=-"];
const VERBOSE =
  /^(?:psql:<stdin>:\d+: )?(ERROR|FATAL|PANIC|WARNING|NOTICE|INFO|LOG|DEBUG): {2}(?:([0-9A-Z]{5}): )?(.*)$/;
/** About its own commands it complains without an SQLSTATE; announced as `PSQL`. */
const OWN = /^(?:psql:<stdin>:\d+: )?error: (.*)$/;
const LOCATION = /^LOCATION: {2}.*\n?/gm;
const MARK = "-- end of the sample --";

export interface PsqlRun {
  output: string;
  errors: { code: string; message: string }[];
}

export class PsqlSession {
  readonly #process: ChildProcess;
  #printed = "";
  #hasEnded = false;
  #onPrinted: () => void = () => {};

  constructor(workplace: Workplace, database: Record<string, string>) {
    const tool = findTool("psql");
    if (!tool) throw new Error("it needs psql, and this machine has none");
    const command = inOnePipe([tool.path, ...ARGUMENTS]);
    this.#process = workplace.spawn(command, workplace.environment(database), ["pipe", "pipe", "ignore"]);
    this.#process.stdin?.on("error", () => {});
    this.#process.stdout?.setEncoding("utf8").on("data", (text: string) => {
      this.#printed += text;
      this.#onPrinted();
    });
    this.#process.on("exit", () => {
      this.#hasEnded = true;
      this.#onPrinted();
    });
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  async run(code: string, place: Place): Promise<Result<PsqlRun>> {
    const fault = psqlFault(code);
    if (fault) return notProven({ ...place, line: (place.line ?? 1) + fault.line }, fault.message, fault.hint);
    this.#printed = "";
    this.#process.stdin?.write(`${code.trimEnd()}\n\\echo '${MARK}'\n`);
    const ended = await this.#untilMarked();
    if (ended) {
      this.end();
      return notProven(place, ended);
    }
    return success(readPrinted(this.#printed.slice(0, -MARK.length - 1)));
  }

  end(): void {
    this.#hasEnded = true;
    endGroup(this.#process);
  }

  /** Why it was stopped; undefined where it got to the end. */
  #untilMarked(): Promise<string | undefined> {
    const { milliseconds } = LIMITS;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(`ran for ${milliseconds / 1000} s and was stopped`), milliseconds);
      const settle = (why?: string) => {
        clearTimeout(timer);
        this.#onPrinted = () => {};
        resolve(why);
      };
      this.#onPrinted = () => {
        if (this.#printed.endsWith(`${MARK}\n`)) settle();
        else if (this.#printed.length > LIMITS.output) settle(`prints more than ${LIMITS.output} characters`);
        else if (this.#hasEnded) settle(`could not run: ${this.#printed.trim()}`);
      };
      this.#onPrinted();
    });
  }
}

function readPrinted(printed: string): PsqlRun {
  const errors: PsqlRun["errors"] = [];
  const lines = printed
    .replace(LOCATION, "")
    .split("\n")
    .map((line) => {
      const [, severity = "", code = "", message = ""] = VERBOSE.exec(line) ?? [];
      const own = OWN.exec(line)?.[1];
      if (own !== undefined) errors.push({ code: "PSQL", message: own });
      if (!severity) return own ?? line;
      if (/ERROR|FATAL|PANIC/.test(severity)) errors.push({ code, message });
      return `${severity}:  ${message}`;
    });
  return { output: lines.join("\n").trimEnd(), errors };
}
