/** Builds what several test files look at, once for all of them, with the command that a site's owner uses. */
import type { TestProject } from "vitest/node";
import { AT, FIXTURES } from "./built-fixture.ts";
import { NOTEBOOK, NOTEBOOK_AT } from "./content-files.ts";
import { spawnBuild } from "./run-build.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folders that fixtures were built into. */
    notebook: string;
    everything: string;
    noPosts: string;
    /** That of the site at the top of the repository, whatever it is. */
    exampleSite: string;
  }
}

/** Whatever is no draft is published by then. */
const EXAMPLE_AT = "2100-01-01T00:00:00Z";
const OUT = ".cache/test-sites";
/** The tests that are quick look at no built site. */
const WITHOUT_SITES = ["unit", "proof", "package"];

export default async function buildSharedSites({ vitest, provide }: TestProject): Promise<void> {
  if (vitest.projects.every(({ name }) => WITHOUT_SITES.includes(name))) return;
  const sites = [
    { key: "exampleSite", site: ".", at: EXAMPLE_AT },
    { key: "notebook", site: NOTEBOOK, at: NOTEBOOK_AT },
    { key: "everything", site: `${FIXTURES}/everything`, at: AT },
    { key: "noPosts", site: `${FIXTURES}/no-posts`, at: AT },
  ] as const;
  const builds = sites.map(async ({ key, site, at }) => {
    const out = `${OUT}/${key}`;
    const build = await spawnBuild(["--site", site, "--out", out, "--at", at]);
    if (build.code !== 0) throw new Error(`${site} does not build:\n${build.output}`);
    provide(key, out);
  });
  await Promise.all(builds);
}
