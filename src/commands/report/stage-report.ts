/** Says what a build is doing: on a terminal in one line that changes, in CI in a line for each stage. */
import type { Progress, Stage } from "../../content/progress.ts";
import { withCommas } from "./numbers.ts";

/** A build that takes no longer says nothing. */
const PATIENCE_MS = 2000;
const REDRAWN_MS = 200;

interface Ran {
  readonly stage: Stage;
  readonly total: number | undefined;
  readonly start: number;
  readonly startCpu: NodeJS.CpuUsage;
  seconds: number;
  /** Of all threads of this process; indexers and compilers have processes of their own. */
  cpuSeconds: number;
}

export interface Output {
  readonly isTTY: boolean;
  write(text: string): unknown;
}

export class StageReport implements Progress {
  readonly #output: Output;
  readonly #inCi: boolean;
  readonly #start = performance.now();
  readonly #ran: Ran[] = [];
  readonly #notes: string[] = [];
  #done = 0;
  #drawn = 0;

  constructor(output: Output, inCi: boolean) {
    this.#output = output;
    this.#inCi = inCi;
  }

  begin(stage: Stage, total?: number): void {
    this.#endStage();
    this.#done = 0;
    const [start, startCpu] = [performance.now(), process.cpuUsage()];
    this.#ran.push({ stage, total, start, startCpu, seconds: 0, cpuSeconds: 0 });
    this.#draw();
  }

  advance(): void {
    this.#done += 1;
    if (performance.now() - this.#drawn > REDRAWN_MS) this.#draw();
  }

  note(text: string): void {
    this.#notes.push(text);
  }

  end(): void {
    this.#endStage();
    if (this.#output.isTTY && this.#drawn > 0) this.#output.write("\r\u001b[K");
  }

  /** A line for each stage: how long it took, and how much of that this process was at work. */
  get profile(): string {
    const rows = this.#ran.map(({ stage, total, seconds, cpuSeconds }) => [
      stage,
      total === undefined ? "" : withCommas(total),
      `${seconds.toFixed(2)} s`,
      `${cpuSeconds.toFixed(2)} s of processor time`,
    ]);
    const peak = `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most in this process`;
    return [
      ...rows.map(([stage = "", total = "", seconds = "", cpu = ""]) => {
        return `${stage.padEnd(26)}${total.padStart(8)}${seconds.padStart(10)}   ${cpu}`;
      }),
      peak,
      ...this.#notes,
    ].join("\n");
  }

  #endStage(): void {
    const last = this.#ran.at(-1);
    if (!last || last.seconds > 0) return;
    last.seconds = (performance.now() - last.start) / 1000;
    const { user, system } = process.cpuUsage(last.startCpu);
    last.cpuSeconds = (user + system) / 1e6;
    const isLong = performance.now() - this.#start > PATIENCE_MS;
    if (this.#inCi && !this.#output.isTTY && isLong)
      this.#output.write(`${said(last)}: ${last.seconds.toFixed(1)} s\n`);
  }

  #draw(): void {
    const now = performance.now();
    const current = this.#ran.at(-1);
    if (!current || !this.#output.isTTY || now - this.#start < PATIENCE_MS) return;
    this.#drawn = now;
    const { stage, total } = current;
    const some = total === undefined ? "" : ` ${withCommas(this.#done)} of ${withCommas(total)}`;
    this.#output.write(`\r\u001b[K${stage}${some}${this.#timeLeft(now - current.start, total)}`);
  }

  #timeLeft(sofar: number, total: number | undefined): string {
    if (total === undefined || this.#done < total / 20) return "";
    const left = ((sofar / this.#done) * (total - this.#done)) / 1000;
    return left < 1 ? "" : `, about ${Math.round(left)} s more`;
  }
}

function said({ stage, total }: Ran): string {
  return total === undefined ? stage : `${stage}, ${withCommas(total)}`;
}
