/** How recipes are read and followed; `site/recipes.test.ts` follows those of CONTRIBUTING.md. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { follow, readRecipes, type Step } from "./support/recipes.ts";
import { useTemporaryFolder } from "./support/temporary-folder.ts";

const folder = useTemporaryFolder();
const TABLE = 'const ROWS = [\n  "one",\n\n  "two",\n];\n';
const read = () => readFileSync(join(folder, "src/rows.ts"), "utf8");
const change = (text: string): Step => ({ line: 7, file: "src/rows.ts", kind: "change", text });

beforeEach(() => {
  mkdirSync(join(folder, "src"), { recursive: true });
  writeFileSync(join(folder, "src/rows.ts"), TABLE);
});

it("recipes are the headings below Recipes, with the fences that name a file", () => {
  const markdown = `# A
## Before
### Not a recipe
\`\`\`ts title="src/no.ts"
\`\`\`
## Recipes
### A row
Text, and a fence that is only shown.
\`\`\`sh
npm start
\`\`\`
\`\`\`diff title="src/rows.ts"
+  "three",
\`\`\`
### A file
\`\`\`\`md title="posts/a.md"
\`\`\`
code
\`\`\`
\`\`\`\`
## After
### Not a recipe
`;
  expect(readRecipes(markdown)).toEqual([
    { name: "A row", steps: [{ line: 12, file: "src/rows.ts", kind: "change", text: '+  "three",\n' }] },
    { name: "A file", steps: [{ line: 16, file: "posts/a.md", kind: "add", text: "```\ncode\n```\n" }] },
  ]);
});

describe("a change", () => {
  it("takes lines away and adds others, where the lines around them are", () => {
    follow(change('   "one",\n-\n-  "two",\n+  "2",\n'), folder);
    expect(read()).toBe('const ROWS = [\n  "one",\n  "2",\n];\n');
  });

  it("is of several places of a file, each by itself", () => {
    follow(change('   "one",\n+  "half",\n   "two",\n+  "three",\n'), folder);
    expect(read()).toBe('const ROWS = [\n  "one",\n  "half",\n\n  "two",\n  "three",\n];\n');
  });

  it("without lines above it comes below the imports", () => {
    writeFileSync(join(folder, "src/rows.ts"), `import a from "a";\nimport {\n  b,\n} from "b";\n\n${TABLE}`);
    follow(change('+import c from "c";\n   "one",\n+  c,\n'), folder);
    expect(read()).toBe(
      `import a from "a";\nimport {\n  b,\n} from "b";\nimport c from "c";\n\n${TABLE.replace('"one",', '"one",\n  c,')}`,
    );
  });

  it.each([
    ["is not there", '   "three",\n+  "four",\n', "has 0 times"],
    ["is there twice", '   "one",\n+  "four",\n', "has 2 times"],
  ])("of a place that %s names the recipe's line", (_, text, says) => {
    writeFileSync(join(folder, "src/rows.ts"), TABLE + TABLE);
    expect(() => follow(change(text), folder)).toThrow(`CONTRIBUTING.md:7 changes lines that src/rows.ts ${says}`);
    expect(read()).toBe(TABLE + TABLE);
  });

  it("of a file that is not there names the recipe's line", () => {
    expect(() => follow({ ...change("+x\n"), file: "src/x.ts" }, folder)).toThrow(
      "CONTRIBUTING.md:7 changes src/x.ts, which is not there",
    );
  });
});

describe("a file", () => {
  it("is added in its folder", () => {
    follow({ line: 3, file: "src/new/x.ts", kind: "add", text: "export {};\n" }, folder);
    expect(readFileSync(join(folder, "src/new/x.ts"), "utf8")).toBe("export {};\n");
  });

  it("that is there is not written over", () => {
    expect(() => follow({ line: 3, file: "src/rows.ts", kind: "add", text: "" }, folder)).toThrow(
      "CONTRIBUTING.md:3 adds src/rows.ts, which is there",
    );
    expect(read()).toBe(TABLE);
  });
});
