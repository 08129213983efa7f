/** Holds a site's problems against its baseline, and makes a new baseline. */
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

/** Takes the problems that are in the baseline out of the site's problems. */
export function judgedSite(site: CheckedSite, sourceOf: SourceOf): JudgedSite {
  const judged = judge(site.problems, site.read.accepted, sourceOf);
  const withheld = new Set(site.read.withheld.map(({ file }) => file));
  // Withheld texts are not checked, and only `check --external` asks other sites: neither can tell that a problem is fixed.
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
 * A baseline of all problems of the site and its drafts that can be accepted, for `wellformed check --accept` and for imports.
 * With `only`, problems of that rule are accepted, and the present baseline stays as it is for all others.
 *
 * Fails if the settings or the theme can't be read.
 */
export async function acceptAll(
  options: Omit<ReadOptions, "preview">,
  tools: Tools,
  only?: Rule,
): Promise<Result<Baseline>> {
  const sourceOf = sourcesIn(options.siteDir);
  let baseline: Baseline = new Map();
  // Only a build objects to links to drafts, and only development reads the drafts themselves.
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
