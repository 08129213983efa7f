/** Migrations: which of them are run, in which order, and what those that there are do to a site's files. */
import { describe, expect, it } from "vitest";
import { type Migration, migrate, type SiteTexts, withChanges } from "../../src/upgrade/migration.ts";
import { migrations } from "../../src/upgrade/migrations.ts";

const SITE =
  'import type { SiteInput } from "../src/content/site.ts";\n\nexport default { language: "en" } satisfies SiteInput;\n';

describe("of a table", () => {
  const adding = (version: string): Migration => ({
    version,
    migrate: (texts) => ({
      changes: [{ path: "log", text: `${texts.get("log") ?? ""}${version} `, says: "grows" }],
      left: [`after ${version}`],
    }),
  });
  const table = ["0.10.0", "0.2.0", "0.3.0-beta.1", "0.3.0"].map(adding);

  it.each([
    ["0.1.0", "0.10.0", "0.2.0 0.3.0-beta.1 0.3.0 0.10.0 "],
    ["0.2.0", "0.3.0", "0.3.0-beta.1 0.3.0 "],
    ["0.3.0-beta.1", "0.9.0", "0.3.0 "],
    ["0.10.0", "0.10.0", undefined],
    ["0.10.0", "0.2.0", undefined],
  ])("those between %s and %s are run, each on what the ones before made", (from, to, log) => {
    const { changes, left } = migrate(new Map(), from, to, table);
    expect(withChanges(new Map(), changes).get("log")).toBe(log);
    expect(left).toHaveLength(log?.trim().split(" ").length ?? 0);
  });
});

describe("from a clone", () => {
  it("pages get front matter, their text stays as it is, and links go on", () => {
    const about = "## Who\n\nSee [it](../posts/x.md), ![me](me.png) and [there](https://example.org/).\n";
    const { after, left } = upgraded({
      "_data/site.ts": SITE,
      "_data/about.md": about,
      "_data/intro.md": "Hello.\r\nYou.\r\n",
    });
    expect(after).toEqual({
      "_data/site.ts": SITE.replace("../src/content/site.ts", "wellformed"),
      "pages/about.md": `---\ntitle: About\n---\n\n${about}`,
      "pages/index.md": "---\r\nsections: [text, case studies, open source, posts]\r\n---\r\n\r\nHello.\r\nYou.\r\n",
    });
    expect(left).toEqual(["pages/about.md names me.png, which was beside _data/about.md: move it"]);
  });

  it("the page's title is in the site's language", () => {
    const german = SITE.replace('"en"', "'de-AT'");
    expect(upgraded({ "_data/site.ts": german, "_data/about.md": "x" }).after["pages/about.md"]).toContain(
      "title: Über\n",
    );
  });

  it("nothing is written over what there is, and its owner is told", () => {
    const files = { "_data/site.ts": "", "_data/about.md": "old", "pages/about.md": "new" };
    const { after, left } = upgraded(files);
    expect(after).toEqual(files);
    expect(left).toEqual([
      "_data/about.md is not read any more, and pages/about.md exists: put into that what you want to keep",
    ]);
  });

  it.each([
    [
      'import type { RedirectsInput } from "../src/content/redirect.ts";',
      'import type { RedirectsInput } from "wellformed";',
    ],
    [
      "import type {\n  SiteInput as Input,\n} from '../src/content/site.ts';",
      "import type {\n  SiteInput as Input,\n} from 'wellformed';",
    ],
  ])("types come from the package: %j", (before, now) => {
    const { after, left } = upgraded({ "_data/redirects.ts": `${before}\nexport default {};\n` });
    expect(after["_data/redirects.ts"]).toBe(`${now}\nexport default {};\n`);
    expect(left).toEqual([]);
  });

  it.each([
    'import { slugOf } from "../src/content/text/slug.ts";',
    'import type { Entry } from "../src/content/entry.ts";',
    'const site = await import("../src/content/site.ts");',
  ])("what the package does not have is named with its line: %s", (line) => {
    const files = { "_data/more.ts": `// one\n${line}\n` };
    const { after, left } = upgraded(files);
    expect(after).toEqual(files);
    expect(left).toEqual([
      expect.stringMatching(/^_data\/more\.ts:2 imports from the engine's sources; "wellformed" has /),
    ]);
  });

  it("a phrase that is gone is named", () => {
    const { left } = upgraded({ "_data/site.ts": 'export default { words: { search: "x", about: "Moi" } };' });
    expect(left).toEqual([expect.stringContaining("words.about is not a phrase any more")]);
  });
});

it("leave a site alone that is as it should be, and a second time", () => {
  const first = upgraded({ "_data/site.ts": SITE, "_data/about.md": "x", "_data/intro.md": "y" }).after;
  expect(migrate(new Map(Object.entries(first)), "0.1.0", "99.0.0", migrations)).toEqual({ changes: [], left: [] });
});

function upgraded(files: Record<string, string>): { after: Record<string, string>; left: string[] } {
  const texts: SiteTexts = new Map(Object.entries(files));
  const { changes, left } = migrate(texts, "0.1.0", "99.0.0", migrations);
  return { after: Object.fromEntries(withChanges(texts, changes)), left };
}
