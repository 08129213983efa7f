/**
 * A build that is killed at any moment leaves the site that was there, whole, or the new one, whole. KILLS in the
 * environment says how often it is tried; the moments are drawn from SEED.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, expect, it } from "vitest";
import { chanceFrom } from "../bench/random.ts";
import { AT, copyFixture } from "../support/built-fixture.ts";
import { fingerprintOf } from "../support/built-site.ts";
import { spawnBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { wellformedCommand } from "../support/wellformed-command.ts";

const KILLS = Number(process.env["KILLS"] ?? 8);
const folder = useTemporaryFolder();
const out = join(folder, "out");
const sites = ["withheld", "windows"].map((name) => join(folder, name));
const whole: Record<string, string>[] = [];
let duration = 0;

beforeAll(async () => {
  for (const [index, name] of ["withheld", "windows"].entries()) {
    copyFixture(name, sites[index] ?? "");
    const start = performance.now();
    const { code, output } = await build(sites[index] ?? "", join(folder, `whole-${index}`));
    duration = performance.now() - start;
    expect(code, output).toBe(0);
    whole.push(fingerprintOf(join(folder, `whole-${index}`)));
  }
  cpSync(join(folder, "whole-0"), out, { recursive: true });
});

it(
  `killed ${KILLS} times, a site is never a mixture, and what is left behind goes with the next build`,
  async () => {
    const chance = chanceFrom(Number(process.env["SEED"] ?? 7));
    for (let kill = 0; kill < KILLS; kill++) {
      await killBuild(sites[(kill + 1) % 2] ?? "", chance.between(0, duration * 1.1));
      const shown = existsSync(out) ? out : `${out}.previous`;
      expect(whole, `after kill ${kill}`).toContainEqual(fingerprintOf(shown));
    }
    const { code, output } = await build(sites[1] ?? "", out);
    expect(code, output).toBe(0);
    expect(fingerprintOf(out)).toEqual(whole[1]);
    expect(readdirSync(folder).filter((name) => name.startsWith("out."))).toEqual([]);
  },
  KILLS * 20_000 + 60_000,
);

function build(site: string, to: string) {
  return spawnBuild(["--site", site, "--out", to, "--at", AT]);
}

async function killBuild(site: string, after: number): Promise<void> {
  const command = wellformedCommand(["build", "--site", site, "--out", out, "--at", AT]);
  const child = spawn(process.execPath, command, { stdio: "ignore" });
  await Promise.race([setTimeout(after), once(child, "exit")]);
  if (child.exitCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}
