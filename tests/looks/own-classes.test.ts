/** Classes of a site's own theme, on blocks of its texts: from the style sheet to the page, and what a build says of the others. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { writeFiles } from "../support/write-files.ts";

const folder = useTemporaryFolder();
const STYLE = `/* .comment */ @import "more.css"; .wide, p.quiet:hover { margin: .5rem; content: ".string"; }`;
const TEXT = `A paragraph.
{.wide}

:::note{.quiet}
Within.
:::

Loads a script.
{.opener}

From another file.
{.more}
`;

describe("a class of the site's own", () => {
  const site = join(folder, "site");
  const build = () =>
    runBuild(["--site", site, "--out", join(site, "_site"), "--at", "2026-02-01T00:00:00Z", "--no-search"]);
  const write = (text: string, style = STYLE) =>
    writeFiles(site, {
      "posts/one.md": `---\ntitle: One\ndate: 2026-01-01\ndescription: D.\n---\n\n${text}`,
      "theme/style.css": style,
    });

  beforeAll(() => {
    copyFixture("no-posts", site);
    writeFiles(site, {
      "theme/more.css": ".more { margin: 0; }",
      "theme/client/opener.ts": "document.title += '';",
    });
    const settings = readFileSync(join(site, "_data/site.ts"), "utf8");
    writeFiles(site, { "_data/site.ts": settings.replace("{\n", "{\n  markdown: { attributes: true },\n") });
  });

  it("is on the page, and no build says a word of it", async () => {
    write(TEXT);
    const { code, output } = await build();
    expect(code, output).toBe(0);
    expect(output).not.toContain("class");
    const page = readFileSync(join(site, "_site/posts/one/index.html"), "utf8");
    expect(page).toContain('<p class="wide">A paragraph.</p>');
    expect(page).toContain('<p class="opener">');
    expect(page).toMatch(/<script [^>]*src="\/assets\/opener-/);
    expect(readFileSync(join(site, "_site/feed.xml"), "utf8")).toContain("<p>A paragraph.</p>");
  });

  it("is named where no style sheet has it, with the nearest one, and where it is the engine's", async () => {
    write("One.\n{.wdie}\n\nTwo.\n{.listing}\n\nThree.\n{.string}\n");
    const { code, output } = await build();
    expect(code, output).toBe(0);
    expect(output).toContain('posts/one.md:8 no style sheet of the theme has the class "wdie" (did you mean "wide"?)');
    expect(output).toContain('the class "listing" is one of the engine\'s own');
    expect(output).toContain("write .string in theme/style.css");
  });

  it("is named as soon as the style sheet has it no more, though the text is the same", async () => {
    write(TEXT);
    expect((await build()).output).not.toContain("class");
    write(TEXT, STYLE.replace(".wide", ".broad"));
    expect((await build()).output).toContain('posts/one.md:8 no style sheet of the theme has the class "wide"');
  });
});
