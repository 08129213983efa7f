/** Runs a page's samples in PGlite, to find out which of them have the page's outcome there. */
import type { PGlite } from "@electric-sql/pglite";
import { outcomeOn } from "../../content/samples/other-outcome.ts";
import type { DigestedSample } from "../../content/samples/sample.ts";
import type { Outcome, ProvenSample } from "../../content/samples/transcript.ts";
import { labelOf, majorOf, runsOn } from "../../content/samples/version.ts";
import { masked } from "../masks.ts";
import { PageSession, type Protocol, runsInPage } from "./page-session.ts";

export interface PageEngine {
  protocol: Protocol;
  /** Creates an instance with an empty database. */
  create: () => Promise<PGlite>;
  /** Such as `PGlite 0.5.17`. */
  name: string;
}

/** A sample's outcome in PGlite, beside the page's outcome for the same version of PostgreSQL. */
export interface InPage {
  expected: Outcome;
  came: Outcome;
  isSame: boolean;
}

/** One for each sample, in their order; undefined for a sample that can't run in one session, or has no outcome for this version. */
export async function samplesInPage(
  samples: readonly DigestedSample[],
  proven: readonly ProvenSample[],
  engine: PageEngine,
): Promise<(InPage | undefined)[]> {
  let database: PGlite | undefined;
  let session: PageSession | undefined;
  let major = 0;
  const found: (InPage | undefined)[] = [];
  try {
    for (const [index, sample] of samples.entries()) {
      const known = proven[index];
      if (sample.fresh) {
        await database?.close();
        session = undefined;
      }
      if (!known || !runsInPage(sample)) {
        found.push(undefined);
        continue;
      }
      if (!session) {
        database = await engine.create();
        session = await new PageSession(database, engine.protocol).begin();
        major = await majorIn(database);
      }
      const expected = outcomeOn(labelOf({ system: "PostgreSQL", major }), known);
      if (!runsOn(sample, { PostgreSQL: major })) {
        found.push(undefined);
        continue;
      }
      const came: Outcome = { results: await session.run(sample) };
      const { varies } = sample;
      found.push(expected && { expected, came, isSame: masked(expected, varies) === masked(came, varies) });
    }
    return found;
  } finally {
    await database?.close();
  }
}

async function majorIn(database: PGlite): Promise<number> {
  const { rows } = await database.query<{ version: string }>("SELECT current_setting('server_version') AS version");
  return majorOf(rows[0]?.version ?? "");
}
