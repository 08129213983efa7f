/** A site of essays with everything on but share images, which `share-images.ts` measures. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Essay } from "./essays.ts";
import { writeEssays } from "./peers.ts";

export function writeEssaySite(dir: string, texts: Essay[]): void {
  writeEssays(join(dir, "posts"), texts);
  const settings = {
    title: "Essays",
    url: "https://bench.example",
    language: "en",
    description: "Essays that nobody wrote.",
    navigation: [{ label: "Essays", path: "/posts/" }],
    // Hugo draws none either.
    shareImages: false,
  };
  mkdirSync(join(dir, "_data"), { recursive: true });
  writeFileSync(join(dir, "_data/site.ts"), `export default ${JSON.stringify(settings)};\n`);
}
