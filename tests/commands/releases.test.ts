/** Releases in a folder here and over SSH, by rsync and without it: the same comes of all four. */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { readBuiltFolder } from "../../src/publish/releases/built-folder.ts";
import { destinationOf } from "../../src/publish/releases/destination.ts";
import { publishBefore, publishRelease } from "../../src/publish/releases/publish-release.ts";
import { filesOf, fingerprintOf } from "../support/built-site.ts";
import { pathWithout, programAt, useSshServer } from "../support/ssh-server.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { writeFiles } from "../support/write-files.ts";

const SITE = "https://example.org/";
const WEEK = 7 * 24 * 60 * 60;
const folder = useTemporaryFolder();
const server = useSshServer(folder);
const built = join(folder, "built");
const www = join(folder, "www");
const releases = join(www, "releases");
const path = process.env["PATH"] ?? "";
const withoutRsync = pathWithout("rsync", join(folder, "bin"));
const [hasRsync, isRoot] = [programAt("rsync") !== undefined, process.getuid?.() === 0];

const WAYS = [
  ...(hasRsync ? [{ way: "into a folder", host: "", programs: path }] : []),
  { way: "into a folder, without rsync", host: "", programs: withoutRsync },
  ...(server && hasRsync ? [{ way: "over SSH", host: `${server.host}:`, programs: path }] : []),
  ...(server ? [{ way: "over SSH, without rsync", host: `${server.host}:`, programs: withoutRsync }] : []),
];
if (WAYS.length < 4) console.warn(`${WAYS.length} of 4 ways of publishing are tried: sshd or rsync is missing here`);

beforeEach(() => {
  for (const one of [built, www]) rmSync(one, { recursive: true, force: true });
  build({ "index.html": "home", "a/index.html": "a", "assets/x-0123abcd.js": "x", "404.html": "none" });
});
afterEach(() => {
  process.env["PATH"] = path;
});

