/** `wellformed import KIND PATH`: makes a site of another engine's blog or of an export file. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "../content/problems/usage-error.ts";
import { checkRequest } from "../import/check-request.ts";
import { optional } from "../import/optional.ts";
import { REPORT_FILE } from "../import/report.ts";
import { collections } from "../site/collections.ts";
import { siteFrame } from "../starter/site-frame.ts";
import { ENGINE } from "./engine.ts";
import { engineFor } from "./engine-source.ts";
import { readImportOptions } from "./options/options.ts";
import { count } from "./report/numbers.ts";
import { writeNew } from "./write-new.ts";

const INTERVAL_MS = 500;

export async function importSite(args: string[]): Promise<void> {
  const options = readImportOptions(args, process.env);
  checkRequest(options.kind, resolve(options.path));
  const { runImport } = await optional(() => import("../import/run-import.ts"));
  const report = await runImport({ ...options, now: Date.now(), progress: progressOn(process.stderr) });
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  const isNew = report.posts.read > 0 && (await addFrame(resolve(options.siteDir)));
  if (options.format === "json") {
    const { left, written: _, ...rest } = report;
    console.log(JSON.stringify({ ...rest, left: left.filter(({ outcome }) => outcome === "left") }, null, 1));
    return;
  }
  const { posts, drafts, files, publicFiles, redirects, lost, left, seconds, megabytes } = report;
  const leftOver = left.filter(({ outcome }) => outcome === "left").length;
  console.log(
    [
      report.found && `found ${report.kind}: ${report.found}`,
      `${count(posts.read, "post")} read: ${posts.published} published, ${count(drafts.length, "draft")}, ${posts.clean} with nothing left over`,
      `${count(files, "file")} beside them, ${publicFiles.count} in public/, ${count(redirects, "redirect")}, ${seconds.toFixed(1)} s, ${megabytes} MB`,
      leftOver > 0 && `${count(leftOver, "thing")} left over`,
      lost.length > 0 && `${count(lost.length, "post")} lost words that nothing accounts for`,
      `${resolve(options.siteDir, REPORT_FILE)} has all of it`,
      isNew && `Now type: cd ${options.siteDir} && npm install && npm start`,
    ]
      .filter(Boolean)
      .join("\n"),
  );
  if (posts.read === 0)
    throw new UsageError(
      `no posts were found in ${resolve(options.path)}; import-rules.ts can name their folders: { posts: ["articles"] }`,
    );
}

/** What a folder needs beside its content to be a site by itself. False for one that has it, or is the engine's repository. */
async function addFrame(siteDir: string): Promise<boolean> {
  if (siteDir === resolve(ENGINE) || existsSync(join(siteDir, "package.json"))) return false;
  await writeNew(siteDir, siteFrame(await engineFor(siteDir), collections));
  return true;
}

/** How far it is, how fast, and how long it will still take, twice a second. */
function progressOn(stream: NodeJS.WriteStream): ((stage: string, done: number, all: number) => void) | undefined {
  if (!stream.isTTY) return undefined;
  let [shown, since, current] = [0, performance.now(), ""];
  return (stage, done, all) => {
    const now = performance.now();
    if (stage !== current) [current, since] = [stage, now];
    if (now - shown < INTERVAL_MS) return;
    shown = now;
    const speed = done / Math.max(0.001, (now - since) / 1000);
    const rest = speed > 0 ? `, ${Math.ceil((all - done) / speed)} s left` : "";
    stream.write(`\r\u001b[K${stage}: ${done} of ${all}, ${speed.toFixed(0)} a second${rest}`);
  };
}
