/** Every sample of the site is run again, on a real PostgreSQL and in Node, and must give what its page says. */
import { describe, expect, it } from "vitest";
import { differenceText, provePages } from "../../src/proof/prove-pages.ts";
import { startServer } from "../../src/proof/server.ts";
import { readProofs } from "../../src/reading/read-proofs.ts";

const { site, pages, transcripts, orphans } = await readProofs(".");

describe("the site's samples", () => {
  it("are many, and no transcript is left over", () => {
    expect(pages.length).toBeGreaterThan(0);
    expect(orphans).toEqual([]);
  });

  it("give what their pages say", { timeout: 300_000 }, async () => {
    const server = await startServer(process.env["PROVE_DATABASE_URL"]);
    const said: string[] = [];
    try {
      const options = {
        server,
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
      await server.stop();
    }
    expect(said.join("\n")).toBe("");
  });
});
