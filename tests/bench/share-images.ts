/** Share images of new titles, and of titles that an earlier build drew: milliseconds of the processor's time each. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cache } from "../../src/pictures/cache.ts";
import { shareImageOf, writeShareImages } from "../../src/pictures/share-images.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { readTextFonts } from "../../src/theme/assets.ts";

const IMAGES = 500;
const MOST_NEW = 20;
const MOST_KNOWN = 1;

/** Returns the targets that were missed. */
export async function benchShareImages(rounds: number): Promise<string[]> {
  const times: { drawn: number; known: number }[] = [];
  const typeface = new Typeface(await readTextFonts());
  for (let round = 0; round < rounds; round++) {
    const folder = mkdtempSync(join(tmpdir(), "wellformed-bench-"));
    const tools = { typeface, cache: new Cache(folder) };
    times.push({ drawn: await timeEach(tools), known: await timeEach(tools) });
    rmSync(folder, { recursive: true });
  }
  console.log(`${IMAGES} share images; milliseconds of processor time each`);
  console.table(times);
  const best = (key: "drawn" | "known") => Math.min(...times.map((time) => time[key]));
  return [
    best("drawn") > MOST_NEW && `${best("drawn")} ms for a new image, where ${MOST_NEW} is the most`,
    best("known") > MOST_KNOWN && `${best("known")} ms for a known image, where ${MOST_KNOWN} is the most`,
  ].filter((missed) => typeof missed === "string");
}

async function timeEach(tools: { typeface: Typeface; cache: Cache }): Promise<number> {
  const start = process.cpuUsage();
  const images = Array.from({ length: IMAGES }, (_, number) => {
    const title = `What the queue of ${number} workers did next, and why`;
    return shareImageOf({ title, foot: "A Site of Essays", address: "example.org/" }, tools.typeface);
  });
  await writeShareImages(images, tools, async (_path, make) => void (await make()));
  const { user, system } = process.cpuUsage(start);
  return Math.round((user + system) / IMAGES / 10) / 100;
}
