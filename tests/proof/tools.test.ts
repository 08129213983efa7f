/**
 * Samples that need more than the engine brings: what goes wrong with them, what they can't reach, what happens where the machine
 * lacks something, and thirty lies about them. What needs a tool that this machine lacks is left out by its name.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { homedir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleLanguage } from "../../src/content/samples/languages.ts";
import { sealOf, type Transcript } from "../../src/content/samples/transcript.ts";
import { LIMITS } from "../../src/proof/limits.ts";
import { type PageTranscript, pageTranscript } from "../../src/proof/page-transcript.ts";
import { Confinement, canConfine } from "../../src/proof/programs/confinement.ts";
import { lackOf } from "../../src/proof/programs/tools.ts";
import { readTranscript } from "../../src/proof/transcript-file.ts";
import { fixture, PROOF_FIXTURES, useServer } from "../support/proven-page.ts";
import { renderPost } from "../support/render-post.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { prove, provePages, runPage } = useServer({ mayRunShell: true });
const fence = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, "```", ""].join("\n");
const has = (language: SampleLanguage) => lackOf(language, {}) === undefined;
const SERVER = fence(
  "js proof serves",
  'import { createServer } from "node:http";',
  "createServer((request, response) => {",
  '  if (request.url === "/end") process.exit(3);',
  '  if (request.url === "/wait") return;',
  '  if (request.url === "/raw") return request.socket.end("none of HTTP");',
  '  if (request.url === "/long") return response.end("x".repeat(2000));',
  "  response.statusCode = 500;",
  '  response.end("broken: " + request.url);',
  "}).listen(process.env.PORT);",
);

const FAULTS: [name: string, needs: SampleLanguage, markdown: string, problem: RegExp][] = [
  [
    "a program that its compiler refuses",
    "go",
    fence("go proof", "package main", "func main() { nothing() }"),
    /:2 the sample failed with [12]: .*undefined: nothing/,
  ],
  [
    "another one",
    "rust",
    fence("rust proof fails=101", "fn main() { nothing() }"),
    /:2 the sample failed with 1: .*cannot find function `nothing`/,
  ],
  [
    "another one",
    "java",
    fence("java proof", "class A { void main() { nothing(); } }"),
    /:2 the sample failed with 1: .*cannot find symbol/,
  ],
  [
    "a program that hangs",
    "python",
    fence("python proof", "while True: pass"),
    /:2 the sample ran for 1.5 s and was stopped/,
  ],
  [
    "a program that floods its output",
    "bash",
    fence("bash proof", "while true; do echo again; done"),
    /:2 the sample prints more than 1000 characters/,
  ],
  [
    "an error of psql's own",
    "psql",
    fence("psql proof", "\\d nothing"),
    /:2 the sample failed with PSQL: Did not find any relation/,
  ],
  [
    "another error than was announced to psql",
    "psql",
    fence("psql proof fails=42P01", "SELECT 1 / 0;"),
    /:2 the sample failed with 22012: division by zero/,
  ],
  [
    "a statement that hangs in psql",
    "psql",
    fence("psql proof", "SELECT pg_sleep(60);"),
    /:2 the sample ran for 1.5 s and was stopped/,
  ],
  [
    "a command that leaves the database",
    "psql",
    fence("psql proof", "SELECT 1;", "\\! id"),
    /:3 the sample has psql's \\!, which no sample may have \(write ```sh proof\)$/,
  ],
  [
    "a role that is not there",
    "psql",
    fence("psql proof as=nobody", "SELECT 1;"),
    /:2 the sample could not run: .*role "nobody" does not exist/,
  ],
  [
    "an error of Redis that nobody announced",
    "redis",
    fence("redis proof", "SET a b", "INCR a"),
    /:2 the sample failed with ERR: value is not an integer/,
  ],
  [
    "a command that waits for ever",
    "redis",
    fence("redis proof", "BLPOP nothing 0"),
    /:2 the sample ran for 1.5 s and was stopped/,
  ],
  [
    "quotes that do not end",
    "redis",
    fence("redis proof", "PING", "SET a 'b"),
    /:3 the sample has a command whose quotes do not end/,
  ],
  [
    "a command without one reply",
    "redis",
    fence("redis proof", "SUBSCRIBE news"),
    /:2 the sample can't show what SUBSCRIBE/,
  ],
  [
    "an error of SQLite that nobody announced",
    "sqlite",
    fence("sqlite proof", "SELECT * FROM missing;"),
    /:2 the sample failed with SQLITE_ERROR: no such table: missing/,
  ],
  [
    "a statement of SQLite that hangs",
    "sqlite",
    fence("sqlite proof", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n;"),
    /:2 the sample ran for 1.5 s and was stopped/,
  ],
  [
    "a flood of rows of SQLite",
    "sqlite",
    fence("sqlite proof", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;"),
    /:2 the sample gives more than 200 rows/,
  ],
  [
    "a command of sqlite3's shell",
    "sqlite",
    fence("sqlite proof", "SELECT 1;", ".tables"),
    /:3 the sample has a command of sqlite3's shell/,
  ],
  [
    "a request without a server",
    "http",
    fence("http proof", "GET /"),
    /:2 the sample asks a server, and none was started/,
  ],
  [
    "a status that nobody announced",
    "http",
    SERVER + fence("http proof", "GET /jobs"),
    /:13 the sample failed with 500: broken: \/jobs \(write fails=500/,
  ],
  [
    "a status for another reason",
    "http",
    SERVER + fence('http proof fails="500: /elsewhere"', "GET /jobs"),
    /:13 the sample failed with 500 for another reason than "\/elsewhere"/,
  ],
  [
    "a server that ends",
    "http",
    SERVER + fence("http proof", "GET /end"),
    /:13 the sample got no answer from the server/,
  ],
  ["a server that never answers", "http", SERVER + fence("http proof", "GET /wait"), /:13 the sample got no answer/],
  [
    "an answer of another kind",
    "http",
    SERVER + fence("http proof", "GET /raw"),
    /:13 the sample got an answer that is not/,
  ],
  [
    "a long answer",
    "http",
    SERVER + fence("http proof", "GET /long"),
    /:13 the sample gives more than 1000 characters/,
  ],
  [
    "a server that does not listen",
    "http",
    fence("js proof serves", "setInterval(() => {}, 1000);"),
    /:2 the sample does not listen on the port in PORT after 1.5 s/,
  ],
  [
    "a server that has nothing to do",
    "http",
    fence("js proof serves", "console.log(1);"),
    /:2 the sample ended before it listened \(let it listen on the port in PORT\)$/,
  ],
  [
    "a server that fails",
    "http",
    fence("js proof serves", 'throw new Error("no port");'),
    /:2 the sample failed with 1: .*no port/,
  ],
];

describe("a sample that proves nothing", () => {
  const usual = { ...LIMITS };
  beforeAll(() => {
    LIMITS.output = 1000;
  });
  afterAll(() => Object.assign(LIMITS, usual));

  for (const [name, needs, markdown, problem] of FAULTS) {
    it.skipIf(!has(needs))(`is reported: ${name} (${needs})`, async () => {
      // Compilers and servers take their time to start; only those wait long that are to be stopped.
      const isStopped = /1\.5 s/.test(String(problem));
      LIMITS.milliseconds = isStopped ? 1500 : /never/.test(name) ? 8000 : usual.milliseconds;
      const { problems } = await prove(markdown);
      expect(problems.map((text) => text.replace(/\s+/g, " "))).toEqual([expect.stringMatching(problem)]);
    });
  }

  it.each([
    [fence("psql proof serves", "SELECT 1;"), /only a program serves/],
    [fence("sql proof versions=t", "SELECT 1;"), /versions of rows are shown in a timeline that does not race/],
    [fence("sql proof timeline races versions=t", "A: SELECT 1;"), /in a timeline that does not race/],
    [fence("http proof", "fetch /"), /"fetch \/" begins no request/],
    [fence("cobol proof", "STOP RUN."), /nothing here runs "cobol"/],
  ])("is refused when it is read: %j", (markdown, problem) => {
    expect(renderPost(markdown).problems).toEqual([expect.stringMatching(problem)]);
  });
});

describe.skipIf(!(await canConfine()))("a program that is confined", () => {
  let outside: Server;
  let port = 0;
  const folder = useTemporaryFolder();
  const left = join(homedir(), `wellformed-${process.pid}`);
  beforeAll(async () => {
    outside = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => outside.once("listening", resolve));
    const address = outside.address();
    if (address && typeof address === "object") port = address.port;
  });
  afterAll(() => {
    outside.close();
    rmSync(left, { force: true });
  });

  const outputOf = async (markdown: string) => {
    const { outcomes, problems } = await prove(markdown);
    expect(problems).toEqual([]);
    return outcomes.map(({ output }) => output);
  };
  const connecting = (target: string) =>
    [
      'import { connect } from "node:net";',
      `const socket = connect(${target});`,
      'socket.on("connect", () => { console.log("reached"); socket.destroy(); });',
      'socket.on("error", ({ code }) => console.log(code));',
    ] as const;

  it("finds its folders though they lie in an emptied one, and have blanks in their names", async () => {
    const working = join(folder, "a page's folder");
    const compiled = join(folder, "kept");
    for (const path of [working, compiled]) mkdirSync(path);
    const readable = join(folder, "read only");
    mkdirSync(readable);
    const confinement = await Confinement.start({
      sockets: undefined,
      writable: [working, compiled],
      readable: [readable],
    });
    const script = `echo 1 > here && cat here; (echo 2 > "${readable}/there") 2>/dev/null || echo refused; ls "${folder}"`;
    const [program = "", ...args] = confinement?.wrap(["sh", "-c", script], working) ?? [];
    const { stdout } = spawnSync(program, args, { encoding: "utf8" });
    await confinement?.end();
    expect(stdout).toBe("1\nrefused\na page's folder\nkept\nread only\n");
  });

  it("reaches no network, in Node of any version", async () => {
    expect(await outputOf(fence("js proof", ...connecting(`${port}, "127.0.0.1"`)))).toEqual(["ECONNREFUSED"]);
  });

  it("reaches its page's database and its page's server", async () => {
    const ask = [
      'const pool = new (await import("pg")).default.Pool();',
      'console.log((await pool.query("SELECT 1 AS one")).rows);',
      "await pool.end();",
    ];
    const page = SERVER + fence("js proof", ...connecting('Number(process.env.PORT), "127.0.0.1"'));
    expect(await outputOf(page)).toEqual(["", "reached"]);
    expect(await outputOf(fence("js proof", ...ask))).toEqual(["[ { one: 1 } ]"]);
  });

  it.skipIf(!has("bash"))("writes nowhere but in its folder, and knows no other process", async () => {
    const page = fence(
      "bash proof",
      `(: > ${left}) 2>/dev/null && echo "written at home"`,
      "(: > /etc/wellformed) 2>/dev/null && echo written in /etc",
      "(echo 1 > /proc/sys/kernel/hostname) 2>/dev/null && echo written to the system",
      `kill -0 ${process.pid} 2>/dev/null && echo another process`,
      "echo here > file; cat file",
    );
    expect(await outputOf(page)).toEqual(["here"]);
    expect(existsSync(left)).toBe(false);
  });
});

describe("samples of a stranger", () => {
  const { prove: proveStrangers } = useServer({ mayRunShell: true, isStrangers: true });

  for (const language of ["psql", "sh", "bash", "python", "go", "rust", "java"] as const) {
    it.skipIf(!has(language))(`are not run in ${language}, whatever is allowed`, async () => {
      const { problems } = await proveStrangers(fence(`${language} proof`, "SELECT 1;"));
      expect(problems).toEqual([expect.stringMatching(/^page.md:2 the sample is .*'s, which may not run$/)]);
    });
  }
});

describe("where the machine lacks something", () => {
  const PAGE = [
    fence("sql proof", "SELECT 1 AS one;"),
    fence("java proof", "class A { public static void main(String[] args) { System.out.println(1); } }"),
    fence("sql proof", "SELECT 2 AS two;"),
    fence("sql proof fresh", "SELECT 3 AS three;"),
  ].join("\n");
  const lacks = expect.stringMatching(/^Java 99, and this machine has /);

  it("samples are a problem that were never proven, with what they need", async () => {
    const { problems, notRun } = await provePages(PAGE, undefined, true, { java: "99" });
    expect(problems).toEqual([
      expect.stringMatching(
        /:6 the sample needs Java 99, and this machine has .* \(run npm run prove where it is, and/,
      ),
      expect.stringMatching(/:10 the sample needs Java 99/),
    ]);
    expect(notRun).toEqual([{ line: 6, count: 2, lacks }]);
  });

  it("the transcript is read, and it is said what was not run", async () => {
    const known = transcriptWith([{ output: "one" }]);
    const { problems, notRun, differences, text } = await provePages(PAGE, known, false, { java: "99" });
    expect(problems).toEqual([]);
    expect(notRun).toEqual([{ line: 6, count: 2, lacks }]);
    expect(differences).toEqual([]);
    const after: Transcript = JSON.parse(text);
    expect([after.samples, after.checked]).toEqual([known.samples, "2025-01-01"]);
    expect(after.versions["Java"]).toBe("99.0.1");
    expect(after.versions["PostgreSQL"]).not.toBe("1.1");
  });

  it("what is above, or begins afresh below, is run all the same", async () => {
    const known = transcriptWith([{ output: "one" }], "4");
    const { differences } = await provePages(PAGE, known, true, { java: "99" });
    expect(differences.map(({ line }) => line)).toEqual([14]);
  });

  it.skipIf(!has("bash"))("that may be a command that a shell uses", async () => {
    const page = fence("bash proof", "echo 1");
    const { notRun } = await provePages(page, undefined, true, { "no-such-command": "" });
    expect(notRun).toEqual([{ line: 2, count: 1, lacks: "no-such-command, and this machine has none" }]);
  });

  function transcriptWith(java: [{ output: string }], three = "3"): Transcript {
    const digests = renderPost(PAGE, { folder: PROOF_FIXTURES }).samples.map(({ digest }) => digest);
    const table = (name: string, cell: string) => ({
      results: [{ columns: [{ name, numeric: true }], rows: [[cell]] }],
    });
    const outcomes = [table("one", "1"), ...java, table("two", "2"), table("three", three)];
    const samples = digests.map((digest, index) => ({
      digest,
      ...(index === 1 ? {} : { ends: [0] }),
      outcome: outcomes[index] ?? {},
    }));
    return sealed({ checked: "2025-01-01", versions: { PostgreSQL: "1.1", Java: "99.0.1" }, samples, seal: "" });
  }
});

function sealed(transcript: Transcript): Transcript {
  return { ...transcript, seal: sealOf(transcript) };
}

type Change = (transcript: Transcript) => void;
/** Of the sample with that index on its page, in the JSON of its outcome. */
const swap =
  (index: number, was: string, is: string): Change =>
  ({ samples }) => {
    const sample = samples[index];
    const text = JSON.stringify(sample?.outcome);
    if (!sample || !text.includes(was)) throw new Error(`${was} is not in ${text}`);
    sample.outcome = JSON.parse(text.replace(was, is));
  };

