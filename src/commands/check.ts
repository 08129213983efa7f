/** `wellformed check`: reports everything that a build would refuse, in one run, and publishes nothing. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Answer, checkExternalLinks } from "../checks/external-links.ts";
import { ContentError } from "../content/problems/problem.ts";
import { sourcesIn } from "../reading/read-files.ts";
import type { WrittenSite } from "../site/write.ts";
import { buildSite } from "./build-site.ts";
import { readBuildOptions } from "./options.ts";

const PAUSE_MS = 1000;

export async function check(args: string[]): Promise<void> {
  const options = readBuildOptions("check", args, process.env);
  const { siteDir, external } = options;
  await buildSite({ ...options, record: false }, external ? (site) => askOthers(site, siteDir) : undefined);
  await rm(options.outDir, { recursive: true });
}

async function askOthers({ content }: WrittenSite, siteDir: string): Promise<void> {
  const cache = join(siteDir, ".cache/links.json");
  const text = await readFile(cache, "utf8").catch(() => "{}");
  const kept: Record<string, Answer> = JSON.parse(text);
  const answers = new Map(Object.entries(kept));
  const problems = await checkExternalLinks(content, { answers, fetch, now: Date.now(), pauseMs: PAUSE_MS });
  await mkdir(dirname(cache), { recursive: true });
  await writeFile(cache, JSON.stringify(Object.fromEntries(answers), null, 1));
  if (problems.length > 0) throw new ContentError(problems, sourcesIn(siteDir));
}
