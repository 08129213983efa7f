/**
 * Whether anything has changed since the last build: no file of the site, nothing of the engine, no setting, no file of the
 * output, and no date that has come. Then there is nothing to do, which is found out without reading any content.
 */
import { lstatSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { engineDigest } from "../cache/engine-digest.ts";
import { stampsOf } from "../cache/folder-stamp.ts";
import { readKeptData, writeKeptData } from "../cache/kept-file.ts";
import type { Finding } from "../content/problems/problem.ts";
import type { Due } from "../reading/read-content.ts";
import { readRedirects } from "../reading/read-redirects.ts";
import { readSearches } from "../reading/read-searches.ts";
import { readSite } from "../reading/read-site.ts";
import type { BuildOptions } from "./build-site.ts";
import type { WrittenSite } from "./write.ts";

/** What a build says when it has ended. */
export interface BuildSummary {
  /** HTML pages. */
  readonly pages: number;
  readonly feeds: number;
  /** How many pages the search index holds. */
  readonly indexed: number;
  /** How many entries are kept back. */
  readonly withheld: number;
  readonly advice: readonly Finding[];
  /** Old problems, which the baseline has. */
  readonly accepted: readonly Finding[];
  /** How many addresses the ledger did not have. */
  readonly added: number;
  readonly due: Due | undefined;
}

interface State {
  readonly output: string;
  /** Of the files outside the site's folder that its theme is made of: their paths, and a digest of what is known of them. */
  readonly elsewhere: { readonly files: readonly string[]; readonly digest: string };
  /** The moments between which a build makes the same, in milliseconds since 1970; without an end, for ever. */
  readonly from: number;
  readonly until: number | undefined;
  readonly summary: BuildSummary;
}

/** Never the site's content: what others keep there, and what builds leave. */
const LEFT_OUT = new Set(["node_modules", ".git", ".cache"]);
/** A file that was written so shortly before may be written again, and look the same. */
const TOO_NEW_MS = 50;

type Options = Pick<BuildOptions, "siteDir" | "at" | "url" | "pathPrefix" | "drafts" | "search"> & {
  readonly outDir: string;
  /** Whether texts have compressed copies; undefined where the site's host decides. */
  readonly compress: boolean | undefined;
};

export class SiteState {
  readonly #options: Options;
  readonly #inputs: string | undefined;

  private constructor(options: Options, inputs: string | undefined) {
    this.#options = options;
    this.#inputs = inputs;
  }

  /** To be called before a build reads anything, so that what changes meanwhile has changed. */
  static async before(options: Options): Promise<SiteState> {
    return new SiteState(options, await digestOfInputs(options));
  }

  /** What the last build said, where this one would make, and say, the same. */
  unchanged(): BuildSummary | undefined {
    if (this.#inputs === undefined) return undefined;
    const state = readKeptData<State>(this.#file, this.#inputs);
    if (!state) return undefined;
    const now = this.#options.at.epochMilliseconds;
    if (now < state.from || (state.until !== undefined && now >= state.until)) return undefined;
    if (digestOfFiles(state.elsewhere.files) !== state.elsewhere.digest) return undefined;
    return digestOfFolder(this.#options.outDir) === state.output ? state.summary : undefined;
  }

  /** For the next build, when the output folder is complete; `hasMore` says that it has files that are not the site's own. */
  write(site: WrittenSite, summary: BuildSummary, hasMore: boolean): void {
    const { outDir, siteDir, at } = this.#options;
    // What is known of each file needs not be asked for again.
    const output = hasMore ? digestOfFolder(outDir) : digestOf(site.maker.stampsIn(outDir).sort().join("\n"));
    if (this.#inputs === undefined || output === undefined) return;
    const files = site.read.theme.inputs.filter((file) => relative(siteDir, file).startsWith(".."));
    const elsewhere = { files, digest: digestOfFiles(files) };
    const state: State = {
      ...{ output, elsewhere, summary },
      ...{ from: at.epochMilliseconds, until: site.read.changesAt },
    };
    writeKeptData(this.#file, this.#inputs, state);
  }

  get #file(): string {
    const { siteDir, outDir } = this.#options;
    return join(siteDir, ".cache/output", `${digestOf(outDir).slice(0, 16)}.state`);
  }
}

/** Undefined where that can't be said: a file that is being written, or settings that can't be read. */
async function digestOfInputs({
  siteDir,
  outDir,
  url,
  pathPrefix,
  drafts,
  search,
  compress,
}: Options): Promise<string | undefined> {
  const now = Date.now();
  const out = relative(siteDir, outDir).split(sep).join("/");
  const isOutput = (path: string) => path === out || path.startsWith(`${out}.`);
  const { lines, newest } = stampsOf(
    siteDir,
    (path) => LEFT_OUT.has(path.slice(path.lastIndexOf("/") + 1)) || isOutput(path),
  );
  if (newest > now - TOO_NEW_MS) return undefined;
  // Settings are programs: what they say may depend on more than their files.
  const settings = [
    await readSite(siteDir, { url, pathPrefix, drafts }),
    await readRedirects(siteDir),
    await readSearches(siteDir),
  ];
  if (settings.some(({ ok }) => !ok)) return undefined;
  const flags = [search, compress, url, pathPrefix, drafts];
  return digestOf([engineDigest(), JSON.stringify([settings, ...flags]), ...lines].join("\n"));
}

function digestOfFolder(folder: string): string | undefined {
  try {
    return digestOf(stampsOf(folder).lines.join("\n"));
  } catch {
    return undefined;
  }
}

function digestOfFiles(files: readonly string[]): string {
  const stamps = files.map((file) => {
    const { size, mtimeMs, ctimeMs } = lstatSync(file, { throwIfNoEntry: false }) ?? {};
    return [file, size, mtimeMs, ctimeMs].join(" ");
  });
  return digestOf(stamps.join("\n"));
}
