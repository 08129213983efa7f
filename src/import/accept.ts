/** The engine's own reading and checking of what was written, and what is changed until it takes all of it. */

import { Temporal } from "temporal-polyfill";
import type { Problem } from "../content/problems/problem.ts";
import type { Rule } from "../content/problems/rule.ts";
import { PUBLIC, publicPath } from "../content/public-file.ts";
import { REDIRECTS_FILE, redirectOf } from "../content/redirect.ts";
import { escapeRegExp } from "../content/text/escape-reg-exp.ts";
import { check } from "../site/check.ts";
import { collections } from "../site/collections.ts";
import { derive } from "../site/derive.ts";
import { read } from "../site/read.ts";
import type { Tools } from "../site/tools.ts";
import type { Converted } from "./convert.ts";
import { frontMatterText, type Heading } from "./front-matter-text.ts";
import type { Planned } from "./plan.ts";
import { repair } from "./repair.ts";
import type { SiteWriter } from "./site-writer.ts";
import type { Left } from "./source-site.ts";
import { oneLine } from "./tags/tags.ts";

/** A post as it is written, which later rounds may change. */
export interface Written {
  readonly converted: Converted;
  planned: Planned;
  markdown: string;
  heading: Heading;
  why: string | undefined;
}

const ROUNDS = 4;

/** The whole file of a post. */
export function textOf({ planned, heading, markdown }: Written): string {
  return `${frontMatterText(planned, heading)}\n${markdown.trimEnd()}\n`;
}

interface Accepting {
  siteDir: string;
  now: number;
  posts: Written[];
  redirects: Map<string, string>;
  left: Left[];
  writer: SiteWriter;
  tools: Tools;
}

/** The engine reads and checks the whole site; what it still refuses is changed, at last by keeping the post as a draft. */
export async function untilAccepted({ siteDir, now, posts, redirects, left, writer, tools }: Accepting): Promise<void> {
  const byFile = new Map(posts.map((post) => [post.planned.file, post]));
  for (let round = 0; round < ROUNDS; round++) {
    const site = await read(
      { siteDir, at: Temporal.Instant.fromEpochMilliseconds(now), preview: false },
      collections,
      tools,
    );
    if (!site.ok) return;
    const own = [...redirects].map(([from, to]) => redirectOf(from, to));
    const { problems } = check(
      derive({
        ...site.value,
        redirects: own,
        problems: site.value.problems.filter(({ file }) => file !== REDIRECTS_FILE),
      }),
    );
    const changed = new Set<Written>();
    let isBetter = false;
    for (const problem of problems) {
      if (problem.file === REDIRECTS_FILE) {
        const from = problem.field;
        if (from === undefined || !redirects.has(from)) continue;
        redirects.delete(from);
        left.push({
          file: REDIRECTS_FILE,
          construct: "old address",
          outcome: "left",
          was: from,
          now: problem.message,
        });
        isBetter = true;
        continue;
      }
      if (publicPath(problem.file) !== undefined && writer.has(problem.file)) {
        writer.remove(problem.file);
        left.push({
          ...{ file: problem.file, construct: "file of the old site", outcome: "left" },
          ...{ was: problem.file.slice(PUBLIC.length), now: `nothing at that address: it ${problem.message}` },
        });
        isBetter = true;
        continue;
      }
      const post = byFile.get(problem.file);
      if (!post) continue;
      // Of films there may be many, and each stays on its line.
      if (problem.rule?.startsWith("recording-") && repaired(post, problem, left)) {
        changed.add(post);
        continue;
      }
      if (changed.has(post)) continue;
      accept(post, problem, round, left);
      changed.add(post);
    }
    for (const post of changed) writer.write(post.planned.file, textOf(post));
    if (changed.size === 0 && !isBetter) return;
  }
}

/** The key of front matter that such a problem comes from, wherever it is shown. */
const OF_RULE: Partial<Record<Rule, string>> = {
  "preview-image": "image",
  "entry-id": "id",
  address: "aliases",
  redirect: "aliases",
};

/** False where no repair of a text alone is known. */
function repaired(post: Written, problem: Problem, left: Left[]): boolean {
  const { file, line } = post.planned.entry;
  const done = repair(post.markdown, [problem], frontMatterText(post.planned, post.heading).split("\n").length + 1);
  if (!done) return false;
  post.markdown = done.text;
  for (const { construct, was, now } of done.noted)
    left.push({ file, line, construct, outcome: "noted", was: oneLine(was), now });
  return true;
}

/** Changes a post so that a problem of it goes. */
function accept(post: Written, problem: Problem, round: number, left: Left[]): void {
  const { entry } = post.planned;
  const note = (construct: string, now: string) =>
    left.push({
      file: entry.file,
      line: entry.line,
      construct,
      outcome: "left",
      was: oneLine(problem.written ?? problem.message),
      now,
    });
  const key = OF_RULE[problem.rule ?? "other"] ?? problem.field?.split(".")[0];
  if (key === "image") {
    post.heading = { ...post.heading, image: undefined };
    return void note("preview picture", "a drawn one");
  }
  if (key === "tags" || key === "series" || key === "id" || key === "lang") {
    const { heading } = post;
    post.heading = {
      ...heading,
      ...(key === "tags"
        ? { tags: [] }
        : key === "series"
          ? { series: undefined }
          : key === "id"
            ? { id: undefined }
            : { language: undefined }),
    };
    return void note(`front matter: ${key}`, "nothing");
  }
  if (key === "updated" && entry.updated !== undefined) {
    post.planned = { ...post.planned, entry: { ...entry, updated: undefined } };
    return void note("front matter: updated", "nothing");
  }
  if (key === "aliases" && post.planned.aliases.length > 0) {
    post.planned = { ...post.planned, aliases: [] };
    return void note("old address", "nothing");
  }
  if (round < ROUNDS - 2 && problem.line !== undefined) {
    const without = withoutTarget(textOf(post), problem);
    if (without !== undefined) {
      post.markdown = without.slice(frontMatterText(post.planned, post.heading).length + 1).trim();
      return void note("what the engine refuses", "its words alone");
    }
  }
  post.heading = { ...post.heading, draft: true };
  post.why = `the engine refuses it: ${problem.message}`;
  note("what the engine refuses", "the post is a draft");
}

/** The text without the picture or link that a problem is about; undefined where there is none. */
function withoutTarget(text: string, { line = 1, written }: Problem): string | undefined {
  if (!written) return undefined;
  const lines = text.split("\n");
  const quoted = escapeRegExp(written);
  const patterns: [RegExp, string][] = [
    [new RegExp(`!\\[((?:\\\\.|[^\\]\\\\])*)\\]\\(<?[^)>]*${quoted}[^)]*\\)`), "$1"],
    [new RegExp(`(?<!!)\\[((?:\\\\.|[^\\]\\\\])*)\\]\\(<?[^)>]*${quoted}[^)]*\\)`), "$1"],
    [new RegExp(`<img[^>]*${quoted}[^>]*>`), ""],
    [new RegExp(`\\s+(?:href|src|poster)="[^"]*${quoted}[^"]*"`), ""],
  ];
  for (let at = line - 1; at < Math.min(lines.length, line + 40); at++) {
    for (const [pattern, replacement] of patterns) {
      const current = lines[at] ?? "";
      if (!pattern.test(current)) continue;
      lines[at] = current.replace(pattern, (_, inner: string | undefined) =>
        replacement === "$1" ? (inner ?? "").trim() : "",
      );
      return lines.join("\n");
    }
  }
  return undefined;
}
