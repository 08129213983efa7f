/** A site's problems and its baseline of old ones. */
import {
  ACCEPTED_FILE,
  type Baseline,
  baselineOf,
  judge,
  partOf,
  sizeOf,
  unionOf,
} from "../content/problems/baseline.ts";
import type { SourceOf } from "../content/problems/code-frame.ts";
import type { Finding } from "../content/problems/problem.ts";
import { type Result, success } from "../content/problems/result.ts";
import type { Rule } from "../content/problems/rule.ts";
import type { ReadOptions } from "../reading/read-content.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { type CheckedSite, check, type JudgedSite } from "./check.ts";
import { collections } from "./collections.ts";
import { derive } from "./derive.ts";
import { read } from "./read.ts";
import type { Tools } from "./tools.ts";

/** The site without the problems that are in its baseline. */
export function judgedSite(site: CheckedSite, sourceOf: SourceOf): JudgedSite {
  const judged = judge(site.problems, site.read.accepted, sourceOf);
  const withheld = new Set(site.read.withheld);
  // Of texts that are not shown nothing is known, and other sites are asked by a check alone.
  const fixed = partOf(judged.fixed, (file, rule) => !withheld.has(file) && rule !== "link-external");
  return { ...site, ...judged, fixed, advice: [...site.advice, ...adviseOnFixed(fixed)] };
}

function adviseOnFixed(fixed: Baseline): Finding[] {
  const { problems, files } = sizeOf(fixed);
  if (problems === 0) return [];
  const [first = ""] = fixed.keys();
  const where = files === 1 ? first : `${files} files such as ${first}`;
  const message = `has ${problems === 1 ? "a problem" : `${problems} problems`} of ${where} that ${problems === 1 ? "is" : "are"} fixed`;
  return [{ rule: "accepted-fixed", file: ACCEPTED_FILE, message, hint: "check --accept removes what is fixed" }];
}

/**
 * The baseline that covers all problems of a site that can be accepted, drafts' too; for `wellformed check --accept`, and for
 * imports. Those that can't be accepted stay problems. `only` keeps what the site's baseline has of all other rules.
 *
 * A failure where the settings or the theme can't be read.
 */
export async function acceptAll(
  options: Omit<ReadOptions, "preview">,
  tools: Tools,
  only?: Rule,
): Promise<Result<Baseline>> {
  const sourceOf = sourcesIn(options.siteDir);
  let baseline: Baseline = new Map();
  // A link to a draft is a problem of builds alone, and what drafts say is seen in development alone.
  for (const preview of [true, false]) {
    const source = await read({ ...options, preview }, collections, tools);
    if (!source.ok) return source;
    const found = check(derive(source.value)).problems;
    const before = source.value.accepted;
    const kept = partOf(before, (_file, rule) => rule === "link-external" || (only !== undefined && rule !== only));
    const ofRule = only === undefined ? found : found.filter(({ rule }) => rule === only);
    const stillThere = judge(found, kept, sourceOf).accepted;
    baseline = unionOf(baseline, baselineOf([...ofRule, ...stillThere], sourceOf));
    baseline = unionOf(
      baseline,
      partOf(kept, (_file, rule) => rule === "link-external"),
    );
  }
  return success(baseline);
}
