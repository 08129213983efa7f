/** A site's own directives, in its own folder, from the text to the page and the feed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { writeFiles } from "../support/write-files.ts";

const folder = useTemporaryFolder();
const RELEASE = `import { defineDirective, z } from "wellformed/theme";
export default defineDirective({
  attributes: z.strictObject({ version: z.number(), stable: z.boolean().optional() }),
  page: ({ attributes, label, children, id }) => (
    <aside class="release" id={id}><p>Since {attributes.version}{attributes.stable && " (stable)"}: {label}</p>{children}</aside>
  ),
  feed: ({ attributes, children }) => <div><p>New in {attributes.version}</p>{children}</div>,
});
`;
const PLACE = `import { defineDirective, z } from "wellformed/theme";
export default defineDirective({
  form: "text",
  attributes: z.strictObject({ at: z.enum(["home", "work"]) }),
  page: ({ attributes, children }) => <span data-at={attributes.at}>{children}</span>,
});
`;
const TEXT = `Written :here[at *home*]{at=home}.

:::release[A **big** one]{version=18 stable=true #v18}
It has [a link](https://example.com/).
:::
`;
let count = 0;

async function build(files: Record<string, string>, text = TEXT) {
  const site = join(folder, String(count++));
  const out = join(site, "_site");
  copyFixture("no-posts", site);
  writeFiles(site, {
    "posts/one.md": `---\ntitle: One\ndate: 2026-01-01\ndescription: D.\n---\n\n${text}`,
    ...files,
  });
  const again = () => runBuild(["--site", site, "--out", out, "--at", "2026-02-01T00:00:00Z", "--no-search"]);
  const run = await again();
  const read = (path: string) => readFileSync(join(out, path), "utf8");
  return { ...run, site, again, page: () => read("posts/one/index.html"), feed: () => read("feed.xml") };
}

const OWN = { "theme/components/directives/release.tsx": RELEASE, "theme/components/directives/here.tsx": PLACE };

describe("a directive of the site's own", () => {
  let built: Awaited<ReturnType<typeof build>>;

  beforeAll(async () => {
    built = await build(OWN);
    expect(built.code, built.output).toBe(0);
  });

  it("is what its component shows, around its content", () => {
    expect(built.page()).toContain(
      '<aside class="release" id="v18"><p>Since 18 (stable): <span>A <strong>big</strong> one</span></p>\n<p>It has <a href="https://example.com/">a link</a>.</p>\n</aside>',
    );
    expect(built.page()).toContain('Written <span data-at="home">at <em>home</em></span>.');
  });

  it("is written for feeds by its own component", () => {
    expect(built.feed()).toContain("New in 18");
    expect(built.feed()).not.toContain("Since 18");
  });

  it("is shown anew when its module has changed, and not before", async () => {
    const { site, again, page } = await build(OWN);
    writeFiles(site, { "theme/components/directives/release.tsx": RELEASE.replace("Since", "From") });
    expect((await again()).code).toBe(0);
    expect(page()).toContain("From 18 (stable)");
  });
});

describe("what is wrong with one is said", () => {
  it.each<[wrong: string, files: Record<string, string>, text: string, says: RegExp]>([
    [
      "an attribute of another type",
      OWN,
      ":::release{version=new}\nx\n:::\n",
      /posts\/one\.md:7:1 :::release: "version" must be a number/,
    ],
    [
      "an attribute that is missing",
      OWN,
      ":::release\nx\n:::\n",
      /:::release: it has no "version" \(write {version=…}\)/,
    ],
    ["a value that is none of those", OWN, ":here[x]{at=hme}\n", /:here: "at" must be one of home, work/],
    [
      "a name that is nearly one",
      OWN,
      ":::relase\nx\n:::\n",
      /there is no directive "relase" \(did you mean "release"\?\)/,
    ],
    [
      "a component that does not show its content",
      {
        "theme/components/directives/box.tsx": `import { defineDirective } from "wellformed/theme";\nexport default defineDirective({ page: () => <p>x</p> });\n`,
      },
      ":::box\ny\n:::\n",
      /posts\/one\.md:7 :::box does not show its content: write {children}/,
    ],
    [
      "a component that fails",
      {
        "theme/components/directives/box.tsx": `import { defineDirective } from "wellformed/theme";\nexport default defineDirective({ page: () => { throw new Error("no luck"); } });\n`,
      },
      ":::box\ny\n:::\n",
      /theme\/components\/directives\/box\.tsx:2:\d+ fails: no luck/,
    ],
    [
      "a module that exports none",
      { "theme/components/directives/box.tsx": "export const page = 1;\n" },
      "x\n",
      /theme\/components\/directives\/box\.tsx exports no directive/,
    ],
    [
      "a name that no text can have",
      { "theme/components/directives/My_Box.tsx": PLACE },
      "x\n",
      /"My_Box" is no name of a directive/,
    ],
  ])("%s", async (_, files, text, says) => {
    const { code, output } = await build(files, text);
    expect(code).toBe(1);
    expect(output).toMatch(says);
  });

  it("is a fault of the theme alone, and not of texts that use what it has", async () => {
    const tokens = "export default { colours: { acent: '#000' } };\n";
    const { code, output } = await build({ ...OWN, "theme/tokens.ts": tokens });
    expect(code).toBe(1);
    expect(output).toContain('is not a key that is known here (did you mean "accent"?)');
    expect(output).toContain("1 problem in the content");
  });
});
