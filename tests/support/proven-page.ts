/** Proves the pages of `tests/fixtures/proof/` on a real PostgreSQL, one server for all test files of a process. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { formatProblem } from "../../src/content/problems/problem.ts";
import type { Needs } from "../../src/content/samples/needs.ts";
import type { DigestedSample } from "../../src/content/samples/sample.ts";
import type { Outcome, ProvenSample, Transcript } from "../../src/content/samples/transcript.ts";
import { namedVersions } from "../../src/content/samples/version.ts";
import { ownMachine } from "../../src/proof/machine.ts";
import type { PageRuns } from "../../src/proof/page-transcript.ts";
import { type Server, startServer } from "../../src/proof/postgres/server.ts";
import { programFoldersFor } from "../../src/proof/programs/program-folders.ts";
import { type PageSamples, problemsOf, provePage } from "../../src/proof/prove-page.ts";
import { provePages, runPage } from "../../src/proof/prove-pages.ts";
import { readTranscript, writeTranscript } from "../../src/proof/transcript-file.ts";
import { renderPost } from "./render-post.ts";

export const PROOF_FIXTURES = "tests/fixtures/proof";

export interface ProvenPage {
  samples: DigestedSample[];
  proven: ProvenSample[];
  outcomes: Outcome[];
  problems: string[];
}

/** It ends with the process. */
let shared: Promise<Server> | undefined;

interface ServerOptions {
  mayRunShell?: boolean;
  own?: boolean;
  /** The samples' author is not who runs them. */
  isStrangers?: boolean;
}

/**
 * Call at a test file's top. Samples' folders lie in the project's own, where they find its packages. An own server counts
 * its transactions from the same number in each run.
 */
export function useServer({ mayRunShell = false, own = false, isStrangers = false }: ServerOptions = {}) {
  let server: Server;
  const start = () => startServer(process.env["PROVE_DATABASE_URL"]);
  beforeAll(async () => {
    const started = own ? start() : (shared ?? start());
    if (!own) shared = started;
    server = await started;
  });
  afterAll(async () => {
    if (own) await server.stop();
  });
  return {
    /** As `PROVE_DATABASE_URL` names it. */
    url: () => {
      const { host, port, user } = server.configFor("postgres");
      return `postgres://${user}@${host}:${port}`;
    },
    /** Another connection than the samples'. */
    ask: async (sql: string) => (await server.admin.query({ text: sql, rowMode: "array" })).rows,
    /** As the command does it, but for writing; gives the transcript's text. */
    provePages: async (markdown: string, known?: Transcript, check = false, needs: Needs = {}) => {
      const file = `page-${process.pid}.md`;
      const { samples } = renderPost(markdown, { file, folder: PROOF_FIXTURES });
      const transcripts = new Map(known && [[file, known]]);
      const machines = [ownMachine(server)];
      const named = namedVersions({});
      const today = "2026-01-01";
      const options = { machines, named, siteDir: process.cwd(), mayRunShell, check, transcripts, today };
      for await (const page of provePages([{ file, samples, needs }], options))
        return { ...page, problems: page.problems.map(formatProblem) };
      throw new Error("no page was proven");
    },
    /** What came of its samples, to be compared with transcripts. */
    runPage: async (markdown: string): Promise<{ page: PageSamples; runs: PageRuns }> => {
      const page = { file: "page.md", samples: renderPost(markdown, { folder: PROOF_FIXTURES }).samples };
      const siteDir = process.cwd();
      const options = { machines: [ownMachine(server)], named: namedVersions({}), siteDir, mayRunShell, check: true };
      return { page, runs: await runPage(page, { ...options, transcripts: new Map(), today: "2026-01-01" }) };
    },
    prove: async (markdown: string, file = "page.md", known?: Transcript): Promise<ProvenPage> => {
      const { samples } = renderPost(markdown, { file, folder: PROOF_FIXTURES });
      const folders = programFoldersFor(process.cwd(), `test-${process.pid}-${file}`);
      const machine = ownMachine(server);
      const runs = await provePage(
        { file, samples },
        { machine, mayRunShell, isStrangers, folders, known, explores: !known },
      );
      const proven = runs.flatMap((run) => run.proven ?? []);
      const problems = problemsOf(runs).map(formatProblem);
      return { samples, proven, outcomes: proven.map(({ outcome }) => outcome), problems };
    },
  };
}

export function fixture(name: string): string {
  return readFileSync(join(PROOF_FIXTURES, name), "utf8");
}

/** As it would be written, and read back. */
export function transcriptOf({ proven }: Pick<ProvenPage, "proven">): Transcript {
  const text = writeTranscript({ checked: "2026-01-01", versions: { PostgreSQL: "18" }, samples: proven });
  const transcript = readTranscript("page.proof.json", text);
  if (!transcript.ok) throw new Error(transcript.problems.map(formatProblem).join());
  return transcript.value;
}
