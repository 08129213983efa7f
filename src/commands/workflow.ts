/** `wellformed workflow`: writes the files by which a site is published on its own. */
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { namesOf } from "../content/names-of.ts";
import { inSentence } from "../content/naming.ts";
import { didYouMean } from "../content/problems/nearest-name.ts";
import { ContentError } from "../content/problems/problem.ts";
import { UsageError } from "../content/problems/usage-error.ts";
import { destinationOf } from "../publish/releases/destination.ts";
import { readSite } from "../reading/data/read-site.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { WORKFLOWS } from "../starter/workflows/workflow-files.ts";
import type { WorkflowPlan } from "../starter/workflows/workflow-plan.ts";
import { documentation } from "./engine.ts";
import { readCommandLine } from "./options/command-line.ts";
import { siteFolder } from "./options/option-values.ts";

const KINDS = namesOf(WORKFLOWS);
/** A path that needs no quoting in a shell. */
const PLAIN = /^[\w./@:+=,[\]-]+$/;

export async function workflow(args: string[]): Promise<void> {
  const { values, positionals } = readCommandLine("workflow", args, process.env);
  const [word, destination, extra] = positionals;
  if (extra !== undefined) throw new UsageError(`wellformed workflow takes one destination, and not ${extra} as well`);
  const kind = kindOf(word);
  const siteDir = siteFolder(values.site);
  const site = await readSite(siteDir);
  if (!site.ok) throw new ContentError(site.problems, sourcesIn(siteDir));
  const files = WORKFLOWS[kind]({
    ...{ url: site.value.url, destination: checkedDestination(kind, destination) },
    ...{ branch: await branchOf(siteDir), takesNewest: await takesNewest(siteDir) },
  } satisfies WorkflowPlan);
  const taken = [...files.keys()].filter((path) => existsSync(join(siteDir, path)));
  if (taken.length > 0 && !values.force)
    throw new UsageError(
      `${inSentence(taken, "en-GB")} ${taken.length === 1 ? "exists" : "exist"}; --force replaces existing files`,
    );
  for (const [path, text] of files) {
    await mkdir(dirname(join(siteDir, path)), { recursive: true });
    await writeFile(join(siteDir, path), text);
    console.log(path);
  }
  console.log(`What they need is said at their top, and in ${documentation("publishing.md")}.`);
}

function kindOf(word: string | undefined): keyof typeof WORKFLOWS {
  const kind = KINDS.find((one) => one === word);
  if (kind) return kind;
  const hint = (word !== undefined && didYouMean(word, KINDS)) || "npx wellformed workflow github";
  const not = word === undefined ? "" : `, not "${word}"`;
  throw new UsageError(`wellformed workflow takes ${KINDS.join(", ")}${not} (${hint})`);
}

function checkedDestination(kind: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const { host } = destinationOf(text, "ssh");
  if (!PLAIN.test(text)) throw new UsageError(`${text} has letters that a shell reads more into; name another folder`);
  if (host === undefined && kind !== "systemd")
    throw new UsageError(
      `${kind} runs elsewhere, and has no folder ${text}; name one such as user@example.org:/srv/www`,
    );
  return text;
}

/** The branch that is checked out. */
async function branchOf(siteDir: string): Promise<string> {
  const head = await readFile(join(siteDir, ".git/HEAD"), "utf8").catch(() => "");
  return /^ref: refs\/heads\/([\w./-]+)$/m.exec(head)?.[1] ?? "main";
}

async function takesNewest(siteDir: string): Promise<boolean> {
  const manifest = await readFile(join(siteDir, "package.json"), "utf8").catch(() => "");
  return !/"wellformed"\s*:\s*"file:/.test(manifest);
}
