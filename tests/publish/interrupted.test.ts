/** Builds that meet another one's traces: one that still runs, one that was killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { publishTo } from "../../src/publish/staging.ts";
import { filesOf } from "../support/built-site.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const out = join(folder, "site");
const lock = `${out}.lock`;
const running: ChildProcess[] = [];

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "index.html"), "old");
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

describe("a second build of one folder", () => {
  it("is refused while the first one runs, and names its process and its lock", async () => {
    const first = await startBuild();
    await expect(publish("second")).rejects.toThrow(new RegExp(`process ${first.pid}\\b.*${lock}`));
    expect(shown()).toBe("old");
  });

  it("disturbs nothing of the first one, which then is published whole", async () => {
    const first = await startBuild();
    await expect(publish("second")).rejects.toThrow();
    first.stdin?.end("go on");
    expect(await once(first, "exit")).toEqual([0, null]);
    expect(shown()).toBe("from the other process");
  });

  it("is let in when the first one is done", async () => {
    await publish("first");
    await publish("second");
    expect(shown()).toBe("second");
  });
});

describe("a build that was killed", () => {
  it("leaves the old site whole, and the next build takes over", async () => {
    const killed = await startBuild();
    killed.kill("SIGKILL");
    await once(killed, "exit");
    expect(shown()).toBe("old");
    expect(existsSync(`${lock}.${killed.pid}`)).toBe(true);
    await publish("new");
    expect(shown()).toBe("new");
    expect(filesOf(folder)).toEqual(["site/index.html"]);
  });

  it("is not taken for one that runs where its lock names no process", async () => {
    writeFileSync(`${lock}.x`, "");
    await publish("new");
    expect(filesOf(folder)).toEqual(["site/index.html"]);
  });

  it("between the two renames costs nothing: the old site comes back even if the next build fails", async () => {
    renameSync(out, `${out}.previous`);
    const fail = () => Promise.reject(new Error("no luck"));
    await expect(publishTo(out, fail)).rejects.toThrow("no luck");
    expect(shown()).toBe("old");
  });

  it("after the second rename leaves the new site, not the one before it", async () => {
    mkdirSync(`${out}.previous`);
    writeFileSync(join(`${out}.previous`, "index.html"), "older");
    const fail = () => Promise.reject(new Error("no luck"));
    await expect(publishTo(out, fail)).rejects.toThrow("no luck");
    expect(filesOf(folder)).toEqual(["site/index.html"]);
    expect(shown()).toBe("old");
  });
});

function publish(text: string): Promise<void> {
  return publishTo(out, async (staging) => writeFileSync(join(staging, "index.html"), text));
}

function shown(): string {
  return readFileSync(join(out, "index.html"), "utf8");
}

/** A build in a process of its own that has written its page, and ends when its standard input does. */
async function startBuild(): Promise<ChildProcess> {
  const code = `
    import { once } from "node:events";
    import { writeFileSync } from "node:fs";
    import { publishTo } from "./src/publish/staging.ts";
    await publishTo(process.env.OUT, async (staging) => {
      writeFileSync(staging + "/index.html", "from the other process");
      console.log("writing");
      await once(process.stdin.resume(), "end");
    });`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", code];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, OUT: out },
    stdio: ["pipe", "pipe", "inherit"],
  });
  running.push(child);
  await once(child.stdout, "data");
  return child;
}
