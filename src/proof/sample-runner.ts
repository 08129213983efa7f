/** Runs samples one after another, in the database and the folder that they share. */
import type { Place, Problem } from "../content/problems/problem.ts";
import { type Result, success } from "../content/problems/result.ts";
import type { Sample } from "../content/samples/sample.ts";
import { readTimeline } from "../content/samples/timeline.ts";
import type { Outcome, RaceOutcome, Transcript } from "../content/samples/transcript.ts";
import { runRedis } from "./clients/run-redis.ts";
import { unexpectedIn } from "./expected-errors.ts";
import type { Machine } from "./machine.ts";
import { notProven } from "./not-proven.ts";
import { type Permissions, refusalOf } from "./permissions.ts";
import { runStatements } from "./postgres/run-sql.ts";
import { SampleDatabase } from "./postgres/sample-database.ts";
import { statementEnds } from "./postgres/statements.ts";
import type { ProgramFolders } from "./programs/program-folders.ts";
import { runRequest, runServer } from "./programs/run-http.ts";
import { runProgram } from "./programs/run-program.ts";
import { RACING } from "./timelines/open-order.ts";
import { moreRuns, moreRunsAgain, runsOf } from "./timelines/race-runs.ts";
import { keyOf } from "./timelines/races.ts";
import { runRace } from "./timelines/run-race.ts";
import { runTimeline } from "./timelines/run-timeline.ts";
import { Workplace } from "./workplace.ts";

/** Follows whose sample it is, in a message. */
export const MAY_NOT_RUN = "which may not run";

export interface Proving extends Permissions {
  machine: Machine;
  /** The working folder is emptied first. */
  folders: ProgramFolders;
  /** The page's transcript, if it has one. */
  known?: Pick<Transcript, "samples"> | undefined;
  /** Once a race has a new outcome, looks for all others. */
  explores: boolean;
}

/** How running a sample went. */
export interface Attempt {
  /** Why it could not be run, or which error was not announced. */
  problems: readonly Problem[];
  /** True if the next run may have another outcome. */
  mayRace: boolean;
}

interface Ended {
  outcome: Outcome;
  /** See `ProvenSample`. */
  ends?: number[];
  mayRace: boolean;
  /** Errors that the outcome itself does not hold. */
  errors?: { code: string; message: string }[];
}

/** Holds the database and the folder that samples share, until one asks for fresh ones. */
export class SampleRunner {
  readonly #file: string;
  readonly #proving: Proving;
  #database: SampleDatabase | undefined;
  #workplace: Workplace | undefined;

  constructor(file: string, proving: Proving) {
    this.#file = file;
    this.#proving = proving;
  }

  /** `known` are the known outcomes of a race. */
  async run(sample: Sample, known: RaceOutcome[]): Promise<Partial<Ended> & Attempt> {
    const place = this.#placeOf(sample);
    const run = await this.#outcomeOf(sample, place, known).catch((error) => couldNotRun(place, error));
    if (!run.ok) return { problems: run.problems, mayRace: false };
    const { errors, ...ended } = run.value;
    const unexpected = unexpectedIn(ended.outcome, sample, known, errors);
    return { ...ended, problems: unexpected ? [{ ...place, ...unexpected }] : [] };
  }

  /** See `proveAgain`. */
  async repeat(sample: Sample): Promise<Result<number>> {
    const place = this.#placeOf(sample);
    try {
      if (sample.fresh) await this.clear();
      const database = await this.#open();
      await database.endSessions();
      const { as: role, varies, code } = sample;
      const options = { role, place, varies, races: false, more: moreRunsAgain };
      const race = await runRace(readTimeline(code), database, options);
      if (!race.ok) return race;
      const { outcomes, databases } = race.value;
      for (const copy of databases.values()) await copy.discard();
      const runs = runsOf(outcomes);
      if (outcomes.length === 1) return { ok: true, value: runs };
      return notProven(place, `came out in ${outcomes.length} ways in ${runs} runs: its sessions race`, RACING);
    } catch (error) {
      return couldNotRun(place, error);
    }
  }

  async clear(): Promise<void> {
    await this.#workplace?.close();
    this.#workplace = undefined;
    await this.#database?.drop();
    this.#database = undefined;
  }

  #placeOf({ line }: Sample): Place {
    return { file: this.#file, line };
  }