const LIES: Partial<Record<SampleLanguage, { inCode: [was: string, is: string][]; inTranscript: [string, Change][] }>> =
  {
    sqlite: {
      inCode: [
        ["'ready'", "'new'"],
        ["0.1 + 0.2", "0.1 + 0.3"],
      ],
      inTranscript: [
        ["a cell", swap(0, '"1.5"', '"1.6"')],
        ["a number that is one higher", swap(0, "9007199254740993", "9007199254740994")],
        ["a null", swap(0, "null", '""')],
        ["an error's name", swap(2, "CONSTRAINT_TRIGGER", "CONSTRAINT_CHECK")],
        ["a plan", swap(3, "SCAN job", "SEARCH job")],
      ],
    },
    redis: {
      inCode: [["LRANGE jobs 0 -1", "LRANGE jobs 0 1"]],
      inTranscript: [
        ["a reply", swap(0, "(integer) 3", "(integer) 2")],
        ["the order of a list", swap(0, "three four", "four three")],
        ["an error's kind", swap(1, "WRONGTYPE", "ERR")],
        ["a status in the place of a string", swap(0, '"OK"', '"\\"OK\\""')],
      ],
    },
    psql: {
      inCode: [
        ["\\d job", "\\d+ job"],
        ["\\set wanted ready", "\\set wanted done"],
      ],
      inTranscript: [
        ["a column's default", swap(1, "'ready'::text", "'done'::text")],
        ["a count", swap(2, "UPDATE 1", "UPDATE 2")],
        ["an error's message", swap(3, "division by zero", "division by one")],
        ["where an error is", swap(3, "LINE 2", "LINE 1")],
      ],
    },
    http: {
      inCode: [
        ["asked++", "asked += 2"],
        ['"kind": "join"', '"kind": "split"'],
      ],
      inTranscript: [
        ["a status", swap(1, "201 Created", "200 OK")],
        ["a header", swap(1, "/jobs/1", "/jobs/2")],
        ["a body", swap(1, "join", "split")],
        ["how long something is", swap(4, "3 bytes", "4 bytes")],
      ],
    },
    bash: {
      inCode: [["ana ben", "ana eve"]],
      inTranscript: [
        ["a line of output", swap(0, "hello ben", "hello eve")],
        ["an exit status", swap(1, '"exit":3', '"exit":4')],
      ],
    },
    python: {
      inCode: [],
      inTranscript: [
        ["the order of two outputs", swap(1, "to the other stream\\nand back", "and back\\nto the other stream")],
        ["an exit status", swap(1, '"exit":4', '"exit":5')],
      ],
    },
    java: { inCode: [], inTranscript: [["a line of output", swap(0, "claimed by 1", "claimed by 2")]] },
  };

