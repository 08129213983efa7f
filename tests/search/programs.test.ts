/** Programs search a built site: by the module among its files, by the command, and by an MCP server. */
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { Client, InMemoryTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { search } from "../../src/commands/search.ts";
import type { Findings } from "../../src/search/find-module.ts";
import { writeIndex } from "../../src/search/index-site.ts";
import { serverFor } from "../../src/search/mcp-server.ts";
import { openSite } from "../../src/search/site-search.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { tinyContent } from "../support/tiny-content.ts";

const site = useTemporaryFolder();
const index = join(site, "pagefind");

const LOCKS = {
  url: "https://tiny.example/blog/posts/locks/",
  title: "Row locks",
  kind: "Essay",
  date: "2026-02-03",
  checked: [],
};

beforeAll(async () => {
  const content = tinyContent({
    site: { url: "https://tiny.example/blog/" },
    posts: [
      {
        slug: "locks",
        title: "Row locks",
        date: "2026-02-03",
        markdown: "A row.\n\n## Skip them\n\nWith SKIP LOCKED.",
      },
      { slug: "vacuum", title: "Vacuum", markdown: "It cleans." },
      { slug: "code", title: "Code", markdown: '```js title="app.js"\nconst heron = 1;\nconst newt = 2;\n```' },
    ],
  });
  await writeIndex(content, index);
  await mkdir(join(site, "posts/locks"), { recursive: true });
  await writeFile(join(site, "posts/locks/index.md"), "# Row locks\n");
});

describe("the module", () => {
  it("finds from the files beside it", async () => {
    const { find } = await import(pathToFileURL(join(index, "find.js")).href);
    const found: Findings = await find("row lokcs", { limit: 1 });
    expect(found).toMatchObject({
      total: 1,
      results: [{ ...LOCKS, sections: [{ url: `${LOCKS.url}#skip-them`, title: "Skip them" }], lacks: [] }],
      corrections: [{ typed: "lokcs" }],
      unknown: [],
    });
    expect(await find("skip vacuum", { literal: true })).toMatchObject({ total: 0, results: [] });
  });

  it("has code on lines of its own, apart from its title", async () => {
    const { find } = await import(pathToFileURL(join(index, "find.js")).href);
    const found: Findings = await find("heron");
    expect(found.results[0]?.excerpt).toBe("app.js.\nconst heron = 1;\nconst newt = 2;");
  });

  it("is small", () => {
    expect(gzipSync(readFileSync(join(index, "find.js"))).length).toBeLessThan(10_000);
  });

  it("refuses an index of another version", async () => {
    const other = join(site, "other");
    await mkdir(other, { recursive: true });
    await writeFile(join(other, "words.json"), JSON.stringify({ version: 99 }));
    const { openIndex } = await import(pathToFileURL(join(index, "find.js")).href);
    await expect(openIndex(pathToFileURL(join(other, "/")))).rejects.toThrow("an index of version 99");
  });
});

describe("a published site", () => {
  const server = createServer(({ url = "" }, response) => {
    try {
      response.end(readFileSync(join(site, url)));
    } catch {
      response.writeHead(404).end();
    }
  });
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => server.close());
  // A listening server has an address with a port.
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  it("is searched at its address, and read there", async () => {
    const published = await openSite(address());
    expect((await published.find("locks")).results[0]).toMatchObject(LOCKS);
    expect(await published.markdown("/blog/posts/locks/")).toBe("# Row locks\n");
  });

  it("without an index is named as such", async () => {
    await expect(openSite(`${address()}/nothing`)).rejects.toThrow("can't be searched: 404");
    await expect(openSite(join(site, "nothing"))).rejects.toThrow("has no search index");
  });
});

describe("wellformed search", () => {
  async function printed(...args: string[]): Promise<string> {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    try {
      await search([...args, "--in", site]);
      return log.mock.calls.map(([line]) => String(line)).join("\n");
    } finally {
      log.mockRestore();
    }
  }

  it("prints what it finds, for people and for programs", async () => {
    expect(await printed("row", "locks")).toContain(`Row locks (2026-02-03)\n  ${LOCKS.url}\n  A row.`);
    expect(JSON.parse(await printed("row locks", "--format", "json")).results[0]).toMatchObject(LOCKS);
  });

  it("says what is wrong with the command line", async () => {
    await expect(printed()).rejects.toThrow("takes what to search for");
    await expect(printed("row", "--limit", "0")).rejects.toThrow("--limit takes a number from 1 to 100");
  });
});

describe("the MCP server", () => {
  async function client(): Promise<Client> {
    const [here, there] = InMemoryTransport.createLinkedPair();
    await serverFor(await openSite(site), "1.2.3").connect(there);
    const one = new Client({ name: "test", version: "1.0.0" });
    await one.connect(here);
    return one;
  }

  it("has the engine's version, and two tools, which change nothing", async () => {
    const one = await client();
    expect(one.getServerVersion()).toMatchObject({ name: "wellformed", version: "1.2.3" });
    const { tools } = await one.listTools();
    expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
      ["search", true],
      ["read", true],
    ]);
  });

  it("searches, and reads what was found, each with its address, date and what it was checked against", async () => {
    const one = await client();
    const found = await one.callTool({ name: "search", arguments: { query: "locks" } });
    expect(found.structuredContent).toMatchObject({ total: 1, results: [LOCKS] });
    const read = await one.callTool({ name: "read", arguments: { page: LOCKS.url } });
    expect(read.structuredContent).toEqual({ ...LOCKS, markdown: "# Row locks\n" });
  });

  it("says that there is no such page", async () => {
    const read = await (await client()).callTool({ name: "read", arguments: { page: "/etc/passwd" } });
    expect(read).toMatchObject({ isError: true });
  });
});
