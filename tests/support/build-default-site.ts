/** Builds the default site once for all tests, with the command that a site's owner uses, at a fixed moment. */
import type { TestProject } from "vitest/node";
import { runBuild } from "./run-build.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder that the default site was built into. */
    defaultSite: string;
  }
}

export default async function buildDefaultSite(project: TestProject): Promise<void> {
  const out = ".cache/test-site";
  const { code, output } = await runBuild(["--out", out, "--at", "2026-11-23T00:00:00Z"]);
  if (code !== 0) throw new Error(`The default site does not build:\n${output}`);
  project.provide("defaultSite", out);
}
