/** A site in three languages: texts and their translations, an edition for each language, and what is wrong with them. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildFixture, copyFixture } from "../support/built-fixture.ts";
import { pagesOf } from "../support/built-site.ts";
import { attributeOf, elementsIn, parsePage, textOf } from "../support/html.ts";
import { runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const AT = "2026-06-01T00:00:00Z";
const URL = "https://languages.example";
const folder = useTemporaryFolder();
const out = join(folder, "out");
const built = await buildFixture("languages", out, AT);

const read = (path: string) => readFileSync(join(out, path), "utf8");
const pageAt = (path: string) => parsePage(read(`${path}index.html`));
const linksIn = (root: Parameters<typeof elementsIn>[0], name: string) => elementsIn(root, name);
const alternatesOf = (path: string) =>
  linksIn(pageAt(path), "link")
    .filter((link) => attributeOf(link, "hreflang"))
    .map((link) => [attributeOf(link, "hreflang"), attributeOf(link, "href")?.slice(URL.length)]);
const titlesAt = (path: string) => linksIn(pageAt(path), "h3").map((heading) => textOf(heading).trim());

it("is built, and says which translation is older than its original", () => {
  expect(built.code, built.output).toBe(0);
  expect(built.output).toContain("posts/locks.de.md translates posts/locks.md, which was revised on 2026-03-01");
  expect(built.output).not.toContain("locks.ja.md translates");
});

it("asks for no description of a home page, which has that of its edition", () => {
  expect(built.output).not.toContain("pages/index.de.md description");
  expect(read("de/index.html")).toContain('<meta name="description" content="Notizen über Datenbanken.">');
});

describe("a text in several languages", () => {
  const all = [
    ["en-GB", "/posts/locks/"],
    ["de", "/de/posts/locks/"],
    ["ja", "/ja/posts/gyou-rokku/"],
    ["x-default", "/posts/locks/"],
  ];

  it.each(["/posts/locks/", "/de/posts/locks/", "/ja/posts/gyou-rokku/"])("names all of them at %s", (path) => {
    expect(alternatesOf(path)).toEqual(all);
  });

  it("is in its language, with the words of that", () => {
    const html = linksIn(pageAt("/de/posts/locks/"), "html")[0];
    expect(html && attributeOf(html, "lang")).toBe("de");
    const text = textOf(pageAt("/de/posts/locks/"));
    for (const words of ["Zum Text", "Übersetzung von Row locks", "Das Original wurde am 1. März 2026 überarbeitet"])
      expect(text).toContain(words);
    expect(textOf(pageAt("/ja/posts/gyou-rokku/"))).not.toContain("改訂されました");
    expect(textOf(pageAt("/posts/locks/"))).not.toContain("Translation of");
  });

  it("links to the others at the top, and to their home pages where it is in no other", () => {
    const switchAt = (path: string) =>
      linksIn(pageAt(path), "nav")
        .filter((nav) => attributeOf(nav, "class") === "languages")
        .flatMap((nav) => linksIn(nav, "a"))
        .map((link) => [textOf(link), attributeOf(link, "href"), attributeOf(link, "lang")]);
    expect(switchAt("/de/posts/locks/")).toEqual([
      ["English", "/posts/locks/", "en-GB"],
      ["日本語", "/ja/posts/gyou-rokku/", "ja"],
    ]);
    expect(switchAt("/de/posts/nur-deutsch/")).toEqual([
      ["English", "/", "en-GB"],
      ["日本語", "/ja/", "ja"],
    ]);
  });

  it("says so in its data: the original is translated, and a translation is of it", () => {
    const dataOf = (path: string) =>
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(`${path}index.html`))?.[1];
    const [original] = JSON.parse(dataOf("posts/locks/") ?? "")["@graph"];
    const [translation] = JSON.parse(dataOf("de/posts/locks/") ?? "")["@graph"];
    expect(original.workTranslation).toEqual([
      { "@id": `${URL}/de/posts/locks/`, inLanguage: "de" },
      { "@id": `${URL}/ja/posts/gyou-rokku/`, inLanguage: "ja" },
    ]);
    expect(translation).toMatchObject({ inLanguage: "de", translationOfWork: { "@id": `${URL}/posts/locks/` } });
  });

  it("is a series with what is not translated", () => {
    const series = linksIn(pageAt("/de/posts/locks/"), "aside").map(textOf).join("");
    expect(series).toMatch(/Teil 1 von 2 in\s+Locks.*Zeilensperren.*A queue in a table/s);
  });
});

it("every page names its alternates, which are there, name the same ones, and are in the languages that they are named with", () => {
  const pages = pagesOf(out).filter((path) => path.endsWith("/") && alternatesOf(path).length > 0);
  expect(pages.length).toBeGreaterThan(20);
  for (const path of pages) {
    const all = alternatesOf(path);
    expect(all.map(([, to]) => to)).toContain(path);
    for (const [language, to = ""] of all) {
      expect(alternatesOf(to), `${path} → ${to}`).toEqual(all);
      const [html] = linksIn(pageAt(to), "html");
      if (language !== "x-default") expect(html && attributeOf(html, "lang"), to).toBe(language);
    }
  }
});

it("a link to a text leads to its translation into the language of the text that links, if there is one", () => {
  const linksAt = (path: string) =>
    linksIn(pageAt(path), "article")
      .flatMap((article) => linksIn(article, "p"))
      .flatMap((paragraph) => linksIn(paragraph, "a"))
      .map((link) => attributeOf(link, "href"));
  expect(linksAt("/de/posts/nur-deutsch/")).toEqual(expect.arrayContaining(["/de/posts/locks/", "/posts/queue/"]));
  expect(linksAt("/de/posts/locks/")).toContain("/posts/queue/");
  expect(linksAt("/posts/locks/")).toContain("/posts/queue/");
});

it("so does a link in the page's Markdown", () => {
  const there = `${URL}/de/posts/locks/`;
  expect(
    read("de/posts/nur-deutsch/index.md"),
  ).toContain(`Mehr steht in [Zeilensperren](${there}) und in [der Warteschlange](${URL}/posts/queue/), das heißt [Zeilensperren](${there}),
[hier](${there} "Mit einem Titel") und [dort], aber nicht in \`[x](locks.md)\`.

[dort]: ${there}`);
});

describe("an edition", () => {
  it("has what is in its language in its lists, and nothing else", () => {
    expect(titlesAt("/posts/")).toEqual(["A queue in a table", "Row locks"]);
    expect(titlesAt("/de/posts/")).toEqual(["Nur auf Deutsch", "Zeilensperren"]);
    expect(titlesAt("/ja/posts/")).toEqual(["行ロック"]);
    expect(existsSync(join(out, "de/tags/queues"))).toBe(false);
    expect(textOf(pageAt("/de/tags/postgresql/"))).toContain("Ein Beitrag.");
  });

  it("has its name, its home page and its navigation", () => {
    const home = pageAt("/de/");
    expect(linksIn(home, "h1").map(textOf)).toEqual(["Notizbuch"]);
    const items = linksIn(home, "nav").filter((nav) => attributeOf(nav, "aria-label") === "Website");
    const links = items.flatMap((nav) => linksIn(nav, "a")).map((link) => [textOf(link), attributeOf(link, "href")]);
    expect(links).toEqual([
      ["Beiträge", "/de/posts/"],
      ["Über uns", "/de/ueber/"],
      ["Abonnieren", "/de/subscribe/"],
      ["Elsewhere", "https://elsewhere.example/"],
      ["Suche", "/de/search/"],
    ]);
    expect(alternatesOf("/de/posts/").map(([language]) => language)).toEqual(["en-GB", "de", "ja", "x-default"]);
  });

  it("leads to what it has at the foot of each page", () => {
    const foot = elementsIn(pageAt("/de/posts/locks/"), "footer").at(-1);
    const links = (foot ? linksIn(foot, "a") : []).map((link) => [textOf(link), attributeOf(link, "href")]);
    expect(links).toEqual([
      ["Notizbuch", "/de/"],
      ["Abonnieren", "/de/subscribe/"],
      ["RSS", "/de/feed.xml"],
      ["Schlagwörter", "/de/tags/"],
      ["Suche", "/de/search/"],
    ]);
  });

  it("has feeds in its language, whose entries have ids of their own", () => {
    const german = read("de/feed.xml");
    expect(german).toContain("<title>Notizbuch</title>");
    expect(german).toContain("<language>de</language>");
    expect(german).not.toContain("Row locks");
    const idsIn = (text: string) => [...text.matchAll(/<guid[^>]*>([^<]+)/g)].map(([, id]) => id);
    const ids = ["feed.xml", "de/feed.xml", "ja/feed.xml"].flatMap((path) => idsIn(read(path)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(read("de/feeds.opml")).toContain(`xmlUrl="${URL}/de/posts/feed.xml"`);
  });

  it("has a list of its texts for language models, and all are in the sitemap with each other", () => {
    expect(read("de/llms.txt")).toContain(`${URL}/de/posts/locks/index.md`);
    expect(read("llms.txt")).not.toContain("/de/");
    expect(read("sitemap.xml")).toContain(
      `<loc>${URL}/posts/locks/</loc><lastmod>2026-03-01</lastmod><xhtml:link rel="alternate" hreflang="en-GB" href="${URL}/posts/locks/"/>`,
    );
  });

  it("gives its scripts their words, in a file that only its pages load", () => {
    const [, file = ""] = /data-search="([^"]+)"/.exec(read("de/index.html")) ?? [];
    expect(JSON.parse(read(file))).toMatchObject({ language: "de", root: "/de/", archive: "/de/posts/" });
    expect(read("index.html")).toMatch(/data-search(=""|\s|>)/);
  });
});

describe("what is wrong with translations", () => {
  const wrong = join(folder, "wrong");
  copyFixture("languages", wrong);
  const post = (name: string, keys: string) =>
    writeFileSync(
      join(wrong, "posts", name),
      `---\ntitle: A\ndate: 2026-01-05\ndescription: A.\n${keys}---\n\nA text.\n`,
    );
  post("lock.de.md", "");
  post("sperren.md", "lang: de\ntranslationOf: locks\n");
  post("queue.jp.md", "");
  post("queue.fr.md", "");
  post("draft.md", "draft: true\n");
  post("draft.de.md", "");
  post("same.md", "translationOf: locks\n");
  post("french.md", "lang: fr\ntranslationOf: queue\n");
  post("queue.ja.md", "lang: de\n");
  const checked = runCommand("check", ["--site", wrong, "--out", join(folder, "none"), "--at", AT]);

  it.each([
    'posts/lock.de.md translationOf: translates "lock", which posts/ does not have (did you mean "locks"?) [translation]',
    "posts/sperren.md translates posts/locks.md into de, as posts/locks.de.md does (keep one of them) [translation]",
    'posts/queue.jp.md "jp" is no language of this site, and it stands beside posts/queue.md (name it posts/queue.ja.md) [translation]',
    'posts/queue.fr.md "fr" is no language of this site',
    "posts/draft.de.md translationOf: translates posts/draft.md, which is a draft (make it a draft, too) [translation]",
    "translates posts/locks.md, which is in en-GB too (write its own lang) [translation]",
    '"fr" is no language of this site (add languages: ["fr"] to _data/site.ts) [translation]',
    "is de, and the file's name says ja (leave it out, or rename the file) [translation]",
  ])("%s", async (message) => {
    const { code, output } = await checked;
    expect(code).toBe(1);
    expect(output).toContain(message);
  });
});

describe("a text that was published before its language had an edition", () => {
  const moved = join(folder, "moved");
  copyFixture("languages", moved);
  writeFileSync(join(moved, "_data/published.json"), JSON.stringify({ "/": {}, "/posts/nur-deutsch/": {} }));
  const file = join(moved, "posts/nur-deutsch.md");
  const text = readFileSync(file, "utf8");
  const check = () => runCommand("check", ["--site", moved, "--out", join(folder, "none"), "--at", AT]);

  it("is named with the line that keeps its address", async () => {
    const { code, output } = await check();
    expect(code).toBe(1);
    expect(output).toContain("/posts/nur-deutsch/ was published and is gone");
    expect(output).toContain('add "aliases: [/posts/nur-deutsch/]" in the front matter of what is there instead');
  });

  it.each(["permalink: /posts/nur-deutsch/", "aliases: [/posts/nur-deutsch/]"])("is kept by %s", async (line) => {
    writeFileSync(file, text.replace("lang: de", `lang: de\n${line}`));
    expect(await check()).toMatchObject({ code: 0 });
  });
});

describe("a translation of a text with proven samples", () => {
  const proven = join(folder, "proven");
  copyFixture("languages", proven);
  const SHARED = "tests/fixtures/sites/notebook/posts/set-local";
  const original = readFileSync(`${SHARED}.md`, "utf8");
  const write = (name: string, body: string) => writeFileSync(join(proven, "posts", name), body);
  write("set-local.md", original);
  write("set-local.proof.json", readFileSync(`${SHARED}.proof.json`, "utf8"));
  const checkWith = async (translation: string) => {
    write("set-local.de.md", translation);
    return (
      await runCommand("check", ["--site", proven, "--out", join(folder, "none"), "--at", "2026-12-01T00:00:00Z"])
    ).output;
  };

  it("has its outcomes from the original, if the samples are the same", async () => {
    expect(await checkWith(original)).not.toMatch(/set-local\.de\.md.*(sample|proven)/);
  });

  it("has another sample: the build names its line", async () => {
    const said = await checkWith(original.replace("customer text", "name text"));
    const line = original.split("\n").findIndex((text) => text.startsWith("```sql proof")) + 1;
    expect(said).toMatch(
      new RegExp(
        `posts/set-local\\.de\\.md:${line}.*this sample differs from that of posts/set-local\\.md, which it shares`,
      ),
    );
  });

  it("has fewer", async () => {
    const said = await checkWith(original.replaceAll("```sql proof", "```sql"));
    expect(said).toContain("has fewer samples than posts/set-local.md, which it translates (add the others)");
  });
});