  async #outcomeOf(sample: Sample, place: Place, known: RaceOutcome[]): Promise<Result<Ended>> {
    if (sample.fresh) await this.clear();
    const database = await this.#open();
    const { language, timeline, code, as: role, versions } = sample;
    if (sample.races) return this.#race(sample, database, place, known);
    if (timeline) {
      const options = { role, place, races: false, observes: true, versions };
      const run = await runTimeline(readTimeline(code), database, options);
      if (!run.ok) return run;
      const { events, mayRace } = run.value;
      return success({ outcome: { events }, mayRace });
    }
    if (language === "sql") {
      const run = await runStatements(code, await database.sessionOf(role), place);
      return mapped(run, async (results) => ({ outcome: { results }, ends: await statementEnds(code) }));
    }
    const refusal = refusalOf(language, this.#proving);
    if (refusal) return notProven(place, `is ${refusal.whose}, ${MAY_NOT_RUN}`, refusal.hint);
    await database.admitAll();
    const workplace = await this.#openWorkplace(database);
    const environment = database.environment(role);
    if (language === "psql") {
      const run = await workplace.psql(role, environment).run(code, place);
      return mapped(run, ({ output, errors }) => ({ outcome: { output }, errors }));
    }
    if (language === "redis" || language === "sqlite") {
      const run =
        language === "redis"
          ? await runRedis(code, await workplace.redis(), place)
          : await workplace.sqlite().run(code, place);
      return mapped(run, ({ results, ends }) => ({ outcome: { results }, ends }));
    }
    if (language === "http") return mapped(await runRequest(sample, workplace, place), (outcome) => ({ outcome }));
    const run = sample.serves ? runServer : runProgram;
    return mapped(await run(sample, workplace, environment, place), (outcome) => ({ outcome }));
  }

  /** All outcomes of a race. Later samples continue from the same outcome as before, or from the most frequent one. */
  async #race(
    { code, as: role, varies }: Sample,
    database: SampleDatabase,
    place: Place,
    known: RaceOutcome[],
  ): Promise<Result<Ended>> {
    if (!this.#proving.machine.server.keepsCommitTimes) {
      const message = "races, and this server keeps no times of commits, which tell who went on first";
      return notProven(place, message, "start it with track_commit_timestamp = on");
    }
    if (await database.hasOpenTransaction()) {
      const message = "races, and is run on copies of the database while a transaction of an earlier sample is open";
      return notProven(place, message, "end that transaction, or write fresh");
    }
    await database.endSessions();
    const options = { role, place, varies, races: true, more: moreRuns(known, varies, this.#proving.explores) };
    const race = await runRace(readTimeline(code), database, options);
    if (!race.ok) return race;
    const { outcomes, openOrder, databases } = race.value;
    const continued = known.find(({ continues }) => continues);
    const key = continued ? keyOf(continued, varies) : "";
    const mostOften = outcomes.toSorted((one, other) => other.runs - one.runs)[0];
    const chosen = databases.has(key) || !mostOften ? key : keyOf(mostOften, varies);
    for (const [other, copy] of databases) if (other !== chosen) await copy.discard();
    this.#database = await databases.get(chosen)?.replace(database);
    const races = outcomes.map((outcome) =>
      keyOf(outcome, varies) === chosen ? { ...outcome, continues: true as const } : outcome,
    );
    return { ok: true, value: { outcome: { races, ...(openOrder && { openOrder }) }, mayRace: false } };
  }

  async #open(): Promise<SampleDatabase> {
    this.#database ??= await SampleDatabase.create(this.#proving.machine.server);
    return this.#database;
  }

  async #openWorkplace(database: SampleDatabase): Promise<Workplace> {
    const { folders, machine } = this.#proving;
    this.#workplace ??= await Workplace.open(folders, machine.node, database.sockets);
    return this.#workplace;
  }
}

/** Maps the value of a successful run. */
async function mapped<Value>(
  run: Result<Value>,
  map: (value: Value) => Omit<Ended, "mayRace"> | Promise<Omit<Ended, "mayRace">>,
): Promise<Result<Ended>> {
  return run.ok ? success({ ...(await map(run.value)), mayRace: false }) : run;
}

/** Such as a role that can't connect, or a lost server: PostgreSQL's own message says it best. */
function couldNotRun(place: Place, error: unknown): Result<never> {
  return notProven(place, `could not run: ${error instanceof Error ? error.message : String(error)}`);
}
