/** `wellformed issue`: opens an issue with a file's text, for a workflow that found something. */
import { readFile } from "node:fs/promises";
import { UsageError } from "../content/problems/usage-error.ts";
import { openIssue } from "../elsewhere/open-issue.ts";
import { readCommandLine } from "./options/command-line.ts";

export async function issue(args: string[]): Promise<void> {
  const { positionals } = readCommandLine("issue", args, process.env);
  const [title, file, extra] = positionals;
  if (!title || !file || extra !== undefined)
    throw new UsageError('wellformed issue takes a title and a file: npx wellformed issue "A title" file.txt');
  const text = await readFile(file, "utf8").catch(() => {
    throw new UsageError(`wellformed issue: there is no file ${file}`);
  });
  console.log(await openIssue(title, text, process.env, fetch));
}
