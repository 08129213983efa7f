/** Who may import whom in `src/`; docs/architecture.md says why. And that documents name tests that are there. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const BELOW_THE_SITE = [
  "content",
  "cache",
  "markdown",
  "theme",
  "feeds",
  "search",
  "checks",
  "publish",
  "pictures",
  "proof",
  "reading",
  "looks",
  "citations",
];
const EVERYTHING = [
  ...BELOW_THE_SITE,
  "elsewhere",
  "site",
  "eleventy",
  "import",
  "export",
  "starter",
  "upgrade",
  "api",
];

/** For each room: the others that its files may import. */
const MAY_IMPORT: Record<string, string[]> = {
  content: [],
  cache: ["content"],
  markdown: ["content"],
  theme: ["content", "search", "proof"],
  feeds: ["content"],
  search: ["content", "cache"],
  checks: ["content"],
  publish: ["content"],
  pictures: ["content"],
  proof: ["content"],
  citations: ["content"],
  reading: ["content", "cache", "markdown", "pictures", "proof", "checks", "search", "citations"],
  looks: ["content", "theme", "pictures", "reading"],
  elsewhere: ["content", "cache", "pictures"],
  site: BELOW_THE_SITE,
  eleventy: ["site"],
  starter: ["content", "theme"],
  upgrade: [],
  import: [...BELOW_THE_SITE, "site"],
  export: [...BELOW_THE_SITE, "site", "import"],
  api: [...BELOW_THE_SITE, "site"],
  commands: EVERYTHING,
};

const FORBIDDEN_NAMES = /(^|\/)(utils?|helpers?|common|shared|misc|index)(\.tsx?$|\/)/;
const files = globSync("src/**/*.{ts,tsx,js}").map((file) => file.replaceAll("\\", "/"));
const imports = files.flatMap((file) => importsOf(file).map((imported) => ({ file, imported })));

describe("the rooms of src/", () => {
  it("are all in the table", () => {
    expect(Object.keys(MAY_IMPORT)).toEqual(expect.arrayContaining([...new Set(files.map(roomOf))]));
  });

  it("are all in the documentation's table, with the same rooms", () => {
    const rows = readFileSync("docs/architecture.md", "utf8").matchAll(/^\| `(\w+)\/` \| .* \| (.*) \|$/gm);
    const written = [...rows].map(({ 1: room = "", 2: may = "" }) => ({ room, may }));
    expect(written.map(({ room }) => room).toSorted()).toEqual(Object.keys(MAY_IMPORT).toSorted());
    for (const { room, may } of written) {
      if (/^(`\w+`(, )?)+$/.test(may))
        expect([room, [...may.matchAll(/\w+/g)].flat()]).toEqual([room, MAY_IMPORT[room]]);
    }
  });

  it("import only what the table allows", () => {
    const wrong = imports.filter(({ file, imported }) => {
      const [from, to] = [roomOf(file), roomOf(imported)];
      return imported.startsWith("src/") && from !== to && !MAY_IMPORT[from]?.includes(to);
    });
    expect(wrong.map(({ file, imported }) => `${file} imports ${imported}`)).toEqual([]);
  });

  it("keep what browsers run free of everything else", () => {
    const inBrowsers = "src/search/query/";
    const wrong = imports.filter(({ file, imported }) => {
      const leaves = file.startsWith(inBrowsers) && !imported.startsWith(inBrowsers);
      const enters = file.startsWith("src/theme/") && imported.startsWith("src/search/");
      return leaves || (enters && !(file.startsWith("src/theme/client/") && imported.startsWith(inBrowsers)));
    });
    expect(wrong.map(({ file, imported }) => `${file} imports ${imported}`)).toEqual([]);
  });

  it("take of what proves samples only what runs them in a page", () => {
    const may = ["src/theme/assets.ts imports src/proof/in-page/pglite.ts"];
    const wrong = imports
      .filter(({ file, imported }) => file.startsWith("src/theme/") && imported.startsWith("src/proof/"))
      .filter(({ file }) => file !== "src/theme/client/run-worker.ts");
    expect(wrong.map(({ file, imported }) => `${file} imports ${imported}`)).toEqual(may);
  });

  it("know Eleventy in one room only, and the wiring beside it", () => {
    const wrong = imports.filter(({ file, imported }) => imported === "@11ty/eleventy" && roomOf(file) !== "eleventy");
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it("know the kinds of entries in the table of collections only, and what those need by their own", () => {
    const kinds = /^src\/content\/(post|project)\.ts$/;
    const may =
      /^src\/(site\/collections\.ts|content\/(post|project)\.ts|theme\/(pages|components)\/.*|theme\/(json-ld|exported)\.ts)$/;
    const wrong = imports.filter(({ file, imported }) => kinds.test(imported) && !may.test(file));
    expect(wrong.map(({ file, imported }) => `${file} imports ${imported}`)).toEqual([]);
  });

  it("wrap the plugin that writes feeds' dates in one file", () => {
    const wrong = imports.filter(({ imported }) => imported === "@11ty/eleventy-plugin-rss").map(({ file }) => file);
    expect(wrong).toEqual(["src/feeds/dates.ts"]);
  });

  it("have no barrels and no drawers for odds and ends", () => {
    expect(files.filter((file) => FORBIDDEN_NAMES.test(file))).toEqual([]);
  });
});

describe("documents", () => {
  it.each(globSync("docs/*.md").concat("CONTRIBUTING.md", "README.md"))(
    "%s names tests and fixtures that are there",
    (document) => {
      const text = readFileSync(document, "utf8");
      const tests = [...text.matchAll(/`(?:tests\/)?([\w./-]+\.test\.ts|fixtures\/[\w./-]+)`/g)].map(
        ([, name = ""]) => name,
      );
      expect(tests.filter((name) => !existsSync(join("tests", name)))).toEqual([]);
    },
  );
});

/** Of a relative import, the file's path from the project's folder; of another, the package's name. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const specifiers = [...source.matchAll(/^(?:import|export)\s[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)/gm)];
  return specifiers.map(([, statically, dynamically]) => {
    const specifier = statically ?? dynamically ?? "";
    return specifier.startsWith(".") ? normalize(join(dirname(file), specifier)).replaceAll("\\", "/") : specifier;
  });
}

function roomOf(file: string): string {
  return file.split("/")[1] ?? "";
}
