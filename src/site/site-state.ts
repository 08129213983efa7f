/**
 * Whether anything has changed since the last build: a file of the site or of the output, the engine, an option, or a date that
 * has come. If nothing has, there is nothing to do; that is found out without reading any content.
 */
import { lstatSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { engineDigest } from "../cache/engine-digest.ts";
import { stampsOf } from "../cache/folder-stamp.ts";
import { readKeptData, writeKeptData } from "../cache/kept-file.ts";
import type { Finding } from "../content/problems/problem.ts";
import { readRedirects } from "../reading/data/read-redirects.ts";
import { readSearches } from "../reading/data/read-searches.ts";
import { readSite } from "../reading/data/read-site.ts";
import type { Due } from "../reading/read-content.ts";
import type { BuildOptions } from "./build-site.ts";
import type { WrittenSite } from "./write.ts";

/** What a build says when it has ended. */
export interface BuildSummary {
  /** How many HTML pages there are. */
  readonly pages: number;
  readonly feeds: number;
  /** How many pages the search index holds. */
  readonly indexed: number;
  /** How many entries are withheld. */
  readonly withheld: number;
  readonly advice: readonly Finding[];
  /** Problems of the baseline. */
  readonly accepted: readonly Finding[];
  /** How many addresses are new to the ledger. */
  readonly added: number;
  readonly due: Due | undefined;
}

interface State {
  readonly output: string;
  /** The theme's files outside the site's folder, and a digest of their stamps. */
  readonly elsewhere: { readonly files: readonly string[]; readonly digest: string };
  /** A build makes the same between these moments, in milliseconds since 1970; without an end, for ever. */
  readonly from: number;
  readonly until: number | undefined;
  readonly summary: BuildSummary;
}

/** Folders that never hold content of the site. */
const LEFT_OUT = new Set(["node_modules", ".git", ".cache"]);
/** A file that is younger than this can change again without a change of its stamp. */
const TOO_NEW_MS = 50;

type Options = Pick<BuildOptions, "siteDir" | "at" | "url" | "pathPrefix" | "drafts" | "search"> & {
  readonly outDir: string;
  /** Whether texts have compressed copies; undefined if the site's host decides. */
  readonly compress: boolean | undefined;
};

export class SiteState {
  readonly #options: Options;
  readonly #inputs: string | undefined;

  private constructor(options: Options, inputs: string | undefined) {
    this.#options = options;
    this.#inputs = inputs;
  }

  /** Called before a build reads anything, so that a change during the build is noticed by the next. */
  static async before(options: Options): Promise<SiteState> {
    return new SiteState(options, await digestOfInputs(options));
  }

  /** The summary of the last build, if this one would be the same. */
  unchanged(): BuildSummary | undefined {
    if (this.#inputs === undefined) return undefined;
    const state = readKeptData<State>(this.#file, this.#inputs);
    if (!state) return undefined;
    const now = this.#options.at.epochMilliseconds;
    if (now < state.from || (state.until !== undefined && now >= state.until)) return undefined;
    if (digestOfFiles(state.elsewhere.files) !== state.elsewhere.digest) return undefined;
    return digestOfFolder(this.#options.outDir) === state.output ? state.summary : undefined;
  }

  /** Called when the output folder is complete. `hasMore` is true if it has files that the build did not write. */
  write(site: WrittenSite, summary: BuildSummary, hasMore: boolean): void {
    const { outDir, siteDir, at } = this.#options;
    // The stamps of files that the build wrote are known already.
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

/** Undefined if it can't be known: a file is being written, or the settings can't be read. */
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
  // Settings are programs, whose values may depend on more than files.
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
