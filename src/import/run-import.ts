/** One import, from a path to a site's folder and its report. */
import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { UsageError } from "../content/problems/usage-error.ts";
import { defaultExportOf } from "../reading/data/default-export.ts";
import { readSite } from "../reading/data/read-site.ts";
import { withComments } from "./comments/with-comments.ts";
import { withFetchedMedia } from "./fetch-media.ts";
import { readOldFeed } from "./old-feed.ts";
import { planOf } from "./plan.ts";
import { type ImportReport, REPORT_DATA, REPORT_FILE, reportData, reportText } from "./report.ts";
import { ImportRules, NO_RULES } from "./rules.ts";
import { NO_ADDRESS } from "./settings-text.ts";
import { type Manifest, SiteWriter } from "./site-writer.ts";
import { kindOf } from "./sources/kinds.ts";
import { writeSite } from "./write-site.ts";

export interface ImportOptions {
  readonly kind: string;
  /** What is imported. */
  readonly path: string;
  readonly siteDir: string;
  /** The old site's feed, for the ids of its entries. */
  readonly feed?: string | undefined;
  /** Comments that were kept elsewhere: Disqus' export, or a folder of data. */
  readonly comments?: string | undefined;
  readonly rules?: string | undefined;
  readonly fetch: boolean;
  readonly force: boolean;
  /** The moment of the import: what is dated later is not public yet. */
  readonly now: number;
  readonly progress?: ((stage: string, done: number, all: number) => void) | undefined;
}

const RULES_FILE = "import-rules.ts";
const PAUSE_MS = 1000;

/** Throws a `UsageError` for what can't be read, or is in the way. */
export async function runImport(options: ImportOptions): Promise<ImportReport> {
  const start = performance.now();
  const { siteDir, now, progress } = options;
  const path = resolve(options.path);
  const { kind, found } = await kindOf(options.kind, path);
  const rules = await rulesIn(options.rules ?? join(siteDir, RULES_FILE), options.rules !== undefined);
  const own = await kind.read(path, { rules, progress: (done, all) => progress?.("reading", done, all) });
  const read = await withComments(own, path, options.comments);
  const fetching = {
    fetch,
    wait,
    pauseMs: PAUSE_MS,
    cache: join(siteDir, ".cache/import"),
    progress: (done: number, all: number) => progress?.("pictures", done, all),
  };
  const addressed = { ...read, url: read.url ?? (await addressIn(siteDir)) };
  const source = options.fetch ? await withFetchedMedia(addressed, fetching) : addressed;
  const plan = planOf(source, now);
  const feed = options.feed === undefined ? undefined : await feedIn(options.feed, plan.ownPath);
  const writer = new SiteWriter(siteDir, manifestIn(siteDir), options.force);
  const outcome = await writeSite(source, { siteDir: resolve(siteDir), writer, plan, feed, now, progress });
  const report: ImportReport = {
    ...outcome,
    kind: kind.name,
    source: relative(process.cwd(), path) || ".",
    found: options.kind === "auto" ? found : undefined,
    seconds: (performance.now() - start) / 1000,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    written: writer.manifest,
  };
  writer.write(REPORT_FILE, reportText(report));
  writer.write(REPORT_DATA, reportData(report));
  return report;
}

async function rulesIn(file: string, isNamed: boolean): Promise<ImportRules> {
  const path = resolve(file);
  if (!existsSync(path)) {
    if (isNamed) throw new UsageError(`--rules: there is no file ${path}`);
    return NO_RULES;
  }
  const read = ImportRules.safeParse(await defaultExportOf(path));
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path: at, message }) => `${at.join(".")}: ${message}`);
  throw new UsageError(`${path} is not a file of import rules:\n${issues.join("\n")}`);
}

/** What the new site's owner has set, for a source that does not say where it was published. */
async function addressIn(siteDir: string): Promise<string | undefined> {
  if (!existsSync(join(siteDir, "_data/site.ts"))) return undefined;
  const site = await readSite(siteDir, {});
  return site.ok && site.value.url !== NO_ADDRESS ? site.value.url : undefined;
}

async function feedIn(file: string, ownPath: (address: string) => string | undefined) {
  if (!existsSync(file)) throw new UsageError(`--feed: there is no file ${resolve(file)}`);
  try {
    return await readOldFeed(file, ownPath);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--feed: ${file} can't be read as a feed: ${error instanceof Error ? error.message : error}`);
  }
}

/** Of an earlier import into the same folder. */
function manifestIn(siteDir: string): Manifest {
  const file = join(siteDir, REPORT_DATA);
  if (!existsSync(file)) return {};
  try {
    const data: { written?: unknown } = JSON.parse(readFileSync(file, "utf8"));
    const rows = typeof data.written === "object" && data.written !== null ? Object.entries(data.written) : [];
    return Object.fromEntries(rows.flatMap(([name, digest]) => (typeof digest === "string" ? [[name, digest]] : [])));
  } catch {
    return {};
  }
}
