/** `npm start` among other processes: its port, its folder, and its end. */
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { isGroupAlive, startDev, useDevServers } from "../support/dev-server.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const start = useDevServers();
const [one, two] = [join(folder, "one"), join(folder, "two")];
const foldersOf = (site: string) => readdirSync(join(site, ".cache/dev"));

beforeAll(() => {
  copyFixture("everything", one);
  copyFixture("withheld", two);
  const matter = "title: Plain\ndate: 2016-01-01\npermalink: /2016/Plain\naliases: [/2015/Plain.php]";
  writeFileSync(join(two, "posts/plain.md"), `---\n${matter}\n---\n\nWithout an ending.\n`);
});

describe("two servers", () => {
  it("of two sites, or of one, each show their own, and go on when another ends", async () => {
    const [first, second, third] = [await start(one), await start(two), await start(one)];
    expect(await first.textAt("/")).toContain("Everything &amp; ");
    expect(await second.textAt("/")).not.toContain("Everything &amp; ");
    expect(await third.textAt("/")).toContain("Everything &amp; ");
    expect(foldersOf(one)).toHaveLength(2);
    expect(await second.textAt("/2016/Plain")).toContain("Without an ending.");
    expect(await second.textAt("/2015/Plain.php/")).toContain('content="0; url=/2016/Plain"');
    writeFileSync(join(one, "posts/new.md"), "---\ntitle: New\ndate: 2026-01-01\n---\n\nIt is new.\n");
    for (const server of [first, third]) await expect.poll(() => server.textAt("/posts/new/")).toContain("It is new.");
    expect(await second.statusAt("/posts/new/")).toBe(404);
    third.process.kill("SIGTERM");
    await once(third.process, "exit");
    expect(await first.textAt("/posts/new/")).toContain("It is new.");
    expect(foldersOf(one)).toHaveLength(1);
  });
});

describe("its end", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("by %s leaves no process and no folder", async (signal) => {
    const { process: child } = await start(two);
    const pid = child.pid ?? 0;
    // A terminal sends it to the whole group, others to the process alone.
    if (signal === "SIGINT") process.kill(-pid, signal);
    else child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
    await expect.poll(() => isGroupAlive(pid)).toBe(false);
    expect(foldersOf(two).filter((name) => name.startsWith(`${pid}-`))).toEqual([]);
  });

  it("in the middle of a build, with a search index under way, does too", async () => {
    const { child } = startDev(["--site", two, "--port", "0"]);
    const pid = child.pid ?? 0;
    await expect.poll(() => existsSync(join(two, ".cache/dev")) && foldersOf(two).join()).toContain(`${pid}-`);
    process.kill(-pid, "SIGINT");
    expect(await once(child, "exit")).toEqual([0, null]);
    await expect.poll(() => isGroupAlive(pid)).toBe(false);
    expect(foldersOf(two).filter((name) => name.startsWith(`${pid}-`))).toEqual([]);
  });

  it("by force leaves no process, and the next server removes its folder, and what else is nobody's", async () => {
    const site = join(folder, "forced");
    copyFixture("withheld", site);
    const { process: child } = await start(site);
    const pid = child.pid ?? 0;
    child.kill("SIGKILL");
    await expect.poll(() => isGroupAlive(pid)).toBe(false);
    expect(foldersOf(site)).toContainEqual(expect.stringMatching(`^${pid}-`));
    mkdirSync(join(site, ".cache/dev/posts"));
    const { process: next } = await start(site);
    expect(foldersOf(site)).toEqual([expect.stringMatching(`^${next.pid}-`)]);
  });
});

describe("a port that is taken", () => {
  it.each(["127.0.0.1", "::"])("at %s is said before anything is built, with one that is free", async (address) => {
    const other = createServer().listen(0, address);
    onTestFinished(() => void other.close());
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { child, printed } = startDev(["--site", one, "--port", String(port)]);
    // What it has printed is read whole by then.
    expect(await once(child, "close")).toEqual([2, null]);
    const [, free] = /npx wellformed start --port (\d+)\n$/.exec(printed()) ?? [];
    expect(printed()).toBe(
      `port ${port} is taken, perhaps by another wellformed start; write npx wellformed start --port ${free}\n`,
    );
    const there = createServer().listen(Number(free), address);
    await once(there, "listening");
    there.close();
  });

  it("is not one that is 0, and says which it has", async () => {
    const { child, printed } = startDev(["--site", two, "--port", "0", "--no-search"]);
    onTestFinished(() => void child.kill());
    await expect.poll(printed).toMatch(/http:\/\/localhost:\d{4,5}\/ \(Ctrl-C ends it\)/);
  });
});

describe("a host", () => {
  it("that this machine does not have is said", async () => {
    const { child, printed } = startDev(["--site", one, "--port", "0", "--host", "192.0.2.1"]);
    expect(await once(child, "close")).toEqual([2, null]);
    expect(printed()).toContain("--host: 192.0.2.1 is no address of this machine");
  });

  it("is this machine by default, by whichever of its own names, and no name that somebody else has", async () => {
    const server = await start(two);
    const { port } = new URL(server.url("/"));
    expect(await statusFor("127.0.0.1", port, `localhost:${port}`)).toBe(200);
    expect(await statusFor("127.0.0.1", port, `127.0.0.1:${port}`)).toBe(200);
    expect(await statusFor("127.0.0.1", port, `site.localhost:${port}`)).toBe(200);
    expect(await statusFor("127.0.0.1", port, `rebound.example:${port}`)).toBe(403);
  });

  it("can be all addresses, whatever they are called", async () => {
    const server = await start(two, { args: ["--host", "0.0.0.0"] });
    const { port } = new URL(server.url("/"));
    expect(await statusFor("127.0.0.1", port, "a-name.example")).toBe(200);
    expect(server.printed()).toContain(`http://localhost:${port}/`);
  });
});

describe("a path prefix", () => {
  it("is where the site is, and the root leads to it", async () => {
    const server = await start(two, { args: ["--path-prefix", "blog"] });
    expect(await server.textAt("/blog/posts/")).toContain('href="/blog/posts/');
    expect((await fetch(server.url("/"))).url).toBe(server.url("/blog/"));
    expect(await server.statusAt("/posts/")).toBe(404);
  });
});

function statusFor(address: string, port: string, host: string): Promise<number | undefined> {
  return new Promise((done, fail) => {
    get({ host: address, port, path: "/", headers: { host } }, (response) => {
      response.resume();
      done(response.statusCode);
    }).on("error", fail);
  });
}
