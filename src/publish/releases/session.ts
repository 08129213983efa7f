/**
 * A POSIX shell that runs scripts in the folder of releases, here or over SSH: one for a whole publish. However this process
 * ends, the shell's input ends too, and with it the shell and its lock.
 */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import type { Destination } from "./destination.ts";

/** The output of a script that failed, or SSH's message. */
export class ShellFailure extends Error {
  override readonly name = "ShellFailure";
  readonly code: number;
  /** True if the shell has ended, or was never reached. */
  readonly isConnection: boolean;

  constructor(code: number, output: string, isConnection: boolean) {
    super(output.trim());
    this.code = code;
    this.isConnection = isConnection;
  }
}

interface Waiting {
  done: (output: string) => void;
  fail: (failure: ShellFailure) => void;
}

/** In seconds: gives up on a host that does not answer, and notices one that has gone. */
const SSH_OPTIONS = ["-T", "-o", "ConnectTimeout=20", "-o", "ServerAliveInterval=30"];

/** The longest line after a script's output, which has a mark and the exit code. */
const LONGEST_END = 40;

export class Session {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #mark = randomBytes(12).toString("hex");
  readonly #ended: Promise<void>;
  #printed = "";
  #errors = "";
  #waiting: Waiting | undefined;
  #gone: ShellFailure | undefined;

  /** `atEnd` is a script that runs when the session ends. */
  constructor(destination: Destination, atEnd: string) {
    const [program = "sh", ...args] = shellCommand(destination, "sh");
    this.#child = spawn(program, args, { stdio: "pipe" });
    const { stdin, stdout, stderr } = this.#child;
    // Pending calls fail: the shell is gone.
    stdin.on("error", () => {});
    stdout.setEncoding("utf8").on("data", (text: string) => this.#take(text));
    stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#errors += text;
    });
    this.#ended = new Promise((ended) => {
      const end = (code: number, why: string) => {
        this.#gone ??= new ShellFailure(code, why, true);
        this.#waiting?.fail(this.#gone);
        ended();
      };
      this.#child.once("error", ({ message }) => end(127, message));
      this.#child.once("close", (code) => end(code ?? 1, this.#errors || this.#printed));
    });
    // Scripts go into folders below it, from where a relative path would lead elsewhere.
    stdin.write(`d=${quoted(destination.folder)}; case "$d" in /*) ;; *) d="$PWD/$d" ;; esac\n`);
    // With a stricter mask, web servers could not read the pages.
    stdin.write(`umask 022; LC_ALL=C; export LC_ALL\n`);
    stdin.write(`trap ${quoted(atEnd)} EXIT; trap 'exit 1' HUP INT TERM PIPE\n`);
  }

  /** Returns what the script prints; throws a `ShellFailure` if a command fails. One script at a time. */
  run(script: string): Promise<string> {
    return new Promise((done, fail) => {
      if (this.#gone) return fail(this.#gone);
      this.#printed = "";
      this.#waiting = { done, fail };
      this.#child.stdin.write(`( set -eu\n${script}\n) </dev/null 2>&1; printf '\\n%s %d\\n' ${this.#mark} $?\n`);
    });
  }

  /** Resolves when the shell has ended. */
  async close(): Promise<void> {
    this.#child.stdin.end();
    await this.#ended;
  }

  #take(text: string): void {
    this.#printed += text;
    // Only the end is searched, since lists of files may be long.
    const [last, code] = new RegExp(`\\n${this.#mark} (\\d+)\\n$`).exec(this.#printed.slice(-LONGEST_END)) ?? [];
    if (last === undefined || !this.#waiting) return;
    const { done, fail } = this.#waiting;
    const output = this.#printed.slice(0, -last.length);
    this.#waiting = undefined;
    if (code === "0") done(output);
    else fail(new ShellFailure(Number(code), output, false));
  }
}

/** The program and arguments that run a command line on the destination's machine. */
export function shellCommand({ host, ssh }: Destination, command: string): string[] {
  return host === undefined ? ["sh", "-c", command] : [...ssh, ...SSH_OPTIONS, host.replace(/[[\]]/g, ""), command];
}

/** Quotes a word for a script. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
