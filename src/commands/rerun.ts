/** `wellformed rerun`: runs the samples of somebody's page on the reader's own server, and reports what differs. */
import { existsSync, realpathSync } from "node:fs";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";
import { UsageError } from "../content/problems/usage-error.ts";
import type { SharedPage } from "../content/samples/samples-file.ts";
import { majorOf, type Version, versionOf } from "../content/samples/version.ts";
import { withControlPictures } from "../content/text/control-characters.ts";
import { fetchSamples } from "../elsewhere/fetch-samples.ts";
import { countsText, differenceIssue, issueAddress, issueTitle, type Rerun } from "../proof/difference-issue.ts";
import { nodeRelease } from "../proof/node-release.ts";
import { madeByName } from "../proof/postgres/roles-made.ts";
import type { DatabasesAndRoles } from "../proof/postgres/server.ts";
import { reportOn } from "../proof/postgres/server-report.ts";
import { startForStrangers } from "../proof/postgres/stranger-server.ts";
import { canConfine } from "../proof/programs/confinement.ts";
import type { ProgramFolders } from "../proof/programs/program-folders.ts";
import { differenceText } from "../proof/prove-pages.ts";
import { rerunPage, type Verdict } from "../proof/rerun-page.ts";
import { type RerunOptions, readRerunOptions } from "./rerun/rerun-options.ts";
import { planText } from "./rerun/rerun-plan.ts";

/** The exit code if an outcome differs. */
const DIFFERS = 1;

export async function rerun(args: string[]): Promise<void> {
  const options = readRerunOptions(args, process.env);
  const page = await fetchSamples(options.place, fetch);
  const made = await madeByName(page.samples);
  console.log(planText(page, { ...options, made, canConfine: await canConfine() }));
  if (options.isTrial) return console.log(withControlPictures(codeText(page)));
  if (!options.yes) await confirm();
  const result = await run(page, made, options);
  report(result);
  if (!result.verdicts.some(({ kind }) => kind === "differs")) return;
  process.exitCode = DIFFERS;
  await offerIssue(result, options);
}

async function run(page: SharedPage, made: DatabasesAndRoles, options: RerunOptions): Promise<Rerun> {
  const { address, on, programs: mayRunPrograms, superuser: asSuperuser } = options;
  const siteDir = releasesBeside();
  const version = on === undefined ? undefined : versionFor(on);
  const major = version?.system === "PostgreSQL" ? version.major : undefined;
  const node = await nodeRelease(version?.system === "Node" ? version.major : undefined, siteDir);
  const server = await startForStrangers({ address, major, siteDir, made, asSuperuser });
  const folder = await mkdtemp(join(tmpdir(), "wellformed-rerun-"));
  // A server that was started here ends with this process; on the reader's own, what was created must be dropped.
  const interrupted = async () => {
    await server.dropAll();
    process.exit(130);
  };
  if (address) process.once("SIGINT", interrupted);
  try {
    if (address && major !== undefined && majorOf(server.version) !== major)
      throw new UsageError(`--on asks for PostgreSQL ${major}, and --server is ${server.version}`);
    const machine = { version: undefined, server, node };
    const folders = await foldersIn(folder);
    const verdicts = await rerunPage(page, { machine, folders, mayRunPrograms, names: server.names });
    const platform = `${process.platform} ${process.arch}`;
    const report = await reportOn(server.admin);
    return { page, verdicts, server: report, postgres: server.version, node: node.version, platform, asSuperuser };
  } finally {
    process.off("SIGINT", interrupted);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Programs can import the engine's own packages, such as `pg`. */
async function foldersIn(folder: string): Promise<ProgramFolders> {
  const packages = dirname(dirname(fileURLToPath(import.meta.resolve("pg/package.json"))));
  const link = join(folder, "node_modules");
  await symlink(packages, link, "junction");
  const readable = [link, packages, realpathSync(packages)];
  return {
    working: join(folder, "samples"),
    packages: readable,
    compiled: join(folder, "compiled"),
    programs: join(folder, "programs"),
  };
}

/** The folder with the `.cache` of installed versions: the site's in a site's folder, otherwise the user's. */
function releasesBeside(): string {
  return existsSync("_data/site.ts") ? "." : join(homedir(), ".cache/wellformed");
}

function versionFor(text: string): Version {
  const version = versionOf(/^\d{1,3}$/.test(text) ? `PostgreSQL ${text}` : text);
  if (version) return version;
  throw new UsageError(`--on takes a version such as 17 or "Node 26", not "${text}"`);
}

/** The code of all samples, for `--dry-run`. */
function codeText({ samples }: SharedPage): string {
  return samples
    .map(({ language, as: role, file, code }, index) => {
      const facts = [language, file, role && `as ${role}`].filter(Boolean).join(", ");
      return `\n--- sample ${index + 1}: ${facts}\n${code.trimEnd()}`;
    })
    .join("\n");
}

async function confirm(): Promise<void> {
  if (!process.stdin.isTTY) throw new UsageError("nobody can be asked here: read it by --dry-run, and write --yes");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Run it? [y/N] ");
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new UsageError("nothing was run");
}

function report({ page, verdicts, postgres, node }: Rerun): void {
  console.log(`PostgreSQL ${postgres}, Node ${node}: ${countsText(verdicts)}`);
  for (const [index, verdict] of verdicts.entries()) {
    const text = verdictText(page, index, verdict);
    if (text !== undefined) console.log(withControlPictures(text));
  }
}

function verdictText({ page, samples }: SharedPage, index: number, verdict: Verdict): string | undefined {
  const [sample] = samples.slice(index);
  const name = `sample ${index + 1}, ${firstLineOf(sample?.code ?? "")}`;
  if (verdict.kind === "differs" || verdict.kind === "further") {
    const { was, is } = verdict;
    const line = sample?.line ?? 1;
    const note = verdict.kind === "further" ? ": a race, which came out in a further way; that is no difference" : "";
    return `  ${name}${note}\n${differenceText(page, { line, was, is, isFurther: false, mayRace: false })}`;
  }
  return "why" in verdict
    ? `  ${name}: ${verdict.kind === "refused" ? "not run" : "unknown"}, ${verdict.why}`
    : undefined;
}

function firstLineOf(code: string): string {
  return (
    code
      .split("\n")
      .find((line) => line.trim())
      ?.trim()
      .slice(0, 60) ?? ""
  );
}

async function offerIssue(result: Rerun, { issue }: RerunOptions): Promise<void> {
  const text = differenceIssue(result);
  if (issue !== undefined) await writeFile(issue, text);
  console.log(issue === undefined ? `\nAn issue about it:\n\n${text}` : `${issue} has the text of an issue about it.`);
  const { issues } = result.page;
  if (issues) console.log(`It can be opened at ${issueAddress(issues, issueTitle(result))}`);
}
