/** Runs the samples of one page, in their order, and gives what came out. */
import { existsSync, realpathSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../content/problems/problem.ts";
import type { DigestedSample, Sample } from "../content/samples/sample.ts";
import { readTimeline } from "../content/samples/timeline.ts";
import type { Outcome, ProvenSample } from "../content/samples/transcript.ts";
import { Database } from "./database.ts";
import { SampleFault } from "./fault.ts";
import { runProgram, type Workplace } from "./run-program.ts";
import { runStatements } from "./run-sql.ts";
import { runTimeline } from "./run-timeline.ts";
import type { Server } from "./server.ts";
import { statementEnds } from "./statements.ts";

export interface PageSamples {
  /** The content file. */
  file: string;
  samples: DigestedSample[];
}

export interface Proving {
  server: Server;
  /** What the site's owner lets programs be; shells can do whatever its owner can. */
  mayRunShell: boolean;
  /** A folder for the page's programs, emptied first. */
  workplace: Workplace;
}

/** What came out of all samples before the first that has a problem. */
export async function provePage(
  { file, samples }: PageSamples,
  proving: Proving,
): Promise<{ proven: ProvenSample[]; problems: Problem[] }> {
  const proven: ProvenSample[] = [];
  const place = new Place(proving);
  try {
    for (const sample of samples) {
      const { line, digest, code } = sample;
      try {
        const outcome = await place.run(sample);
        const fault = unexpectedIn(outcome, sample);
        if (fault) return { proven, problems: [{ file, line, ...fault }] };
        proven.push({ digest, ...(outcome.results && { ends: await statementEnds(code) }), outcome });
      } catch (error) {
        const { message, hint } = faultFrom(error);
        return { proven, problems: [{ file, line, message: `the sample ${message}`, hint }] };
      }
    }
    return { proven, problems: [] };
  } finally {
    await place.clear();
  }
}

/** The database and the folder that samples share, until one asks for fresh ones. */
class Place {
  readonly #proving: Proving;
  #database: Database | undefined;

  constructor(proving: Proving) {
    this.#proving = proving;
  }

  async run(sample: Sample): Promise<Outcome> {
    if (sample.fresh) await this.clear();
    const database = await this.#open();
    const { language, timeline, code, as } = sample;
    if (timeline) return { events: await runTimeline(readTimeline(code).steps, database, as) };
    if (language === "sql") return { results: await runStatements(code, await database.sessionOf(as)) };
    if (language === "sh" && !this.#proving.mayRunShell) {
      throw new SampleFault("is a shell's, which may not run", "proofs.shell in _data/site.ts allows it");
    }
    return runProgram(sample, this.#proving.workplace, database.environment(as));
  }

  async clear(): Promise<void> {
    await this.#database?.drop();
    this.#database = undefined;
    await rm(this.#proving.workplace.folder, { recursive: true, force: true });
  }

  async #open(): Promise<Database> {
    if (this.#database) return this.#database;
    await rm(this.#proving.workplace.folder, { recursive: true, force: true });
    await mkdir(this.#proving.workplace.folder, { recursive: true });
    this.#database = await Database.create(this.#proving.server);
    return this.#database;
  }
}

/** An error must be announced, so that it is one that the author meant. */
function unexpectedIn(outcome: Outcome, { fails }: Sample): { message: string; hint: string } | undefined {
  const errors = errorsIn(outcome);
  const codes = errors.map(({ code }) => code);
  if (codes.join() === fails.join()) return undefined;
  if (errors.length === 0)
    return { message: `the sample was to fail with ${fails.join()}, and did not`, hint: "leave fails=… out" };
  const first = errors.find(({ code }, index) => code !== fails[index]) ?? errors[0];
  return {
    message: `the sample failed with ${codes.join()}${first?.message ? `: ${first.message}` : ""}`,
    hint: `write fails=${codes.join()} if it is meant to`,
  };
}

function errorsIn({ results = [], events = [], exit, output }: Outcome): { code: string; message: string }[] {
  if (exit) return [{ code: String(exit), message: output ?? "" }];
  const all = [...results, ...events.flatMap((event) => event.results ?? [])];
  return all.map(({ error }) => error).filter((error) => error !== undefined);
}

function faultFrom(error: unknown): { message: string; hint?: string | undefined } {
  if (error instanceof SampleFault) return error;
  // A role that can't connect, a server that has gone: PostgreSQL's own words are the best there are.
  return { message: `could not run: ${error instanceof Error ? error.message : String(error)}` };
}

/** The folder for a page's programs, below the site's, so that they find its packages. */
export function workplaceFor(siteDir: string, file: string): Workplace {
  const name = file.replace(/(\/index)?\.md$/, "").replaceAll("/", "-");
  const packages = join(siteDir, "node_modules");
  const readable = existsSync(packages) ? [packages, realpathSync(packages)] : [];
  return { folder: join(siteDir, ".cache/proof", name), packages: readable };
}
