/**
 * The baseline: old problems of a site that do not stop its builds, as linters have it. Each is known by its file, its rule and
 * a digest of its place, so that it stays the same when lines move above it, and is another one when its own line changes.
 */
import { createHash } from "node:crypto";
import { linesOf, locate, type SourceOf } from "./code-frame.ts";
import type { Finding } from "./problem.ts";
import { isRule, type Rule, shownFor } from "./rule.ts";

export const ACCEPTED_FILE = "_data/accepted.json";

/** By file and rule: a digest for each problem, as often as there is one. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<Rule, readonly string[]>>;

export const NONE_ACCEPTED: Baseline = new Map();

/** Problems as judged by a baseline. */
export interface Judged {
  /** Those that stop a build. */
  readonly problems: readonly Finding[];
  /** Those that are in the baseline. */
  readonly accepted: readonly Finding[];
  /** What of the baseline was not found any more. */
  readonly fixed: Baseline;
}

/** An entry of the baseline stands for one problem: a second one of the same kind on the same line is new. */
export function judge(found: readonly Finding[], baseline: Baseline, sourceOf: SourceOf): Judged {
  const left = mutableOf(baseline);
  const [problems, accepted]: [Finding[], Finding[]] = [[], []];
  for (const problem of found) {
    const digests = left.get(problem.file)?.get(problem.rule);
    const at = digests && isAcceptable(problem.rule) ? digests.indexOf(placeDigest(problem, sourceOf)) : -1;
    if (at === -1) problems.push(problem);
    else {
      digests?.splice(at, 1);
      accepted.push(problem);
    }
  }
  return { problems, accepted, fixed: withoutEmpty(left) };
}

/** The baseline of these problems, without those that can't be accepted. */
export function baselineOf(found: readonly Finding[], sourceOf: SourceOf): Baseline {
  const baseline = new Map<string, Map<Rule, string[]>>();
  for (const problem of found)
    if (isAcceptable(problem.rule)) put(baseline, problem.file, problem.rule, placeDigest(problem, sourceOf));
  return baseline;
}

/** Everything that is in one or the other; what is in both, as often as it is in that which has it more often. */
export function unionOf(one: Baseline, other: Baseline): Baseline {
  const union = mutableOf(one);
  for (const [file, rules] of other) {
    for (const [rule, digests] of rules) {
      const rest = [...(one.get(file)?.get(rule) ?? [])];
      for (const digest of digests) {
        const at = rest.indexOf(digest);
        if (at === -1) put(union, file, rule, digest);
        else rest.splice(at, 1);
      }
    }
  }
  return union;
}

/** The part of a baseline that is of some files and rules. */
export function partOf(baseline: Baseline, has: (file: string, rule: Rule) => boolean): Baseline {
  const part = [...baseline].map(
    ([file, rules]) => [file, new Map([...rules].filter(([rule]) => has(file, rule)))] as const,
  );
  return withoutEmpty(new Map(part));
}

export function sizeOf(baseline: Baseline): { problems: number; files: number } {
  const digests = [...baseline.values()].flatMap((rules) => [...rules.values()].flat());
  return { problems: digests.length, files: baseline.size };
}

export function isAcceptable(rule: Rule): boolean {
  return shownFor(rule) !== undefined;
}

/** One file a line, sorted, so that diffs are readable and branches seldom conflict. */
export function baselineText(baseline: Baseline): string {
  const lines = [...baseline].sort(byKey).map(([file, rules]) => {
    const sorted = [...rules].sort(byKey).map(([rule, digests]) => [rule, digests.toSorted()] as const);
    return `  ${JSON.stringify(file)}: ${JSON.stringify(Object.fromEntries(sorted))}`;
  });
  return lines.length === 0 ? "{}\n" : `{\n${lines.join(",\n")}\n}\n`;
}

/** The way back. Undefined for what no baseline is. */
export function baselineFrom(data: unknown): Baseline | undefined {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  const baseline = new Map<string, Map<Rule, string[]>>();
  for (const [file, rules] of Object.entries(data)) {
    if (typeof rules !== "object" || rules === null) return undefined;
    for (const [rule, digests] of Object.entries(rules)) {
      if (!isRule(rule) || !Array.isArray(digests)) return undefined;
      for (const digest of digests) {
        if (typeof digest !== "string") return undefined;
        put(baseline, file, rule, digest);
      }
    }
  }
  return baseline;
}

/** Of the words and the line that the problem is about, whatever it is indented by; of one without a line, of what it says. */
function placeDigest(problem: Finding, sourceOf: SourceOf): string {
  const { file, rule, field, line, written, message } = locate(problem, sourceOf);
  const text = line === undefined ? undefined : linesOf(sourceOf(file))[line - 1]?.trim();
  const place = text === undefined ? [field, written ?? message] : [field?.replace(/\.\d+/g, ""), written, text];
  return createHash("sha256")
    .update(JSON.stringify([rule, ...place]))
    .digest("base64url")
    .slice(0, 12);
}

function put(baseline: Map<string, Map<Rule, string[]>>, file: string, rule: Rule, digest: string): void {
  const rules = baseline.get(file) ?? new Map<Rule, string[]>();
  baseline.set(file, rules.set(rule, [...(rules.get(rule) ?? []), digest]));
}

function mutableOf(baseline: Baseline): Map<string, Map<Rule, string[]>> {
  return new Map(
    [...baseline].map(([file, rules]) => [file, new Map([...rules].map(([rule, digests]) => [rule, [...digests]]))]),
  );
}

function withoutEmpty(baseline: Baseline): Baseline {
  const filled = [...baseline].map(
    ([file, rules]) => [file, new Map([...rules].filter(([, digests]) => digests.length > 0))] as const,
  );
  return new Map(filled.filter(([, rules]) => rules.size > 0));
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
