/** The rows of `fixtures/cases/`: posts that a careless or a hostile author could write, built with the real command. */

import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "yaml";
import { groupBy } from "../../src/content/group-by.ts";
import { type Finding, formatProblem } from "../../src/content/problems/problem.ts";
import { isRule } from "../../src/content/problems/rule.ts";
import { AT, copyFixture } from "./built-fixture.ts";
import { runBuild } from "./run-build.ts";
import { writeFiles } from "./write-files.ts";

export interface Case {
  /** The name of the file that the row stands in. */
  subject: string;
  case: string;
  /** Of the post; made up where it does not matter. */
  file: string;
  /** The post, whole; otherwise its front matter and its Markdown. */
  text?: string;
  head?: string;
  body?: string;
  /** The address of its page. */
  at: string;
  /** What the build says of the file, each problem without the file's name. Missing for a post that is published. */
  says?: string[];
  /** What its page says, and must not say. */
  shows?: string[];
  hides?: string[];
}

export function readCases(): Case[] {
  return globSync("tests/fixtures/cases/*.yaml")
    .sort()
    .flatMap((path) => {
      const rows = parse(readFileSync(path, "utf8")) as Partial<Case>[];
      const subject = basename(path, ".yaml");
      return rows.map((row, index) => {
        const file = row.file ?? `posts/${subject}-${index}.md`;
        return { ...row, subject, file, at: row.at ?? `/posts/${basename(file, ".md")}/` } as Case;
      });
    });
}

/** Builds a site of them, and returns what the build said of each file. */
export async function buildCases(
  cases: Case[],
  site: string,
  out: string,
): Promise<{ code: number; said: Map<string, string[]> }> {
  copyFixture("no-posts", site);
  for (const { file, text, head = "title: Case\ndate: 2026-01-01", body = "Text." } of cases) {
    writeFiles(site, { [file]: text ?? `---\n${head}\n---\n\n${body}\n` });
  }
  const { code, output } = await runBuild(["--site", site, "--out", out, "--at", AT, "--format", "json"]);
  const json = output.slice(output.indexOf("{\n"), output.indexOf("\n}\n") + 2);
  const { problems } = JSON.parse(json) as { problems: Finding[] };
  const unnamed = problems.filter(({ rule }) => !isRule(rule) || rule === "other");
  if (unnamed.length > 0) throw new Error(`without a rule: ${unnamed.map(formatProblem).join("\n")}`);
  const ofFile = groupBy(problems, ({ file }) => file);
  const lines = [...ofFile].map(
    ([file, found]) => [file, found.map((one) => formatProblem({ ...one, file: "" }).trim())] as const,
  );
  return { code, said: new Map(lines) };
}
