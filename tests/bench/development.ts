/** How long an author waits in development: from saving an essay to the first answer of the server that has the new words. */
import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { writeEssaySite } from "./essay-site.ts";
import { essays } from "./essays.ts";
import { cpuSecondsOf } from "./measure.ts";
import { writeTable } from "./tables.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const EDITS = 7;
const PORT = 8473;
/** Milliseconds. */
const PAUSE = 5;
/** By how many essays there are. */
const MOST: Record<number, number> = { 2000: 300, 10000: 500 };

/** Returns the targets that were missed. */
export async function benchDevelopment(argument = "2000"): Promise<string[]> {
  const count = Number(argument);
  const folder = mkdtempSync(join(tmpdir(), "wellformed-bench-"));
  const texts = essays(count);
  writeEssaySite(folder, texts);
  const loader = ["--import", "./src/commands/load-typescript.js", "src/commands/wellformed.ts"];
  const args = [...loader, "start", "--site", folder, "--port", String(PORT)];
  const server = spawn(process.execPath, args, { cwd: ROOT, stdio: "ignore" });
  try {
    const pageOf = (slug: string) => `http://127.0.0.1:${PORT}/posts/${slug}/`;
    const edited = texts.filter((_, at) => at % Math.floor(count / EDITS) === 0).slice(0, EDITS);
    await seen(pageOf(edited[0]?.slug ?? ""), "</html>");
    const waited: { milliseconds: number; processor: number }[] = [];
    for (const [number, { slug }] of edited.entries()) {
      await idle(server.pid ?? 0);
      const before = cpuSecondsOf(server.pid ?? 0);
      const start = performance.now();
      appendFileSync(join(folder, "posts", `${slug}.md`), `\nEdit number${number} of all.\n`);
      await seen(pageOf(slug), `Edit number${number} of all.`);
      const milliseconds = performance.now() - start;
      waited.push({ milliseconds, processor: (cpuSecondsOf(server.pid ?? 0) - before) * 1000 });
    }
    const [median, processor] = [
      (one: (typeof waited)[number]) => one.milliseconds,
      ({ processor }: (typeof waited)[number]) => processor,
    ].map((of) => waited.map(of).toSorted((a, b) => a - b)[Math.floor(EDITS / 2)] ?? 0);
    const table = [
      "| from saving to seeing | milliseconds | of processor time |",
      "| --- | ---: | ---: |",
      `| the median of ${EDITS} edits | ${Math.round(median ?? 0)} | ${Math.round(processor ?? 0)} |`,
    ].join("\n");
    console.log(table);
    writeTable(
      "development",
      `Development with ${count.toLocaleString("en")} essays`,
      "pages are asked for every 5 ms",
      table,
    );
    const most = MOST[count];
    return most !== undefined && (median ?? 0) > most
      ? [`${Math.round(median ?? 0)} ms from saving to seeing, where ${most} ms is the most`]
      : [];
  } finally {
    server.kill("SIGTERM");
    await new Promise((done) => server.on("exit", done));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function seen(url: string, words: string): Promise<void> {
  for (;;) {
    const text = await fetch(url).then(
      (response) => response.text(),
      () => "",
    );
    if (text.includes(words)) return;
    await setTimeout(PAUSE);
  }
}

/** Resolves when nothing has been done for a second: the last edit is in everything that follows from it. */
async function idle(pid: number): Promise<void> {
  for (let last = -1, now = cpuSecondsOf(pid); now - last > 0.02; now = cpuSecondsOf(pid)) {
    last = now;
    await setTimeout(1000);
  }
}
