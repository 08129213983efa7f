/** `wellformed check`: reports everything that a build would refuse, in one run, and publishes nothing. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Answer, checkExternalLinks } from "../checks/external-links.ts";
import { ACCEPTED_FILE, baselineOf, judge, partOf, sizeOf, unionOf } from "../content/problems/baseline.ts";
import { ContentError, type Problem, withRule } from "../content/problems/problem.ts";
import type { Rule } from "../content/problems/rule.ts";
import { writeAccepted } from "../reading/data/accepted-file.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { acceptAll } from "../site/accepted.ts";
import { fixSite } from "../site/fix-site.ts";
import { openTools } from "../site/tools.ts";
import type { WrittenSite } from "../site/write.ts";
import { buildSite } from "./build-site.ts";
import { type BuildOptions, readBuildOptions } from "./options/build-options.ts";
import { count } from "./report/numbers.ts";
import { StageReport } from "./report/stage-report.ts";
import { textDiff } from "./report/text-diff.ts";

const PAUSE_MS = 1000;

export async function check(args: string[]): Promise<void> {
  const options = readBuildOptions("check", args, process.env);
  const { external, accept, fix, watch, syntax } = options;
  if (syntax) return (await import("./list-syntax.ts")).listSyntax(options, syntax);
  if (watch) return (await import("./watch/watch-checks.ts")).watchChecks(options, args);
  if (fix) await correct(options, fix);
  if (fix === "show") return;
  if (accept) await takeIn(options, accept.only);
  await buildSite({ ...options, isTrial: true }, external ? (site) => askOthers(site, options) : undefined);
  await rm(options.outDir, { recursive: true });
}

/** What is left is reported by the check that follows. */
async function correct(options: BuildOptions, fix: "write" | "show"): Promise<void> {
  const { siteDir, format } = options;
  const progress = new StageReport(process.stderr, options.inCi);
  const tools = { ...openTools(siteDir), progress };
  const result = await fixSite({ ...options, preview: false }, tools).finally(() => progress.end());
  if (!result.ok) throw new ContentError(result.problems, sourcesIn(siteDir));
  const say = format === "json" ? console.error : console.log;
  for (const { file, before, after, fixed } of result.value) {
    if (fix === "show") process.stdout.write(textDiff(file, before, after));
    else await writeFile(join(siteDir, file), after);
    if (fix === "write") for (const problem of fixed) say(fixedLine(problem));
  }
  if (fix === "write") say(`${count(result.value.flatMap(({ fixed }) => fixed).length, "correction")}`);
}

/** `posts/x.md:3:1 corrected: is not a key that is known here [front-matter]`. */
function fixedLine(problem: Problem): string {
  const { start } = problem.edit?.range ?? {};
  return withRule({ ...problem, ...start, message: `corrected: ${problem.message}`, hint: undefined });
}

/** Writes the baseline anew. What can't be accepted is reported by the check that follows. */
async function takeIn(options: BuildOptions, only: Rule | undefined): Promise<void> {
  const { siteDir, format } = options;
  const progress = new StageReport(process.stderr, options.inCi);
  const baseline = await acceptAll(options, { ...openTools(siteDir), progress }, only).finally(() => progress.end());
  if (!baseline.ok) throw new ContentError(baseline.problems, sourcesIn(siteDir));
  await writeAccepted(siteDir, baseline.value);
  const { problems, files } = sizeOf(baseline.value);
  const what =
    problems > 0 ? `${count(problems, "old problem")} in ${count(files, "file")}; commit it` : "nothing to accept";
  (format === "json" ? console.error : console.log)(`${ACCEPTED_FILE}: ${what}`);
}

async function askOthers({ content, read }: WrittenSite, { siteDir, accept }: BuildOptions): Promise<void> {
  const cache = join(siteDir, ".cache/links.json");
  const text = await readFile(cache, "utf8").catch(() => "{}");
  const kept: Record<string, Answer> = JSON.parse(text);
  const answers = new Map(Object.entries(kept));
  const found = await checkExternalLinks(content, { answers, fetch, now: Date.now(), pauseMs: PAUSE_MS });
  await mkdir(dirname(cache), { recursive: true });
  await writeFile(cache, JSON.stringify(Object.fromEntries(answers), null, 1));
  const sourceOf = sourcesIn(siteDir);
  if (accept && (accept.only ?? "link-external") === "link-external") {
    const others = partOf(read.accepted, (_file, rule) => rule !== "link-external");
    return writeAccepted(siteDir, unionOf(others, baselineOf(found, sourceOf)));
  }
  const { problems } = judge(found, read.accepted, sourceOf);
  if (problems.length > 0) throw new ContentError(problems, sourceOf);
}
