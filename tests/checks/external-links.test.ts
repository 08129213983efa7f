/** Links to other sites, asked of a server of our own. */
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Answer, checkExternalLinks } from "../../src/checks/external-links.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { tinyContent } from "../support/tiny-content.ts";

const asked: Pick<IncomingMessage, "method" | "url" | "headers">[] = [];
let atOnce = 0;
let mostAtOnce = 0;
const server = createServer((request, response) => {
  const { method, url = "", headers } = request;
  asked.push({ method, url, headers });
  mostAtOnce = Math.max(mostAtOnce, ++atOnce);
  const status = url.startsWith("/get-only") ? (method === "HEAD" ? 405 : 200) : Number(/\d{3}/.exec(url)?.[0] ?? 200);
  setTimeout(() => {
    atOnce--;
    response.writeHead(status, status > 300 && status < 400 ? { location: "/200-new" } : {}).end("x");
  }, 5);
});
let origin: string;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = mostAtOnce = 0;
});

const NOW = Date.parse("2026-02-01");

function check(paths: string[], answers = new Map<string, Answer>()): Promise<string[]> {
  const markdown = paths.map((path) => `[x](${path.startsWith("http") ? path : origin + path})`).join("\n\n");
  const content = tinyContent({ posts: [{ slug: "a", markdown }] });
  const asking = { answers, fetch, now: NOW, pauseMs: 0 };
  return checkExternalLinks(content, asking).then((problems) => problems.map(formatProblem));
}

describe("a link to another site", () => {
  it.each(["/200", "/200#part", "/get-only", "/302", "/307", "/403", "/429", "/503"])("is let be: %s", async (path) => {
    expect(await check([path])).toEqual([]);
  });

  it.each([
    ["/404", "answers 404"],
    ["/410", "answers 410"],
    ["/500", "answers 500"],
  ])("is named with its line: %s", async (path, message) => {
    expect(await check(["/200", path])).toEqual([`posts/a.md:3 ${origin}${path} ${message}`]);
  });

  it("that has moved for good is told where to", async () => {
    expect(await check(["/301"])).toEqual([
      `posts/a.md:1 ${origin}/301 has moved for good (it is at ${origin}/200-new now)`,
    ]);
  });

  it("to a host that is not there is named with the reason", async () => {
    expect(await check(["http://127.0.0.1:9/"])).toEqual([
      expect.stringContaining("http://127.0.0.1:9/ can't be reached: "),
    ]);
  });
});

describe("other sites", () => {
  it("are asked politely: once for each address, one at a time, by a name that leads to the site", async () => {
    await check(["/200-a", "/200-a#x", "/200-b", "/200-c", "/200-d"]);
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(
      ["a", "b", "c", "d"].map((name) => `HEAD /200-${name}`),
    );
    expect(mostAtOnce).toBe(1);
    expect(asked[0]?.headers["user-agent"]).toContain("https://tiny.example/");
  });

  it("are asked again after a week, or where something was wrong", async () => {
    const day = 24 * 60 * 60 * 1000;
    const answers = new Map<string, Answer>([
      [`${origin}/200-new`, { status: 200, asked: NOW - day }],
      [`${origin}/200-old`, { status: 200, asked: NOW - 8 * day }],
      [`${origin}/200-fixed`, { status: 404, asked: NOW - 1 }],
    ]);
    expect(await check(["/200-new", "/200-old", "/200-fixed"], answers)).toEqual([]);
    expect(asked.map(({ url }) => url)).toEqual(["/200-old", "/200-fixed"]);
    expect(answers.get(`${origin}/200-fixed`)).toEqual({ status: 200, asked: NOW });
  });
});
