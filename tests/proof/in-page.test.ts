/** Samples in PGlite: what is the same there is told from what is not, and statements are split as PostgreSQL splits them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageEngine } from "../../src/proof/in-page/pglite.ts";
import { samplesInPage } from "../../src/proof/in-page/samples-in-page.ts";
import { splitStatements } from "../../src/proof/in-page/split-statements.ts";
import { transcriptInPage } from "../../src/proof/in-page/transcript-in-page.ts";
import { statementsOf } from "../../src/proof/postgres/statements.ts";
import { readTranscript, writeTranscript } from "../../src/proof/transcript-file.ts";
import { transcriptOf, useServer } from "../support/proven-page.ts";

const { prove } = useServer();
const fence = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, "```", ""].join("\n");
const place = { file: "x.md", line: 1 };

const SQL = [
  "SELECT 1; SELECT 2",
  "SELECT 'a;b', 'it''s; x', E'a\\';b', \"a;b\" FROM (SELECT 1 AS \"a;b\") x;",
  "-- a; b\nSELECT 1; /* c; */ SELECT 2 -- d;\n;",
  "DO $$ BEGIN PERFORM 1; END $$; SELECT $a$ $$;$$ ; $a$;",
  "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END; SELECT 1;",
  "BEGIN; SELECT CASE WHEN true THEN 1 END; END;",
  "BEGIN ISOLATION LEVEL SERIALIZABLE; COMMIT;",
  ";;\n SELECT 1;;",
  "SELECT 1 AS atomic; SELECT 2;",
  "PREPARE p AS SELECT $1::int; EXECUTE p(1);",
];

describe("statements are split as PostgreSQL's parser splits them", () => {
  it.each(SQL)("%s", async (sql) => {
    const parsed = await statementsOf(sql, place);
    const texts = parsed.ok ? parsed.value.map(withoutComments) : [];
    expect(texts.length).toBeGreaterThan(0);
    expect(splitStatements(sql).map(withoutComments)).toEqual(texts);
  });

  it("whatever is in quotes and comments", async () => {
    const word = fc.stringMatching(/^[a-z;'"$/* -]{0,8}$/);
    const quoted = fc.oneof(
      word.map((text) => `'${text.replaceAll("'", "''")}'`),
      word.filter((text) => !text.includes("$")).map((text) => `$q$${text}$q$`),
      word.filter((text) => !/[*/]/.test(text)).map((text) => `1 /*${text}*/`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(quoted, { minLength: 1, maxLength: 5 }), async (values) => {
        const statements = values.map((value) => `SELECT ${value}`);
        const parsed = await statementsOf(statements.join(";\n"), place);
        expect(parsed.ok && parsed.value).toHaveLength(values.length);
        expect(splitStatements(statements.join(";\n"))).toEqual(statements);
      }),
    );
  });

  it("and ends with any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(splitStatements(text).every((statement) => text.includes(statement) && statement !== "")).toBe(true);
      }),
    );
  });
});

const PAGE = [
  fence("sql proof setup", "CREATE ROLE app LOGIN;", "CREATE TABLE job (id int); GRANT ALL ON job TO app;"),
  fence("sql proof as=app", "INSERT INTO job VALUES (1), (2);", "SELECT current_user, id FROM job;"),
  fence("sql proof", "SELECT current_user, current_database();", "SELECT now() = now() AS yes, NULL AS nothing, 1.50;"),
  fence("sql proof", "EXPLAIN (COSTS OFF) SELECT * FROM job WHERE id = 1;"),
  fence("sql proof fails=22012", "DO $$ BEGIN RAISE NOTICE 'so'; END $$;", "SELECT 1 / 0;", "SELECT 2;"),
  fence("sql proof", "SELECT version();"),
  fence("sql proof timeline", "A: INSERT INTO job VALUES (3);"),
  fence("sql proof", "SELECT count(*) FROM job;"),
  fence("js proof", "console.log(1)"),
  fence("sql proof fresh fails=42P01", "SELECT * FROM job;"),
].join("\n");

describe("what of a page holds in PGlite", () => {
  it("is found by running it there, up to what needs another session", async () => {
    const page = await prove(PAGE);
    expect(page.problems).toEqual([]);
    const found = await samplesInPage(page.samples, page.proven, await pageEngine());
    // What asks for the version differs, and so does what counts the row that another session has left.
    expect(found.map((one) => one?.isSame)).toEqual([
      ...[true, true, true, true, true, false],
      ...[undefined, false, undefined, true],
    ]);
  });

  it("is kept in the transcript, under its seal, and not tried again while nothing has changed", async () => {
    const page = await prove(PAGE);
    const engine = await pageEngine();
    const { seal: _, ...content } = transcriptOf(page);
    const text = await transcriptInPage(writeTranscript(content), page.samples, undefined, engine);
    const read = readTranscript("x", text);
    if (!read.ok) throw new Error("it can't be read");
    expect(read.value.inPage).toEqual({ engine: engine.name, samples: [0, 1, 2, 3, 4, 9] });
    expect(readTranscript("x", text.replace('"samples": [\n   0,', '"samples": [\n   5,')).ok).toBe(false);
    const idle = { ...engine, create: () => Promise.reject(new Error("it was tried again")) };
    expect(await transcriptInPage(writeTranscript(content), page.samples, read.value, idle)).toBe(text);
    const other = { ...idle, name: "PGlite 1" };
    await expect(transcriptInPage(writeTranscript(content), page.samples, read.value, other)).rejects.toThrow("again");
  });
});

function withoutComments(sql: string): string {
  return sql.replace(/--.*|\/\*[\s\S]*?\*\//g, "").trim();
}
