/** `wellformed start`: builds the site with its drafts, serves it, and builds it again whenever something changes. */
import { rm } from "node:fs/promises";
import { SiteFollower } from "./dev/follow-site.ts";
import { makeOwnFolder } from "./dev/own-folder.ts";
import { servePreview } from "./dev/serve-preview.ts";
import { readServeOptions } from "./options/options.ts";

/** The signals by which a terminal or a parent process ends it. */
const ENDINGS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export async function start(args: string[]): Promise<void> {
  const { siteDir, host, port, pathPrefix = "" } = readServeOptions(args, process.env);
  const ended = new Promise<void>((resolve) => {
    for (const signal of ENDINGS) process.once(signal, () => resolve());
  });
  const server = await servePreview({ host, port, base: `/${pathPrefix}/`.replace(/\/+/g, "/") });
  const folder = await makeOwnFolder(siteDir);
  const follower = new SiteFollower({ siteDir, folder, args, server });
  try {
    await Promise.race([ended, follower.run()]);
  } finally {
    await follower.end();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
