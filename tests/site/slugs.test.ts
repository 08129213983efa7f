/** Names in addresses in Latin letters: of tags, headings and new files; and what becomes of those that were published. */
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { runBuild, runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const AT = "2026-06-01T00:00:00Z";
const folder = useTemporaryFolder();
const site = join(folder, "site");
copyFixture("languages", site);
const settings = readFileSync(join(site, "_data/site.ts"), "utf8");
const choose = (slugs: string) =>
  writeFileSync(join(site, "_data/site.ts"), settings.replace("language:", `slugs: ${slugs},\n  language:`));
const write = (name: string, lang: string, text: string) =>
  writeFileSync(join(site, "posts", name), `---\ntitle: A\ndate: 2026-01-05\ndescription: A.\nlang: ${lang}\n${text}`);
write("oel.md", "de", "tags: [Ärger]\n---\n\nSiehe [unten](#wer-haelt-oel).\n\n## Wer hält Öl?\n\nWir.\n");
write("tokyo.md", "ja", "tags: [東京, データベース]\n---\n\n## データベース\n\n東京。\n");

async function build(out: string) {
  const { code, output } = await runBuild(["--site", site, "--out", join(folder, out), "--at", AT]);
  expect(code, output).toBe(0);
  return (path: string) => readFileSync(join(folder, out, path), "utf8");
}

describe("slugs in Latin letters", () => {
  it("are those of tags and headings, as the language of each spells them, and links lead there", async () => {
    choose('{ latin: { 東京: "tokyo" } }');
    const read = await build("latin");
    expect(read("de/posts/oel/index.html")).toContain('href="/de/tags/aerger/"');
    expect(read("de/posts/oel/index.html")).toContain('<h2 id="wer-haelt-oel">');
    expect(read("ja/posts/tokyo/index.html")).toContain('<h2 id="detabesu">');
    for (const path of ["de/tags/aerger", "ja/tags/tokyo", "ja/tags/detabesu", "tags/postgresql"])
      expect(existsSync(join(folder, "latin", path, "index.html")), path).toBe(true);
  });

  it("are those of new files", async () => {
    const { output } = await runCommand("new", ["--site", site, "post", "Über 東京"]);
    expect(output).toContain("posts/uber-tokyo.md is a draft");
    rmSync(join(site, "posts/uber-tokyo.md"));
  });

  it("are chosen after a site was published: its build names what would be gone, and how to keep it", async () => {
    choose('"letters"');
    write("oel.md", "de", "tags: [Ärger]\n---\n\n## Wer hält Öl?\n\nWir.\n");
    await build("letters");
    copyFileSync(join(folder, "letters/published.json"), join(site, "_data/published.json"));
    choose('"latin"');
    const { code, output } = await runBuild(["--site", site, "--out", join(folder, "changed"), "--at", AT]);
    expect(code).toBe(1);
    expect(output).toContain("/de/tags/ärger/ was published and is gone");
    expect(output).toContain("#wer-hält-öl was published and is gone");
    expect(output).not.toContain("/de/posts/oel/ was published and is gone");
  });
});
