/**
 * What the real build command prints for each tiny site in `fixtures/sites/`: its `expected.txt` is a transcript of one
 * or more runs. `_site` stands for the output folder, `N s` for the time that it took.
 */
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildFixture, FIXTURES } from "../support/built-fixture.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const transcripts = globSync(`${FIXTURES}/*/expected.txt`).sort();
const COMMAND = /^\$ npm run build -- --at (\S+)$/gm;

describe("npm run build", () => {
  it.each(transcripts.map((file) => [basename(dirname(file)), file]))(
    "says what it should of %s",
    async (name, file) => {
      const expected = readFileSync(file, "utf8");
      const moments = [...expected.matchAll(COMMAND)].map(([, moment = ""]) => moment);
      expect(moments.length).toBeGreaterThan(0);
      const runs = [];
      for (const moment of moments) runs.push(await transcriptOf(name, moment));
      expect(runs.join("")).toBe(expected);
    },
  );
});

async function transcriptOf(name: string, moment: string): Promise<string> {
  const out = join(folder, name, "_site");
  const { code, output } = await buildFixture(name, out, moment);
  const printed = output.replaceAll(out, "_site").replace(/\d+\.\d s$/m, "N s");
  return `$ npm run build -- --at ${moment}\n${printed}exit ${code}\n`;
}
