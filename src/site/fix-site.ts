/** Tries corrections of a site's content files in memory; it writes nothing. */
import { groupBy } from "../content/group-by.ts";
import { applyEdits } from "../content/problems/apply-edits.ts";
import { locate, type SourceOf } from "../content/problems/code-frame.ts";
import type { Problem } from "../content/problems/problem.ts";
import { type Result, success } from "../content/problems/result.ts";
import type { ReadOptions } from "../reading/read-content.ts";
import { isContentFile, sourcesIn } from "../reading/read-files.ts";
import { check } from "./check.ts";
import { collections } from "./collections.ts";
import { derive } from "./derive.ts";
import { read } from "./read.ts";
import type { Tools } from "./tools.ts";

/** A file with its corrections. */
export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** The solved problems, in the order in which they were solved. */
  readonly fixed: readonly Problem[];
}

/** A correction can reveal another problem, such as the value of a corrected key, for the next round. Such chains are short. */
const MOST_ROUNDS = 8;

/**
 * Applies the corrections that a check of the site offers, round by round until there are none. One that does not solve its problem
 * is reverted, along with the others of its round in that file. Fails if the site can't be read.
 */
export async function fixSite(options: ReadOptions, tools: Tools): Promise<Result<readonly FixedFile[]>> {
  const onDisk = sourcesIn(options.siteDir);
  const texts = new Map<string, string>();
  const fixed = new Map<string, Problem[]>();
  /** The edits of the last round, by file. */
  let tried = new Map<string, Trial>();
  const refused = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const sourceOf: SourceOf = (file) => texts.get(file) ?? onDisk(file);
    const source = await read({ ...options, overlay: texts }, collections, tools);
    if (!source.ok) return source;
    const { problems, advice } = check(derive(source.value));
    const found = groupBy(
      [...problems, ...advice].map((problem) => locate(problem, sourceOf)),
      ({ file }) => file,
    );
    const failed = [...tried].filter(([file, { kinds }]) => isStill(kinds, found.get(file) ?? []));
    for (const [file, { before, problems: ofRound }] of failed) {
      texts.set(file, before);
      for (const problem of ofRound) refused.add(kindOf(problem));
    }
    for (const [file, { problems: ofRound }] of tried)
      if (!failed.some(([name]) => name === file)) fixed.set(file, [...(fixed.get(file) ?? []), ...ofRound]);
    tried = new Map();
    // The site must be read again before anything else is tried.
    if (failed.length > 0) continue;
    for (const [file, all] of found) {
      const before = isContentFile(file) ? sourceOf(file) : undefined;
      const fixable = all.filter((problem) => problem.edit && !refused.has(kindOf(problem)));
      if (before === undefined || fixable.length === 0) continue;
      const after = applyEdits(
        before,
        fixable.flatMap(({ edit }) => edit ?? []),
      );
      if (after === before) continue;
      tried.set(file, { before, problems: fixable, kinds: countsOf(all, fixable) });
      texts.set(file, after);
    }
    if (tried.size === 0) break;
  }
  // The edits of the last round were not checked.
  for (const [file, { before }] of tried) texts.set(file, before);
  return success(
    [...fixed].flatMap(([file, ofFile]) => {
      const [before, after] = [onDisk(file), texts.get(file)];
      return before === undefined || after === undefined || before === after
        ? []
        : { file, before, after, fixed: ofFile };
    }),
  );
}

interface Trial {
  readonly before: string;
  readonly problems: readonly Problem[];
  /** How many problems of each kind remain if the corrections work. */
  readonly kinds: ReadonlyMap<string, number>;
}

/** For each kind of problem that has a correction: how many of that kind have none. */
function countsOf(all: readonly Problem[], fixable: readonly Problem[]): Map<string, number> {
  const left = new Map(fixable.map((problem) => [kindOf(problem), 0]));
  for (const problem of all) {
    const count = left.get(kindOf(problem));
    if (count !== undefined && !fixable.includes(problem)) left.set(kindOf(problem), count + 1);
  }
  return left;
}

function isStill(kinds: Trial["kinds"], found: readonly Problem[]): boolean {
  return [...kinds].some(([kind, most]) => found.filter((problem) => kindOf(problem) === kind).length > most);
}

/** Identifies a problem without its line, since corrections can move lines. */
function kindOf({ file, rule, field, message }: Problem): string {
  return JSON.stringify([file, rule, field, message]);
}
