/** Corrects what has one right answer, in the content files of a site. Nothing is written: each correction is tried in memory. */
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

/** A file that was corrected. */
export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** What was corrected, in its order. */
  readonly fixed: readonly Problem[];
}

/** What one correction makes possible, such as a value under a key that is known now, is corrected next; no chain is longer. */
const MOST_ROUNDS = 8;

/**
 * Every correction that a check of the site knows, one round after the other, until there is none. One after which the same is still
 * wrong is taken back, with all others of its round in that file.
 */
export async function fixSite(options: ReadOptions, tools: Tools): Promise<Result<readonly FixedFile[]>> {
  const onDisk = sourcesIn(options.siteDir);
  const texts = new Map<string, string>();
  const fixed = new Map<string, Problem[]>();
  /** Of the last round, by file. */
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
    // What was taken back is read again before anything else is tried.
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
  // What the last round has tried nobody has looked at.
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
  /** How many problems of each kind may still be there. */
  readonly kinds: ReadonlyMap<string, number>;
}

/** How many of each kind that is corrected are not. */
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

/** Lines move when others are corrected, so that no problem is known by its place. */
function kindOf({ file, rule, field, message }: Problem): string {
  return JSON.stringify([file, rule, field, message]);
}
