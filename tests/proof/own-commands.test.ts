/** What psql, Redis, SQLite and HTTP samples are written in is read as those programs read it. */
import { spawnSync } from "node:child_process";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAtLeast, Needs } from "../../src/content/samples/needs.ts";
import { requestBytes, requestFault } from "../../src/content/samples/request.ts";
import { psqlFault } from "../../src/proof/clients/psql-commands.ts";
import { readReply, replyText } from "../../src/proof/clients/redis-reply.ts";
import { RedisServer } from "../../src/proof/clients/redis-server.ts";
import { redisWords } from "../../src/proof/clients/redis-words.ts";
import { sqliteStatements } from "../../src/proof/clients/sqlite-statements.ts";
import { readResponse } from "../../src/proof/programs/http-response.ts";
import { findTool } from "../../src/proof/programs/tools.ts";

describe("psql's commands", () => {
  const TAKEN = [
    "\\d+ job\n\\dt\n\\dS+\n\\df+ complete\n\\l",
    "SELECT 1 \\g\nSELECT 2 AS two \\gset\n\\echo :two",
    "\\x on\n\\pset null '(none)'\n\\timing",
    "SELECT '\\! id', \"\\! id\", $$\\! id$$, $a$ \\! $a$, E'\\' \\! id'; -- \\! id",
    "SELECT 1 /* \\! id */;",
    "SELECT 1 \\; SELECT 2;",
    "SELECT $1 \\bind one \\g",
    "\\if true\n\\echo yes\n\\endif",
    "SELECT 1 \\g (format=unaligned)",
  ];
  it.each(TAKEN)("are run: %j", (code) => {
    expect(psqlFault(code)).toBeUndefined();
  });

  const REFUSED: [string, number][] = [
    ["\\! id", 0],
    ["SELECT 1;\n\\watch 1", 1],
    ["\\copy job FROM 'jobs.csv'", 0],
    ["\\c - app", 0],
    ["\\i other.sql", 0],
    ["\\o file.txt", 0],
    ["SELECT 1 \\g file.txt", 0],
    ["SELECT 1 \\g |cat", 0],
    ["SELECT 1 \\gx (format=csv) file.csv", 0],
    ["\\set now `date`", 0],
    ["\\set VERBOSITY terse", 0],
    ["\\errverbose", 0],
    ["SELECT 'a\\'; \\! id; --'", 0],
    ["SELECT typE'a\\'; \n\\! id; --'", 1],
    ["SELECT a$b$, 1;\n\\! id\nSELECT a$b$;", 1],
    ["SET standard_conforming_strings = off; SELECT 'a\\' || '\\! id'", 0],
    ["SELECT 1", 0],
    ["SELECT 1;\nSELECT 'one\n", 0],
  ];
  it.each(REFUSED)("are refused: %j", (code, line) => {
    expect(psqlFault(code)).toMatchObject({ line });
  });
});

describe.skipIf(!findTool("Redis"))("Redis", () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await RedisServer.start();
  });
  afterAll(() => server.end());

  const hasClient = !spawnSync("redis-cli", ["--version"]).error;
  const COMMANDS = [
    ["SET", "key", 'a "quoted"\n\ttext \\ é \u0001'],
    ["GET", "key"],
    ["GET", "none"],
    ["RPUSH", "list", ...Array.from({ length: 12 }, (_, index) => `item ${index}`)],
    ["LRANGE", "list", "0", "-1"],
    ["LRANGE", "none", "0", "-1"],
    ["INCR", "list"],
    ["INCR", "count"],
    ["XADD", "stream", "1-1", "field", "value", "other", ""],
    ["XRANGE", "stream", "-", "+"],
    ["EVAL", "return {1, {2, {3, 'four'}, {}}, false, 'five'}", "0"],
    ["NOSUCH", "command"],
    ["SCAN", "0", "MATCH", "nothing*"],
    ["HELLO", "9"],
  ];
  it.skipIf(!hasClient).each(COMMANDS)("prints what redis-cli prints: %s %s", async (...words) => {
    const reply = await server.ask(words.map((word) => Buffer.from(word)));
    // The client counts what the first one has changed.
    const isChange = /^(RPUSH|INCR|XADD)$/.test(words[0] ?? "") && reply?.kind !== "error";
    if (isChange) await server.ask(["FLUSHALL"].map((word) => Buffer.from(word)));
    const { stdout } = spawnSync("redis-cli", ["-s", server.path, "--no-raw", ...words], { encoding: "utf8" });
    expect(reply && replyText(reply)).toBe(stdout.replace(/\n+$/, ""));
  });

  it("can't be asked to reach other machines or files", async () => {
    for (const command of [
      "REPLICAOF 127.0.0.1 1",
      "MIGRATE 127.0.0.1 1 a 0 1",
      "SAVE",
      "MODULE LIST",
      "CONFIG SET dir /",
    ]) {
      const reply = await server.ask(command.split(" ").map((word) => Buffer.from(word)));
      expect(reply).toMatchObject({ kind: "error" });
    }
  });
});

