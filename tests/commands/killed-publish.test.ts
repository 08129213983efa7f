/**
 * A publish that is killed at any moment leaves the release that was live, whole, or the new one, whole; whoever reads meanwhile
 * always finds one. KILLS in the environment says how often it is tried; the moments are drawn from SEED.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { isNamedByDigest } from "../../src/publish/releases/release.ts";
import { chanceFrom } from "../bench/random.ts";
import { copyFixture } from "../support/built-fixture.ts";
import { fingerprintOf } from "../support/built-site.ts";
import { runCommand } from "../support/run-build.ts";
import { useSshServer } from "../support/ssh-server.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { wellformedCommand } from "../support/wellformed-command.ts";

const KILLS = Number(process.env["KILLS"] ?? 6);
const folder = useTemporaryFolder();
const server = useSshServer(folder);
const sites = ["one", "other"].map((name) => join(folder, name));
/** A build where nothing has changed takes no time, and so it is the switch that is killed. */
let whole: Record<string, string>[] = [];

beforeAll(async () => {
  for (const site of sites) copyFixture("windows", site);
  writeFileSync(join(sites[1] ?? "", "posts/more.md"), "---\ntitle: More\ndate: 2025-01-01\n---\n\nText.\n");
  for (const site of sites) {
    const { code, output } = await runCommand("build", ["--no-search"], {}, site);
    expect(code, output).toBe(0);
  }
  whole = sites.map((site) => fingerprintOf(join(site, "_site")));
});

const ways = [
  { way: "into a folder", host: "", options: [] as string[] },
  ...(server ? [{ way: "over SSH", host: `${server.host}:`, options: ["--ssh", server.ssh] }] : []),
];
if (!server) console.warn("No publish over SSH is killed: sshd is missing here");

describe.each(ways)("$way", ({ way, host, options }) => {
  const www = join(folder, way.replaceAll(" ", "-"));
  const current = join(www, "current");
  const args = (site: number) => ["publish", `${host}${www}`, "--no-search", ...options, "--site", sites[site] ?? ""];
  const start = (site: number) =>
    spawn(process.execPath, wellformedCommand(args(site), resolve(".")), { cwd: sites[site], stdio: "ignore" });
  const releases = join(www, "releases");
  /** Waits for a release to begin, or for the end; who reads meanwhile always finds a page. */
  const beginning = async (child: ChildProcess) => {
    const started = performance.now();
    const known = new Set(existsSync(releases) ? readdirSync(releases) : []);
    let reads = 0;
    while (child.exitCode === null && child.signalCode === null) {
      if (existsSync(releases) && readdirSync(releases).some((name) => name.endsWith("Z") && !known.has(name))) break;
      if (existsSync(current)) {
        expect(readFileSync(join(current, "index.html"), "utf8")).toContain("<html");
        reads += 1;
      }
      await setTimeout(2);
    }
    return { started, begun: performance.now(), reads };
  };
  const isWhole = () => {
    const live = fingerprintOf(`${current}/`);
    return whole.some(
      (one) =>
        Object.keys(one).every((file) => live[file] === one[file]) &&
        Object.keys(live).every((file) => file in one || isNamedByDigest(file)),
    );
  };

  it(
    `killed ${KILLS} times, what is live is never a mixture`,
    async () => {
      const chance = chanceFrom(Number(process.env["SEED"] ?? 7));
      const first = start(0);
      // It may have ended when its beginning is seen.
      const firstEnded = once(first, "exit");
      const until = await beginning(first);
      expect(await firstEnded).toEqual([0, null]);
      // From the release's beginning to its end, and all of it.
      const [short, long] = [performance.now() - until.begun, performance.now() - until.started];
      const seen = { killed: 0, ended: 0, switched: 0, reads: 0 };
      for (let kill = 0; kill < KILLS; kill++) {
        const before = readlinkSync(current);
        // The site that is not live, so that there is something to do.
        const child = start(existsSync(join(current, "posts/more/index.html")) ? 0 : 1);
        const ended = once(child, "exit");
        const isLate = chance.between(0, 3) > 0;
        if (isLate) seen.reads += (await beginning(child)).reads;
        await Promise.race([setTimeout(chance.between(0, (isLate ? short : long) * 1.1)), ended]);
        if (child.exitCode === null) {
          child.kill("SIGKILL");
          await ended;
          seen.killed += 1;
        } else seen.ended += 1;
        expect(isWhole(), `after kill ${kill}`).toBe(true);
        // Its shell ends what it is at.
        await vi.waitFor(() => expect(readdirSync(releases).filter((name) => name.startsWith("."))).toEqual([]), {
          timeout: 20_000,
          interval: 20,
        });
        expect(isWhole(), `after kill ${kill}`).toBe(true);
        if (readlinkSync(current) !== before) seen.switched += 1;
      }
      console.log(`${way}: ${JSON.stringify(seen)}`);
      // Releases are cleared away by a publish that has something to do.
      const other = existsSync(join(current, "posts/more/index.html")) ? 0 : 1;
      expect(await once(start(other), "exit")).toEqual([0, null]);
      expect(isWhole()).toBe(true);
      const left = readdirSync(releases).filter((name) => name !== "site");
      const names = left.filter((name) => name.endsWith("Z"));
      expect(names.length).toBeLessThanOrEqual(5);
      expect(left.sort()).toEqual(names.flatMap((name) => [name, `${name}.txt`]).sort());
      expect(readdirSync(www).sort()).toEqual(["current", "releases"]);
    },
    KILLS * 30_000 + 120_000,
  );
});
