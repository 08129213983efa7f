/** Every sample of the site is run again, on a real PostgreSQL and in Node, and must give what its page says. */
import { describe, expect, it } from "vitest";
import { namedVersions } from "../../src/content/samples/version.ts";
import { startMachines, stopMachines } from "../../src/proof/machine.ts";
import { differenceText, provePages } from "../../src/proof/prove-pages.ts";
import { readProofs } from "../../src/reading/read-proofs.ts";
import { collections } from "../../src/site/collections.ts";
import { readTools } from "../../src/site/tools.ts";
import { isOurs } from "../support/example-site.ts";

const proofs = await readProofs(".", collections, await readTools("."));
if (!proofs.ok) throw new Error(proofs.problems.map(({ message }) => message).join("\n"));
const { site, pages, transcripts, orphans } = proofs.value;

describe("the site's samples", () => {
  it("leave no transcript over", () => {
    expect(orphans).toEqual([]);
  });

  it.skipIf(!isOurs)("are on each project and all essays but one of the site that comes with the engine", () => {
    expect(pages).toHaveLength(15);
  });

  it("give what their pages say", { timeout: 600_000 }, async () => {
    const named = namedVersions(site.proofs);
    const addresses = (process.env["PROVE_DATABASE_URL"] ?? "").split(/\s+/).filter(Boolean);
    const machines = await startMachines({ named, addresses, siteDir: process.cwd(), only: undefined });
    const said: string[] = [];
    try {
      const options = {
        machines,
        named,
        siteDir: process.cwd(),
        mayRunShell: site.proofs.shell,
        transcripts,
        today: "2026-01-01",
        check: true,
      };
      for await (const { file, problems, differences } of provePages(pages, options)) {
        said.push(...problems.map(({ line, message }) => `${file}:${line} ${message}`));
        said.push(
          ...differences.filter(({ isFurther }) => !isFurther).map((difference) => differenceText(file, difference)),
        );
      }
    } finally {
      await stopMachines(machines);
    }
    expect(said.join("\n")).toBe("");
  });
});
