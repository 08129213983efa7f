/** Builds of a site as `npm run build` makes them, in a process that knows nothing yet, without Eleventy: pages are written as it would. */
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";
import { digestOf } from "../../src/cache/digest.ts";
import { outputOf } from "../../src/content/address.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { preparePages } from "../../src/site/build-site.ts";
import type { LastOutput } from "../../src/site/file-maker.ts";
import { readLastOutput, writeOutputRecord } from "../../src/site/output-record-file.ts";
import { openTools } from "../../src/site/tools.ts";
import { type WrittenSite, write } from "../../src/site/write.ts";

const AT = Temporal.Instant.from("2026-11-23T00:00:00Z");

export interface Built {
  site: WrittenSite | undefined;
  /** How many texts were rendered. */
  rendered: number;
  /** By path; or the problems that kept it from being built. */
  files: Map<string, string>;
}

/** Builds again and again, each time with what the last build has left. */
export class Rebuilder {
  readonly #siteDir: string;
  readonly #search: boolean;
  #builds = 0;
  #out = "";
  /** What the build before the last has written: the next one writes there. */
  #spare = "";

  constructor(siteDir: string, { search = false } = {}) {
    this.#siteDir = siteDir;
    this.#search = search;
  }

  get out(): string {
    return this.#out;
  }

  async build(): Promise<Built> {
    this.#builds += 1;
    const outDir = `${this.#siteDir}-out-${this.#builds}`;
    const used = this.#spare ? outDir : undefined;
    if (this.#spare) renameSync(this.#spare, outDir);
    this.#spare = "";
    const published = this.#out ? contentsOf(this.#out) : undefined;
    const built = await this.#build(outDir, { ...readLastOutput(this.#siteDir, this.#out), used });
    // Nothing is written into a file that both folders have.
    if (published) expect(contentsOf(this.#out)).toEqual(published);
    if (!built.site) {
      rmSync(outDir, { recursive: true, force: true });
      return built;
    }
    writeOutputRecord(this.#siteDir, outDir, built.site.record);
    this.#spare = this.#out;
    this.#out = outDir;
    return built;
  }

  /** The same site, made of nothing but its own files. */
  async buildAnew(): Promise<Built> {
    const outDir = `${this.#siteDir}-anew`;
    rmSync(outDir, { recursive: true, force: true });
    const cache = join(this.#siteDir, ".cache");
    renameSync(cache, `${cache}-aside`);
    const built = await this.#build(outDir);
    rmSync(cache, { recursive: true, force: true });
    renameSync(`${cache}-aside`, cache);
    return built;
  }

  async #build(outDir: string, last?: LastOutput): Promise<Built> {
    const tools = openTools(this.#siteDir);
    const rendered = await preparePages({ siteDir: this.#siteDir, at: AT, preview: false }, tools, last);
    if (!rendered.ok) {
      const problems = rendered.problems.map(formatProblem).join("\n");
      return { site: undefined, rendered: tools.bodies.made, files: new Map([["problems", problems]]) };
    }
    for (const { path, isKept, bytes } of rendered.value.pages) {
      if (isKept) continue;
      const file = join(outDir, outputOf(path));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes());
    }
    const written = await write(rendered.value, tools, { outDir, search: this.#search });
    if (!written.ok) throw new Error(written.problems.map(formatProblem).join("\n"));
    return { site: written.value, rendered: tools.bodies.made, files: filesIn(outDir) };
  }
}

/** Paths of files that are not the same, or not there. */
export function differing(kept: Built, anew: Built): string[] {
  const paths = [...new Set([...kept.files.keys(), ...anew.files.keys()])];
  return paths.filter((path) => kept.files.get(path) !== anew.files.get(path));
}

/** What was made and not kept, by path from the output folder. */
export function madeIn({ site }: Built): string[] {
  return [...(site?.maker.made ?? [])].sort();
}

/** By path: what each file has, in short. */
function contentsOf(outDir: string): Map<string, string> {
  return new Map([...filesIn(outDir)].map(([path, text]) => [path, digestOf(text)]));
}

function filesIn(outDir: string): Map<string, string> {
  const names = globSync("**/*", { cwd: outDir, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(outDir.length), readFileSync(path, "latin1")];
    }),
  );
}
