/** Feed readers that ask web servers again: there is nothing new, and nothing is sent. */
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AT, FIXTURES } from "../support/built-fixture.ts";
import { describeServers } from "../support/describe-servers.ts";
import { folderFor, POLLING_READERS } from "../support/polling-readers.ts";
import { type RecordingProxy, recordingProxy } from "../support/recording-proxy.ts";
import { runBuild, runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { type RunningServer, SERVERS, startServer } from "../support/web-servers.ts";

const folder = useTemporaryFolder();
chmodSync(folder, 0o755);
const SITE = join(FIXTURES, "served");
const root = join(folder, "site");
const ENTRIES = 4;

beforeAll(async () => {
  const build = await runBuild(["--site", SITE, "--out", root, "--at", AT]);
  expect(build.code, build.output).toBe(0);
});

for (const { name } of POLLING_READERS.filter(({ isHere }) => !isHere()))
  it.skip(`${name} is not installed here`, () => {});
describeServers((name) => {
  let server: RunningServer;
  let proxy: RecordingProxy;

  beforeAll(async () => {
    for (const one of SERVERS) {
      const written = await runCommand("host", [one, join(folder, "files", one), "--site", SITE, "--out", root]);
      expect(written.code, written.output).toBe(0);
    }
    server = await startServer(name, { root, files: join(folder, "files", name), work: join(folder, `work-${name}`) });
    proxy = await recordingProxy(server.port);
  });
  afterAll(async () => {
    await proxy?.stop();
    await server?.stop();
  });

  describe.each(POLLING_READERS.filter(({ isHere }) => isHere()))("to $name", (reader) => {
    it.each(["feed.xml", "atom.xml"])("sends %s once", async (feed) => {
      const own = folderFor(folder, `${name}-${reader.name}-${feed}`);
      for (let poll = 1; poll <= reader.learnsIn; poll++) {
        expect(await reader.poll(`${proxy.url}/${feed}`, own)).toBe(poll === 1 ? ENTRIES : 0);
        expect(proxy.taken().map(({ status }) => status)).toEqual([200]);
      }
      expect(await reader.poll(`${proxy.url}/${feed}`, own)).toBe(0);
      expect(proxy.taken()).toEqual([expect.objectContaining({ status: 304, path: `/${feed}` })]);
    });
  });
});