describe.each(WAYS)("$way", ({ host, programs }) => {
  const destination = destinationOf(`${host}${www}`, server?.ssh ?? "ssh");
  const publish = (site = SITE, drafts = false) =>
    publishRelease({ destination, site, drafts, build: () => readBuiltFolder(built) });
  beforeEach(() => {
    process.env["PATH"] = programs;
  });

  it("a release is all of a build, readable for any server, and live by a link", async () => {
    const { kind, name } = await publish();
    expect([kind, readlinkSync(join(www, "current"))]).toEqual(["live", `releases/${name}`]);
    expect(fingerprintOf(join(www, "current/"))).toEqual(fingerprintOf(built));
    expect(readdirSync(www).sort()).toEqual(["current", "releases"]);
    expect(readdirSync(releases).sort()).toEqual([name, `${name}.txt`, "site"]);
  });

  it("drafts take the place of drafts alone, and the published site that of either", async () => {
    build({ "index.html": "a draft" });
    await publish(SITE, true);
    build({ "index.html": "another draft" });
    expect(await publish(SITE, true)).toMatchObject({ kind: "live" });
    build({ "index.html": "published", "published.json": "[]" });
    const { name } = await publish();
    build({ "index.html": "a third draft" });
    await expect(publish(SITE, true)).rejects.toThrow(/has the published site.*name another folder/);
    expect(readlinkSync(join(www, "current"))).toBe(`releases/${name}`);
    expect(readdirSync(releases).filter((file) => file.startsWith(".lock"))).toEqual([]);
  });

  it("drafts do not come back in the place of the published site, and do in that of drafts", async () => {
    build({ "index.html": "a draft" });
    const { name } = await publish(SITE, true);
    build({ "index.html": "another draft" });
    await publish(SITE, true);
    expect(await publishBefore(destination, SITE)).toMatchObject({ now: name });
    build({ "index.html": "published", "published.json": "[]" });
    const published = await publish();
    await expect(publishBefore(destination, SITE)).rejects.toThrow(/the release before .* has drafts/);
    expect(readlinkSync(join(www, "current"))).toBe(`releases/${published.name}`);
    build({ "index.html": "published later", "published.json": "[]" });
    await publish();
    expect(await publishBefore(destination, SITE)).toMatchObject({ now: published.name });
  });

  it("servers may read it, whatever the rights of what was built", async () => {
    for (const [file, mode] of [
      ["index.html", 0o600],
      ["a", 0o700],
    ] as const)
      execFileSync("chmod", [mode.toString(8), join(built, file)]);
    const { name } = await publish();
    for (const entry of readdirSync(join(releases, name), { recursive: true, withFileTypes: true })) {
      const { mode } = statSync(join(entry.parentPath, entry.name));
      expect((mode & 0o777).toString(8), entry.name).toBe(entry.isDirectory() ? "755" : "644");
    }
  });

  it("has files of any name, hidden ones and empty ones", async () => {
    const names = ["a b.txt", "it's.txt", '"$HOME" `id`.txt', "-n.txt", "ü/日本.txt", ".well-known/x", "empty"];
    build(Object.fromEntries(names.map((name) => [name, name === "empty" ? "" : name])));
    await publish();
    expect(fingerprintOf(join(www, "current/"))).toEqual(fingerprintOf(built));
    const before = stamps();
    build({ "new.txt": "new" });
    await publish();
    expect(fingerprintOf(join(www, "current/"))).toEqual(fingerprintOf(built));
    for (const [file, stamp] of before) expect(stamps().get(file), file).toEqual(stamp);
  });

  it("what is the same in the next one is the same file, with its time; what is not has a later second", async () => {
    await publish();
    const before = stamps();
    build({ "a/index.html": "b", "new/index.html": "new" });
    // A build in CI gives all files new times.
    for (const file of filesOf(built)) utimesSync(join(built, file), new Date(), new Date());
    expect(await publish()).toMatchObject({ files: { new: 2, same: 3, kept: 0 } });
    const after = stamps();
    for (const file of ["index.html", "404.html", "assets/x-0123abcd.js"])
      expect(after.get(file), file).toEqual(before.get(file));
    expect(after.get("a/index.html")?.second).toBeGreaterThan(before.get("a/index.html")?.second ?? 0);
    expect(after.get("new/index.html")?.second).toBe(after.get("a/index.html")?.second);
  });

  it("a file that was changed on the server is put right where rsync looks at it", async () => {
    await publish();
    writeFileSync(join(www, "current/index.html"), "HOME");
    build({ "new/index.html": "new" });
    await publish();
    expect(readFileSync(join(www, "current/index.html"), "utf8")).toBe("home");
  });

  it("what is live already makes no further release", async () => {
    const { name } = await publish();
    expect(await publish()).toEqual({ kind: "unchanged", name });
    expect(readdirSync(releases)).toHaveLength(3);
  });

  it("the one before becomes live again, and what that changes is newer than what it was", async () => {
    const { name: first } = await publish();
    build({ "index.html": "HOME" });
    const { name: second } = await publish();
    const before = stamps();
    expect(await publishBefore(destination, SITE)).toEqual({ now: first, was: second });
    expect(readFileSync(join(www, "current/index.html"), "utf8")).toBe("home");
    const after = stamps();
    expect(after.get("index.html")?.second).toBeGreaterThan(before.get("index.html")?.second ?? 0);
    for (const file of ["404.html", "a/index.html"]) expect(after.get(file), file).toEqual(before.get(file));
    await expect(publishBefore(destination, SITE)).rejects.toThrow(`has no release before ${first}`);
    // The next has before it what is live now, and not what was taken back.
    build({ "index.html": "Home" });
    const { name: third } = await publish();
    expect(await publishBefore(destination, SITE)).toEqual({ now: first, was: third });
  });

  // Each release has a second of its own.
  it.runIf(host !== "" || WAYS.length < 3)("five of them are kept", async () => {
    const names: string[] = [];
    for (let round = 0; round < 7; round++) {
      build({ "index.html": `home ${round}` });
      names.push((await publish()).name);
    }
    expect(
      readdirSync(releases)
        .filter((name) => name.endsWith("Z"))
        .sort(),
    ).toEqual(names.slice(-5));
    expect(readdirSync(releases).filter((name) => name.endsWith(".txt"))).toHaveLength(5);
  });

  it("a file with a digest in its name is kept for a week after the last build that had it", async () => {
    await publish();
    rmSync(join(built, "assets"), { recursive: true });
    rmSync(join(built, "a"), { recursive: true });
    expect(await publish()).toMatchObject({ files: { new: 0, same: 2, kept: 1 } });
    expect(filesOf(join(www, "current/"))).toEqual(["404.html", "assets/x-0123abcd.js", "index.html"]);
    const publishAfter = async (seconds: number) => {
      const record = join(releases, `${readlinkSync(join(www, "current")).slice("releases/".length)}.txt`);
      const since = Math.floor(Date.now() / 1000) - seconds;
      writeFileSync(record, readFileSync(record, "utf8").replace(/^kept \d+ /m, `kept ${since} `));
      build({ "index.html": `after ${seconds}` });
      return publish();
    };
    expect(await publishAfter(WEEK - 600)).toMatchObject({ files: { kept: 1 } });
    expect(await publishAfter(WEEK + 1)).toMatchObject({ files: { kept: 0 } });
    expect(filesOf(join(www, "current/"))).toEqual(["404.html", "index.html"]);
  });

  it("a folder is left alone that holds something else", async () => {
    mkdirSync(www);
    writeFileSync(join(www, "thesis.txt"), "three years of work");
    await expect(publish()).rejects.toThrow("holds what was never published: thesis.txt (name a folder that is new");
    expect(filesOf(www)).toEqual(["thesis.txt"]);
    rmSync(www, { recursive: true });
    await publish();
    const before = fingerprintOf(releases);
    await expect(publish("https://another.example/")).rejects.toThrow(
      "has the releases of https://example.org/, and this is https://another.example/",
    );
    expect(fingerprintOf(releases)).toEqual(before);
  });

  it("a build that fails changes nothing but that the folder is the site's", async () => {
    const { name } = await publish();
    const failing = publishRelease({
      destination,
      site: SITE,
      drafts: false,
      build: () => Promise.reject(new Error("no build")),
    });
    await expect(failing).rejects.toThrow("no build");
    expect(readdirSync(releases).sort()).toEqual([name, `${name}.txt`, "site"]);
  });

  it("two at once do not get in each other's way: the second is told", async () => {
    let release = () => {};
    const waiting = new Promise<void>((done) => {
      release = done;
    });
    const first = publishRelease({
      destination,
      site: SITE,
      drafts: false,
      build: () => waiting.then(() => readBuiltFolder(built)),
    });
    while (!existsSync(join(releases, "site"))) await setTimeout(20);
    await expect(publish()).rejects.toThrow(
      /^process \d+ publishes to .* at this moment; wait for it, or end it there$/,
    );
    release();
    expect((await first).kind).toBe("live");
    expect((await publish()).kind).toBe("unchanged");
  });

  it("what killed ones have left is removed", async () => {
    mkdirSync(join(releases, "20200101T000000Z/a"), { recursive: true });
    writeFileSync(join(releases, "site"), `${SITE}\n`);
    for (const file of [".lock.4194305", "20200101T000000Z.txt.new"]) writeFileSync(join(releases, file), "");
    execFileSync("ln", ["-s", "releases/20200101T000000Z", join(www, "current.new")]);
    const { name } = await publish();
    expect(readdirSync(releases).sort()).toEqual([name, `${name}.txt`, "site"]);
    expect(readdirSync(www).sort()).toEqual(["current", "releases"]);
  });

  // A small disk, which only root can make.
  it.runIf(isRoot && canMount())("a full disk is called that, and what is live stays", async () => {
    mkdirSync(www);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", www]);
    try {
      const { name } = await publish();
      build({ "large.bin": "x".repeat(400_000) });
      await expect(publish()).rejects.toThrow(/^the disk of .* is full.* The site that is live there is as it was\./);
      expect(readlinkSync(join(www, "current"))).toBe(`releases/${name}`);
      expect(readdirSync(releases).sort()).toEqual([name, `${name}.txt`, "site"]);
    } finally {
      execFileSync("umount", ["--lazy", www]);
    }
  });
});

const mountPoint = join(folder, "mount");
afterAll(() => rmSync(mountPoint, { recursive: true, force: true }));
function canMount(): boolean {
  try {
    mkdirSync(mountPoint, { recursive: true });
    execFileSync("mount", ["-t", "tmpfs", "tmpfs", mountPoint], { stdio: "ignore" });
    execFileSync("umount", [mountPoint]);
    return true;
  } catch {
    return false;
  }
}

/** Adds to what is built. */
function build(files: Record<string, string>): void {
  writeFiles(built, files);
}

/** Of what is live: what web servers make tags of. */
function stamps(): Map<string, { inode: number; second: number }> {
  const files = filesOf(join(www, "current/"));
  return new Map(
    files.map((file) => {
      const { ino, mtimeMs } = lstatSync(join(www, "current", file));
      return [file, { inode: ino, second: Math.floor(mtimeMs / 1000) }] as const;
    }),
  );
}
