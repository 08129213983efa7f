/** What is wrong with a theme is said by file, line and key, with the nearest right value: cases in `fixtures/looks/faults.yaml`. */
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { themeReader } from "../../src/looks/read-theme.ts";
import { Cache } from "../../src/pictures/cache.ts";
import { collections } from "../../src/site/collections.ts";
import { siteWords } from "../../src/site/tools.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { writeFiles } from "../support/write-files.ts";

interface Fault {
  name: string;
  files?: Record<string, string>;
  /** Of `src/theme/fonts/`, copied into the theme's. */
  fonts?: string[];
  setting?: string;
  /** Each problem, or how it begins where the rest is a hint that is said of others too. */
  says: string[];
}

const folder = useTemporaryFolder();
const cache = new Cache(join(folder, "cache"));
// A fixture of ours, whose shape the tests below show.
const faults = parse(readFileSync("tests/fixtures/looks/faults.yaml", "utf8")) as Fault[];

it.each(faults.map((fault, index) => ({ ...fault, index })))(
  "$name",
  async ({ index, files = {}, fonts = [], setting, says }) => {
    const siteDir = join(folder, String(index));
    writeFiles(join(siteDir, "theme"), files);
    for (const font of fonts) cpSync(join("src/theme/fonts", font), join(siteDir, "theme/fonts", font));
    const theme = await themeReader()({ siteDir, setting, words: siteWords(collections, { language: "en" }), cache });
    const said = theme.ok ? [] : theme.problems.map(formatProblem);
    expect(said.map((text, at) => (says[at] && text.includes(says[at]) ? says[at] : text))).toEqual(says);
  },
);
