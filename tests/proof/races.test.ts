/** Who goes on first is left open by PostgreSQL in some timelines: these are recognised, and shown with all their outcomes. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { formatProblem } from "../../src/content/problems/problem.ts";
import type { Outcome, ProvenSample, RaceOutcome } from "../../src/content/samples/transcript.ts";
import { addOutcomes } from "../../src/proof/timelines/races.ts";
import { compare, readTranscript } from "../../src/proof/transcript-file.ts";
import { fixture, type ProvenPage, transcriptOf, useServer } from "../support/proven-page.ts";

const { ask, prove, provePages } = useServer();
/** As many as there were on the server, this one among them. */
const transactions = async () => Number((await ask("SELECT pg_current_xact_id()"))[0]?.[0]);

const TABLE = "CREATE TABLE item (id int PRIMARY KEY, n int); INSERT INTO item VALUES (1, 0), (2, 0);";
const fence = (info: string, ...lines: string[]) => [`\`\`\`sql proof ${info}`, ...lines, "```", ""].join("\n");
const timeline = (info: string, ...lines: string[]) => fence("setup", TABLE) + fence(`timeline ${info}`, ...lines);

describe("a timeline that does not say that it races", { timeout: 180_000 }, () => {
  it.each<[name: string, line: number, open: string, steps: string[]]>([
    [
      "for a row that was changed",
      8,
      "either of B and C",
      [
        "A: BEGIN; UPDATE item SET n = 1;",
        "B: UPDATE item SET n = 2 WHERE id = 1;",
        "C: DELETE FROM item WHERE id = 1;",
        "A: COMMIT;",
      ],
    ],
    [
      "for a row that is changed by the first in the queue",
      9,
      "either of C and D",
      [
        "A: BEGIN; UPDATE item SET n = 1;",
        "B: UPDATE item SET n = 2 WHERE id = 1;",
        "C: UPDATE item SET n = 3 WHERE id = 1;",
        "D: UPDATE item SET n = 4 WHERE id = 1;",
        "A: ROLLBACK;",
      ],
    ],
    [
      "for a key that becomes free",
      8,
      "either of B and C",
      [
        "A: BEGIN; INSERT INTO item VALUES (3, 0);",
        "B: INSERT INTO item VALUES (3, 1);",
        "C: INSERT INTO item VALUES (3, 2);",
        "A: ROLLBACK;",
      ],
    ],
    [
      "for a row that all of them upsert",
      9,
      "any of B, C and D",
      [
        "A: BEGIN; INSERT INTO item VALUES (3, 0);",
        "B: INSERT INTO item VALUES (3, 1) ON CONFLICT (id) DO UPDATE SET n = 1;",
        "C: INSERT INTO item VALUES (3, 2) ON CONFLICT (id) DO UPDATE SET n = 2;",
        "D: INSERT INTO item VALUES (3, 3) ON CONFLICT (id) DO UPDATE SET n = 3;",
        "A: COMMIT;",
      ],
    ],
  ])("is refused whatever came out: %s", async (_name, line, open, steps) => {
    const { problems } = await prove(timeline("", ...steps));
    expect(problems).toEqual([
      `page.md:${line} the sample races: ${open} may go on first (write proof timeline races, and all outcomes are shown; or let no two sessions wait for the same thing at once)`,
    ]);
  });

  it.each<[name: string, info: string, steps: string[]]>([
    [
      "the first in a queue goes on when the row was only locked",
      "",
      [
        "A: BEGIN; SELECT FROM item WHERE id = 1 FOR UPDATE;",
        "B: BEGIN; UPDATE item SET n = 2 WHERE id = 1;",
        "C: UPDATE item SET n = 3 WHERE id = 1;",
        "A: COMMIT;",
        "B: COMMIT;",
      ],
    ],
    [
      "or when the change was rolled back",
      "",
      [
        "A: BEGIN; UPDATE item SET n = 1 WHERE id = 1;",
        "B: BEGIN; UPDATE item SET n = 2 WHERE id = 1;",
        "C: UPDATE item SET n = 3 WHERE id = 1;",
        "A crashes",
        "B: COMMIT;",
      ],
    ],
    [
      "locks that do not conflict are given to all",
      "",
      [
        "A: BEGIN; UPDATE item SET n = 1 WHERE id = 1;",
        "B: SELECT FROM item WHERE id = 1 FOR SHARE;",
        "C: SELECT FROM item WHERE id = 1 FOR SHARE;",
        "A: COMMIT;",
      ],
    ],
    [
      "all fail whose key is taken",
      "fails=23505,23505",
      [
        "A: BEGIN; INSERT INTO item VALUES (3, 0);",
        "B: INSERT INTO item VALUES (3, 1);",
        "C: INSERT INTO item VALUES (3, 2);",
        "A: COMMIT;",
      ],
    ],
    [
      "different rows are no race",
      "",
      [
        "A: BEGIN; UPDATE item SET n = 1;",
        "B: UPDATE item SET n = 2 WHERE id = 1;",
        "C: UPDATE item SET n = 3 WHERE id = 2;",
        "A: COMMIT;",
      ],
    ],
  ])("is accepted where the order is certain: %s", async (_name, info, steps) => {
    expect((await prove(timeline(info, ...steps))).problems).toEqual([]);
  });

  it("is run again where several things go on at once, and refused when it comes out otherwise", async () => {
    const steps = ["A: SELECT pg_advisory_lock(1);", "B: SELECT pg_advisory_lock(1), round(random()) AS coin;"];
    const { problems } = await provePages(timeline("", ...steps, "A: SELECT pg_advisory_unlock(1); SELECT 1;"));
    const say =
      /^page-\d+\.md:5 the sample came out in 2 ways in 16 runs: its sessions race \(write proof timeline races/;
    expect(problems).toEqual([expect.stringMatching(say)]);
  });

  it("is believed when it comes out the same, and not run again another time", async () => {
    const steps = ["A: SELECT pg_advisory_lock(1);", "B: SELECT pg_advisory_lock(1);"];
    const page = timeline("", ...steps, "A: SELECT pg_advisory_unlock(1); SELECT 1;");
    const atFirst = await transactions();
    const first = await provePages(page);
    expect(first.problems).toEqual([]);
    const transcript = readTranscript("x.proof.json", first.text);
    if (!transcript.ok) throw new Error(transcript.problems.map(formatProblem).join());
    expect(transcript.value.samples.map(({ runs }) => runs)).toEqual([undefined, 16]);
    const between = await transactions();
    const second = await provePages(page, transcript.value);
    expect(second).toMatchObject({ problems: [], differences: [], text: first.text });
    // Each run has a database of its own, which takes a transaction to make.
    expect(between - atFirst).toBeGreaterThan(16);
    expect((await transactions()) - between).toBeLessThan(16);
  });
});

describe("a timeline that says that it races", { timeout: 180_000 }, () => {
  let page: ProvenPage;
  beforeAll(async () => {
    page = await prove(fixture("races.md"));
  }, 300_000);
  const racesOf = (index: number) => page.outcomes[index]?.races as RaceOutcome[];
  const cellsIn = ({ events }: RaceOutcome) =>
    events.flatMap(({ results = [] }) => results.flatMap(({ rows = [] }) => rows.flat()));

  it("has each outcome with its share of all runs", () => {
    expect(page.problems).toEqual([]);
    for (const index of [1, 2]) {
      expect(racesOf(index).reduce((sum, { runs }) => sum + runs, 0)).toBe(24);
      expect(racesOf(index).filter(({ continues }) => continues)).toHaveLength(1);
    }
    expect(page.outcomes[1]?.openOrder).toBe("any of B, C and D");
  });

  it("shows who went on first first: each adds its letter behind those of who came before", () => {
    for (const outcome of racesOf(1)) {
      const [first, second, third, last] = cellsIn(outcome);
      expect([first?.length, second?.length, third?.length]).toEqual([2, 3, 4]);
      expect(third?.startsWith(second ?? "-") && second?.startsWith(first ?? "-")).toBe(true);
      expect(last).toBe(third);
      const names = outcome.events.filter(({ session, text }) => session && text === undefined);
      expect(names.map(({ session }) => session).join("")).toBe(third?.slice(1));
    }
  });

  it("takes the step of a session that waits when it no longer does", () => {
    for (const { events } of racesOf(2)) {
      const commits = events.filter(({ text }) => text === "COMMIT;").map(({ session }) => session);
      expect(commits.toSorted()).toEqual(["B", "C"]);
      const goesOn = events.find(({ session, text }) => session !== "A" && text === undefined);
      expect(commits[0]).toBe(goesOn?.session);
    }
  });

  it("leaves the database to the samples below as one of its outcomes did, the same one each time", async () => {
    const last = (of: ProvenPage) => of.outcomes.at(-1)?.results?.[0]?.rows?.[0]?.[0];
    const continued = (of: ProvenPage) => of.outcomes[1]?.races?.find(({ continues }) => continues) as RaceOutcome;
    expect(last(page)).toBe(cellsIn(continued(page)).at(-1));
    const again = await prove(fixture("races.md"), "page.md", transcriptOf(page));
    expect(again.problems).toEqual([]);
    expect(last(again)).toBe(last(page));
  });

  it("is refused while a transaction of an earlier sample is open", async () => {
    const { problems } = await prove(
      fence("", "BEGIN;") + fence("timeline races", "A: SELECT 1 AS one;", "B: SELECT 2 AS two;"),
    );
    expect(problems).toEqual([
      "page.md:5 the sample races, and is run on copies of the database while a transaction of an earlier sample is open (end that transaction, or write fresh)",
    ]);
  });

  it("sees its database under its own name, with its settings and privileges, in each run", async () => {
    const { problems, outcomes } = await prove(
      fence(
        "setup",
        "CREATE ROLE app LOGIN; ALTER DATABASE sample SET work_mem = '5MB';",
        "GRANT CREATE ON DATABASE sample TO app;",
      ) +
        fence(
          "timeline races as=app",
          "A: SELECT current_database() AS name, current_setting('work_mem') AS work_mem;",
          "A: SELECT has_database_privilege('app', current_database(), 'CREATE') AS may;",
        ),
    );
    expect(problems).toEqual([]);
    const races = outcomes[1]?.races as RaceOutcome[];
    expect(races.map(cellsIn)).toEqual([["sample", "5MB", "t"]]);
  });

  it("may fail in some of its outcomes, with what is announced", async () => {
    const steps = ["A: BEGIN; INSERT INTO item VALUES (3, 0);", "B: INSERT INTO item VALUES (3, 1);", "A: COMMIT;"];
    expect((await prove(timeline("races", ...steps))).problems).toEqual([
      expect.stringMatching(
        /^page.md:5 the sample failed with 23505 in one of its outcomes: duplicate key .* \(write fails=23505/,
      ),
    ]);
    expect((await prove(timeline("races fails=23505,40001", ...steps))).problems).toEqual([
      "page.md:5 the sample was to fail with 40001, and did not (leave fails=… out)",
    ]);
  });
});

it("a page of twelve of them is checked against its transcript without a difference", {
  timeout: 300_000,
}, async () => {
  const transcript = readTranscript("twelve-races.proof.json", fixture("twelve-races.proof.json"));
  if (!transcript.ok) throw new Error(transcript.problems.map(formatProblem).join());
  const { problems, differences } = await provePages(fixture("twelve-races.md"), transcript.value, true);
  expect(problems).toEqual([]);
  expect(differences.filter(({ isFurther }) => !isFurther)).toEqual([]);
});

describe("the outcomes of a race", () => {
  const outcome = (order: string, runs = 1): RaceOutcome => ({
    events: [
      { session: "A", text: "COMMIT;", results: [{}] },
      ...[...order].map((session) => ({ session, results: [{ tag: "UPDATE 1" }] })),
    ],
    runs,
  });
  const ORDERS = ["BCD", "BDC", "CBD", "CDB", "DBC", "DCB"];
  const proven = (...races: RaceOutcome[]): ProvenSample => ({
    digest: "d",
    outcome: { races: races.map((race, index) => ({ ...race, ...(index === 0 && { continues: true as const }) })) },
  });
  const samples = [{ line: 3, varies: [] as string[], digest: "d" }] as unknown as Parameters<typeof compare>[0];
  const transcript = (sample: ProvenSample) => transcriptOf({ proven: [sample] });

  it("stand in an order of their own, whenever and however often they came", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ORDERS), { minLength: 1, maxLength: 30 }), (orders) => {
        const outcomes = addOutcomes(
          [],
          orders.map((order) => outcome(order)),
          [],
        );
        const came = ORDERS.filter((order) => orders.includes(order));
        expect(
          outcomes.map(({ events }) =>
            events
              .slice(1)
              .map(({ session }) => session)
              .join(""),
          ),
        ).toEqual(came);
        expect(outcomes.reduce((sum, { runs }) => sum + runs, 0)).toBe(orders.length);
      }),
    );
  });

  it("are the same with other counts, and when some did not come", () => {
    const before = proven(outcome("BCD", 15), outcome("CDB", 9));
    const { differences, proven: kept } = compare(samples, [proven(outcome("BCD", 3))], transcript(before));
    expect(differences).toEqual([]);
    expect(kept).toEqual([before]);
  });

  it("are more with one that was not known, which is no contradiction", () => {
    const before = proven(outcome("BCD", 15));
    const now = proven(outcome("BCD", 2), outcome("DCB", 1));
    const { differences, proven: kept } = compare(samples, [now], transcript(before));
    expect(differences).toEqual([expect.objectContaining({ isFurther: true })]);
    expect(kept[0]?.outcome.races?.map(({ runs }) => runs)).toEqual([17, 1]);
  });

  it.each<[name: string, now: ProvenSample | Outcome]>([
    ["that the page goes on with did not come", proven(outcome("CDB", 3))],
    ["are no longer those of a race", { events: outcome("BCD").events }],
  ])("contradict what was proven when the one %s", (_name, now) => {
    const sample = "digest" in now ? now : { digest: "d", outcome: now };
    const { differences } = compare(samples, [sample], transcript(proven(outcome("BCD", 15), outcome("CDB", 2))));
    expect(differences).toEqual([expect.objectContaining({ isFurther: false })]);
  });
});