describe("words of a Redis command", () => {
  it.each([
    ["SET a b", ["SET", "a", "b"]],
    ["  SET\ta   'b c'  ", ["SET", "a", "b c"]],
    ['SET a "b\\n\\"c\\" \\x41\\\\"', ["SET", "a", 'b\n"c" A\\']],
    ["SET a 'it\\'s \\n'", ["SET", "a", "it's \\n"]],
    ['SET a ""', ["SET", "a", ""]],
    ["SET a 'b", undefined],
    ['SET a "b"c', undefined],
    ['SET a b"c', undefined],
  ])("are read: %s", (line, words) => {
    expect(redisWords(line)?.map(String)).toEqual(words);
  });

  it("come back whatever they are, and so do replies", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 20 }), { minLength: 1 }), (words) => {
        const written = words.map((word) => {
          const bytes = [...word].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`);
          return `"${bytes.join("")}"`;
        });
        expect(redisWords(written.join(" "))).toEqual(words.map((word) => Buffer.from(word)));
        const sent = words.flatMap((word) => [Buffer.from(`$${word.length}\r\n`), word, Buffer.from("\r\n")]);
        const whole = Buffer.concat([Buffer.from(`*${words.length}\r\n`), ...sent]);
        expect(readReply(whole, 0)?.next).toBe(whole.length);
        // A part of a reply is none yet.
        for (let end = 0; end < whole.length; end++) expect(readReply(whole.subarray(0, end), 0)).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });
});

describe("SQLite's statements", () => {
  it.each([
    ["SELECT 1; SELECT 2", ["SELECT 1;", "SELECT 2"], [0, 0]],
    [
      "SELECT ';', \";\", `;`, [;];\n-- ;\n/* ; */ SELECT 2;\n\n",
      ["SELECT ';', \";\", `;`, [;];", "-- ;\n/* ; */ SELECT 2;"],
      [0, 2],
    ],
    [
      "CREATE TEMP TRIGGER t AFTER INSERT ON j BEGIN\n SELECT CASE 1 WHEN 2 THEN 3 END;\nEND;\nSELECT 1;",
      ["CREATE TEMP TRIGGER t AFTER INSERT ON j BEGIN\n SELECT CASE 1 WHEN 2 THEN 3 END;\nEND;", "SELECT 1;"],
      [2, 3],
    ],
    ["-- nothing\n;;", [";", ";"].slice(2), []],
  ])("end where it says: %j", (sql, texts, ends) => {
    const statements = sqliteStatements(sql);
    expect(statements.map(({ text }) => text)).toEqual(texts);
    expect(statements.map(({ end }) => end)).toEqual(ends);
  });

  it("are what it takes, one by one or all at once", () => {
    const token = fc.constantFrom(
      "SELECT 1",
      "';'",
      ";",
      "\n",
      " ",
      "-- ;\n",
      "/* ; */",
      "AS [a;b]",
      ", 2",
      "''",
      '";"',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const sql = tokens.join(" ");
        const takes = (parts: string[]) => {
          const database = new DatabaseSync(":memory:");
          try {
            for (const part of parts) database.exec(part);
            return true;
          } catch {
            return false;
          } finally {
            database.close();
          }
        };
        const whole = takes([sql]);
        if (whole) expect(takes(sqliteStatements(sql).map(({ text }) => text))).toBe(true);
        expect(
          sqliteStatements(sql)
            .map(({ text }) => text)
            .join("")
            .replace(/\s/g, "").length,
        ).toBeLessThanOrEqual(sql.length);
      }),
    );
  });
});

describe("a request", () => {
  it.each([
    ["GET /", undefined],
    ["GET /jobs?state=ready HTTP/1.1\nAccept: */*", undefined],
    ["OPTIONS * HTTP/1.1", undefined],
    ["POST /jobs\nContent-Type: text/plain\n\nNo: header\n\nmore", undefined],
    ["get /", 0],
    ["GET jobs", 0],
    ["GET http://example.org/", 0],
    ["GET / HTTP/2", 0],
    ["GET /\nno header", 1],
    ["GET /\nAccept: */*\nContent-Length: 3", 2],
  ])("is read: %j", (code, line) => {
    expect(requestFault(code)?.line).toBe(line);
  });

  it("is sent with what it leaves out", () => {
    expect(requestBytes("POST /é\nX: 1\n\nö\n\nb\n", "localhost:8080").toString()).toBe(
      "POST /é HTTP/1.1\r\nHost: localhost:8080\r\nX: 1\r\nContent-Length: 5\r\nConnection: close\r\n\r\nö\n\nb",
    );
  });
});

describe("a response", () => {
  const read = (text: string) => readResponse(Buffer.from(text, "latin1"));
  it("is read, whole or in chunks, behind interim ones", () => {
    expect(read("HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 204 No Content\r\nA: b:c\r\n\r\n")).toEqual({
      status: "HTTP/1.1 204 No Content",
      headers: [["A", "b:c"]],
      body: "",
    });
    const chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n";
    expect(read(chunked)?.body).toBe("abcde");
    expect(read("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89P")?.body).toBe("(2 bytes of image/png)");
  });
  it.each(["", "HTTP/1.1 200 OK\r\n", "SSH-2.0-x\r\n\r\n"])("is none: %j", (text) => {
    expect(read(text)).toBeUndefined();
  });
  it("does not fail, whatever comes", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        read(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${text}`);
        read(text);
      }),
    );
  });
});

describe("what a page needs", () => {
  it.each([
    ["21.0.1", "21", true],
    ["1.9.0", "1.22", false],
    ["1.22", "1.22.0", true],
    ["3.11.7", "3.11.8", false],
    ["", "1", false],
    ["", "", true],
  ])("%s is %s or later: %s", (version, least, is) => {
    expect(isAtLeast(version, least)).toBe(is);
  });

  it("is read, and a number that loses its end is refused", () => {
    expect(Needs.parse({ java: 21, go: "1.20", jq: true })).toEqual({ java: "21", go: "1.20", jq: "" });
    const { error } = Needs.safeParse({ go: 1.2 });
    expect(error?.issues.map(({ message }) => message)).toEqual(['must be in quotes: "1.2"']);
  });
});