describe("thirty lies are caught", () => {
  for (const [language, { inCode, inTranscript }] of Object.entries(LIES)) {
    const lacks = lackOf(language as SampleLanguage, {});
    describe.skipIf(lacks)(lacks ? `${language} (needs ${lacks})` : language, () => {
      const markdown = fixture(`${language}.md`);
      let compared: (known: Transcript | undefined) => PageTranscript;
      let known: Transcript;
      beforeAll(async () => {
        const { page, runs } = await runPage(markdown);
        compared = (transcript) => pageTranscript(page, runs, transcript, "2026-01-01");
        const read = readTranscript("page.proof.json", compared(undefined).text);
        if (read.ok) known = read.value;
      });

      it.each(inCode)("in a sample: %s", (was, is) => {
        expect(markdown).toContain(was);
        const { problems } = renderPost(markdown.replace(was, is), { folder: PROOF_FIXTURES, transcript: known });
        expect(problems).toContainEqual(expect.stringContaining("has changed since it was proven"));
      });

      it.each(inTranscript)("in a transcript that is sealed again: %s", (_name, change) => {
        const lie = structuredClone(known);
        change(lie);
        expect(compared(sealed(lie)).differences.length).toBeGreaterThan(0);
      });

      it("and the truth is not", () => {
        expect(compared(known).differences).toEqual([]);
      });
    });
  }

  it("and there are thirty of them", () => {
    expect(Object.values(LIES).flatMap(({ inCode, inTranscript }) => [...inCode, ...inTranscript])).toHaveLength(30);
  });
});
