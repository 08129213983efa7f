/**
 * A publish that is killed at any moment leaves the release that was live, whole, or the new one, whole; whoever reads meanwhile
 * always finds one. KILLS in the environment says how often it is tried; the moments are drawn from SEED.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
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
}, 120_000);

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
      const begun = performance.now();
      const [code] = await once(start(0), "exit");
      expect([code, isWhole()]).toEqual([0, true]);
      const duration = performance.now() - begun;
      const seen = { killed: 0, ended: 0, switched: 0, reads: 0 };
      for (let kill = 0; kill < KILLS; kill++) {
        const before = readlinkSync(current);
        const child = start((kill + 1) % 2);
        const ended = once(child, "exit");
        // Half of them are killed as soon as there is something of a release.
        const early = chance.between(0, 1) === 0;
        const names = readdirSync(join(www, "releases")).length;
        const end = performance.now() + duration * 2;
        while (early && child.exitCode === null && performance.now() < end) {
          if (readdirSync(join(www, "releases")).filter((name) => !name.startsWith(".")).length > names) break;
          expect(readFileSync(join(current, "index.html"), "utf8")).toContain("<html");
          seen.reads += 1;
          await setTimeout(2);
        }
        await Promise.race([setTimeout(chance.between(0, early ? duration * 0.25 : duration * 1.1)), ended]);
        if (child.exitCode === null) {
          child.kill("SIGKILL");
          await ended;
          seen.killed += 1;
        } else seen.ended += 1;
        expect(isWhole(), `after kill ${kill}`).toBe(true);
        if (readlinkSync(current) !== before) seen.switched += 1;
      }
      console.log(`${way}: ${JSON.stringify(seen)}`);
      // A shell that was at work when its publisher was killed ends what it has begun, and its lock ends with it.
      await vi.waitFor(
        async () => {
          const [code] = await once(start(1), "exit");
          expect(code).toBe(0);
        },
        { timeout: 60_000, interval: 500 },
      );
      expect(isWhole()).toBe(true);
      const left = readdirSync(join(www, "releases")).filter((name) => name !== "site");
      const releases = left.filter((name) => name.endsWith("Z"));
      expect(releases.length).toBeLessThanOrEqual(5);
      expect(left.sort()).toEqual(releases.flatMap((name) => [name, `${name}.txt`]).sort());
      expect(readdirSync(www).sort()).toEqual(["current", "releases"]);
    },
    KILLS * 30_000 + 120_000,
  );
});
