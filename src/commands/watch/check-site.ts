/** Checks what is on disk, again and again, with what was read before. */
import { join, sep } from "node:path";
import { locate, type SourceOf } from "../../content/problems/code-frame.ts";
import { describe } from "../../content/problems/problem.ts";
import { sourcesIn } from "../../reading/read-files.ts";
import { judgedSite } from "../../site/accepted.ts";
import { check } from "../../site/check.ts";
import { collections } from "../../site/collections.ts";
import { derive } from "../../site/derive.ts";
import { type ReadSite, read } from "../../site/read.ts";
import { openTools } from "../../site/tools.ts";
import { readBuildOptions } from "../options/build-options.ts";
import { type Findings, reportOf } from "../report/problem-formats.ts";
import type { Checked } from "./checked.ts";

export type SiteChecker = () => Promise<Checked>;

/** `args` are those of `wellformed check`. No page is made: what only pages show, such as their weight, is left to a check. */
export function siteChecker(args: string[]): SiteChecker {
  const options = { ...readBuildOptions("check", args, process.env), preview: false };
  const own = join(options.siteDir, "theme");
  const tools = openTools(options.siteDir, (paths) => {
    for (const path of paths) if (path !== own && !path.startsWith(own + sep)) process.send?.({ loaded: path });
  });
  return async () => {
    const sourceOf = sourcesIn(options.siteDir);
    const source = await read(options, collections, tools);
    const findings = source.ok ? findingsIn(source.value, sourceOf) : { problems: source.problems, warnings: [] };
    const all = [...findings.problems, ...findings.warnings].map((problem) => locate(problem, sourceOf));
    return { report: reportOf(findings, sourceOf), text: describe(all, sourceOf) };
  };
}

function findingsIn(source: ReadSite, sourceOf: SourceOf): Findings {
  const { problems, advice, accepted } = judgedSite(check(derive(source)), sourceOf);
  return { problems, warnings: advice, accepted, due: source.due };
}
