/** `wellformed publish`: builds, makes the build live, and notes what is online; releases.test.ts has the rest. */
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, relative } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { fingerprintOf } from "../support/built-site.ts";
import { runCommand } from "../support/run-build.ts";
import { useSshServer } from "../support/ssh-server.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const server = useSshServer(folder);
const site = join(folder, "site");
const www = join(folder, "www");
const ledger = join(site, "_data/published.json");

beforeEach(() => {
  for (const path of [site, www]) rmSync(path, { recursive: true, force: true });
  copyFixture("windows", site);
});

const publish = (...args: string[]) => runCommand("publish", [...args, "--no-search"], {}, site);
const live = () => readlinkSync(join(www, "current")).slice("releases/".length);

it("builds the site, makes it live, notes what is online, and goes back", async () => {
  const first = await publish("../www");
  expect(first.code, first.output).toBe(0);
  expect(first.output).toMatch(/^_site: \d+ pages/);
  expect(first.output).toContain(`../www: release ${live()} is live: `);
  expect(first.output).toMatch(/^_data\/published\.json has \d+ new addresses; commit it$/m);
  expect(first.output).not.toContain("wellformed published");
  expect(fingerprintOf(join(www, "current/"))).toEqual(fingerprintOf(join(site, "_site")));
  const name = live();
  expect((await publish("../www")).output).toContain(`../www: release ${name} is live and has all of this already\n`);
  writeFileSync(join(site, "posts/more.md"), "---\ntitle: More\ndate: 2025-01-01\n---\n\nText.\n");
  expect((await publish("../www")).output).toMatch(/: \d+ files sent, \d+ as before/);
  const later = live();
  const back = await publish("../www", "--back");
  expect(back).toEqual({ code: 0, output: `../www: release ${name} is live again, and ${later} is not\n` });
});

it("says once that there are no compressed copies any more", async () => {
  const copies = () =>
    readdirSync(join(www, "current/"), { recursive: true }).filter((file) => /\.br$/.test(`${file}`));
  const more = (name: string) =>
    writeFileSync(join(site, `posts/${name}.md`), `---\ntitle: ${name}\ndate: 2025-01-01\n---\n\nText.\n`);
  const lost = "It has no compressed copies (.br, .gz), which the release before had (publish with --compress";
  expect((await publish("../www", "--compress")).output).not.toContain("compressed copies");
  expect(copies()).toContain("index.html.br");
  more("one");
  expect((await publish("../www", "--compress")).output).not.toContain("compressed copies");
  more("two");
  expect((await publish("../www")).output).toContain(lost);
  expect(copies()).not.toContain("index.html.br");
  // Those of the engine's own files stay for pages that are open, and are not missed again.
  more("three");
  expect((await publish("../www")).output).not.toContain("compressed copies");
});

it.runIf(server)("does so over SSH", async () => {
  const { code, output } = await publish(`${server?.host}:${www}`, "--ssh", server?.ssh ?? "");
  expect(code, output).toBe(0);
  expect(output).toContain(`${server?.host}:${www}: release ${live()} is live: `);
  expect(fingerprintOf(join(www, "current/"))).toEqual(fingerprintOf(join(site, "_site")));
});

it.runIf(server)("takes a relative folder over SSH from the user's home", async () => {
  const there = `${server?.host}:${relative(homedir(), www)}`;
  const { code, output } = await publish(there, "--ssh", server?.ssh ?? "");
  expect(code, output).toBe(0);
  expect(output).toContain(`${there}: release ${live()} is live: `);
  writeFileSync(join(site, "posts/more.md"), "---\ntitle: More\ndate: 2025-01-01\n---\n\nText.\n");
  await publish(there, "--ssh", server?.ssh ?? "");
  const later = live();
  const back = await publish(there, "--ssh", server?.ssh ?? "", "--back");
  expect(back).toEqual({ code: 0, output: `${there}: release ${live()} is live again, and ${later} is not\n` });
});

it("leaves what is live as it was where the site has problems, and notes nothing", async () => {
  await publish("../www");
  const before = [live(), readFileSync(ledger, "utf8")];
  writeFileSync(join(site, "posts/broken.md"), "---\ntitle: Broken\ndate: 2025-01-01\n---\n\n[there](nowhere.md)\n");
  expect(await publish("../www")).toEqual({ code: 1, output: expect.stringContaining("posts/broken.md") });
  expect([live(), readFileSync(ledger, "utf8")]).toEqual(before);
});

it("notes nothing where it can't go live", async () => {
  writeFileSync(`${www}`, "a file");
  expect(await publish("../www")).toEqual({ code: 2, output: expect.stringContaining("../www is no folder") });
  expect(existsSync(ledger)).toBe(false);
});

describe("what can't be done is said before anything is built", () => {
  const ssh = "ssh -p 1 -o BatchMode=yes";
  it.each([
    [[], 2, "wellformed publish takes the folder to publish to"],
    [["host:"], 2, "host: names no folder behind the colon; write host:/srv/example.org"],
    [["host:/srv/a b"], 2, "the folder in host:/srv/a b may have letters"],
    [["a", "b"], 2, "takes one folder, and not b as well"],
    [["a", "--out", "b"], 2, "wellformed publish has no option --out"],
    [
      ["127.0.0.1:/srv/www", "--ssh", ssh],
      1,
      `127.0.0.1 can't be reached, or the connection was lost; try ${ssh} 127.0.0.1 true\nssh: connect to host`,
    ],
    [["127.0.0.1:/srv/www", "--ssh", "no-such-program"], 1, "no-such-program"],
    [["_data/site.ts"], 2, "_data/site.ts is no folder"],
    [["fresh", "--back"], 2, "nothing is live in fresh yet"],
    [["_site"], 2, "_site is in _site, which each build replaces: name a folder elsewhere"],
    [["_site/www"], 2, "_site/www is in _site, which each build replaces: name a folder elsewhere"],
    [["/proc/www"], 1, "/proc/www"],
  ])("%j", async (args, code, says) => {
    const run = await publish(...args);
    expect(run).toEqual({ code, output: expect.stringContaining(says) });
    expect(run.output).not.toMatch(/^\s+at /m);
    expect(readdirSync(site)).not.toContain("_site");
  });
});
