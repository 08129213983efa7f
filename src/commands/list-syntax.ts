/** `wellformed check --syntax NAME`: lists what turning on an optional syntax would change in all texts, drafts included. */
import type { MarkdownSyntax } from "../content/markdown-syntax.ts";
import { printable } from "../content/problems/code-frame.ts";
import { ContentError } from "../content/problems/problem.ts";
import { syntaxChangesIn } from "../reading/syntax-changes-in.ts";
import { collections } from "../site/collections.ts";
import type { BuildOptions } from "./options/build-options.ts";
import { count } from "./report/numbers.ts";

export async function listSyntax(options: BuildOptions, setting: keyof MarkdownSyntax): Promise<void> {
  const found = await syntaxChangesIn(options, collections, setting);
  if (!found.ok) throw new ContentError(found.problems);
  const changes = found.value;
  if (options.format === "json") return console.log(JSON.stringify({ changes }, null, 2));
  for (const { file, line, before, after } of changes)
    console.log(`${file}:${line}\n  - ${printable(before)}\n  + ${printable(after)}`);
  console.log(`markdown.${setting} would change ${count(changes.length, "block")}`);
}
