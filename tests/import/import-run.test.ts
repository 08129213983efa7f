/** What an import promises of the folder that it writes, of rules, of an old feed, and of pictures that it fetches. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { withFetchedMedia } from "../../src/import/fetch-media.ts";
import { runImport } from "../../src/import/run-import.ts";
import type { SourceSite } from "../../src/import/source-site.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "import-run-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllGlobals();
});

const write = (file: string, text: string) => {
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const readNew = (file: string) => readFileSync(join(folder, "new", file), "utf8");

/** A Jekyll site of one post. */
function oldSite(body: string, config = ""): void {
  write("old/_config.yml", `title: Old\nurl: https://old.example\n${config}`);
  write("old/_posts/2020-01-02-one.md", `---\ntitle: One\n---\n${body}\n`);
}

const run = (options: { kind?: "feed"; force?: boolean; feed?: string; rules?: string; fetch?: boolean } = {}) =>
  runImport({
    ...{ kind: "jekyll", path: join(folder, "old"), siteDir: join(folder, "new") },
    ...{ fetch: false, force: false, now: Date.parse("2026-01-01T00:00:00Z") },
    ...options,
  });

describe("the folder that is written", () => {
  it("keeps a file that no import wrote, and says which", async () => {
    oldSite("New text.");
    write("new/posts/one/index.md", "Mine.\n");
    await expect(run()).rejects.toThrow(/posts\/one\/index\.md already.*--force/);
    expect(readNew("posts/one/index.md")).toBe("Mine.\n");
    expect(existsSync(join(folder, "new/_data/site.ts"))).toBe(false);
    await run({ force: true });
    expect(readNew("posts/one/index.md")).toContain("New text.");
  });

  it("keeps a post that was edited since, and replaces one that was not", async () => {
    oldSite("First.");
    await run();
    oldSite("Second.");
    await run();
    expect(readNew("posts/one/index.md")).toContain("Second.");
    write("new/posts/one/index.md", "Edited.\n");
    oldSite("Third.");
    await expect(run()).rejects.toThrow(/already/);
    expect(readNew("posts/one/index.md")).toBe("Edited.\n");
  });

  it("removes what an earlier import wrote and this one does not", async () => {
    oldSite("Text.");
    write("old/_posts/2020-01-03-two.md", "---\ntitle: Two\n---\nText.\n");
    await run();
    rmSync(join(folder, "old/_posts/2020-01-03-two.md"));
    await run();
    expect(existsSync(join(folder, "new/posts/two"))).toBe(false);
    expect(existsSync(join(folder, "new/posts/one/index.md"))).toBe(true);
  });

  it("keeps settings that are somebody's own", async () => {
    oldSite("Text.");
    await run();
    const mine = readNew("_data/site.ts").replace("Old", "Mine");
    write("new/_data/site.ts", mine);
    await run();
    expect(readNew("_data/site.ts")).toBe(mine);
  });

  it("is not left through a symbolic link", async () => {
    oldSite("Text.");
    mkdirSync(join(folder, "elsewhere"));
    mkdirSync(join(folder, "new"));
    symlinkSync(join(folder, "elsewhere"), join(folder, "new/posts"));
    await expect(run({ force: true })).rejects.toThrow(/symbolic link/);
    expect(existsSync(join(folder, "elsewhere/one"))).toBe(false);
  });

  it("has no file of the machine that a link of the old site leads to", async () => {
    oldSite("{% include secret.md %} {% include_relative ../../secret.md %} ![x](/secret.png)");
    write("secret.md", "Secret words.");
    write("secret.png", "Secret words.");
    mkdirSync(join(folder, "old/_includes"));
    symlinkSync(join(folder, "secret.md"), join(folder, "old/_includes/secret.md"));
    symlinkSync(join(folder, "secret.png"), join(folder, "old/secret.png"));
    const { files } = await run();
    expect(readNew("posts/one/index.md")).not.toContain("Secret");
    expect(files).toBe(0);
  });
});

describe("posts", () => {
  it("name in the report what asks about all posts", async () => {
    oldSite(
      [
        "{% if site.posts.size > 1 %}We have {{ site.posts | size }}.{% endif %}",
        "{% for p in site.posts %}x{% endfor %} {{ site.title }}",
      ].join(" "),
    );
    const { left } = await run();
    expect(left.filter(({ construct }) => construct === "template").map(({ was }) => was)).toEqual([
      "{% for p in site.posts",
      "{% if site.posts.size > 1 %}",
      "{{ site.posts | size }}",
    ]);
    expect(readNew("posts/one/index.md")).toMatch(/\n\n *Old\n$/);
  });

  it("of two languages and one slug have the language behind the second one's", async () => {
    oldSite("Text.");
    write("old/_posts/2020-01-02-hi.md", "---\ntitle: Hi\nlang: en\n---\nText.\n");
    write("old/de/_posts/2020-01-02-hi.md", "---\ntitle: Hallo\nlang: de\n---\nText.\n");
    write("old/br/_posts/2020-01-02-hi.md", "---\ntitle: Oi\nlang: pt-BR\n---\nText.\n");
    write("old/other/_posts/2019-12-01-hi.md", "---\ntitle: Hi of old\n---\nText.\n");
    await run();
    const titles = Object.fromEntries(
      ["hi", "hi-de", "hi-pt-br", "hi-2019-12-01"].map((slug) => [
        slug,
        existsSync(join(folder, `new/posts/${slug}`)) && /title: (.*)/.exec(readNew(`posts/${slug}/index.md`))?.[1],
      ]),
    );
    expect(Object.values(titles).sort()).toEqual(["Hallo", "Hi", "Hi of old", "Oi"]);
  });

  it("lose a change that is dated before they were published, and the report says so", async () => {
    oldSite("x");
    const matter = "title: One\nlastmod: 2019-01-02";
    write("old/_posts/2020-01-02-one.md", `---\n${matter}\n---\nFrom a tree.\n`);
    await run();
    expect(readNew("posts/one/index.md")).not.toContain("updated");
    expect(readNew("import-report.md")).toContain("`2019-01-02 is before the date, 2020-01-02`");
  });

  it("of a feed lose it, too, and stay published", async () => {
    const entry =
      "<id>https://old.example/one/</id><title>One</title><published>2020-01-02T00:00:00Z</published>" +
      "<updated>2019-01-02T00:00:00Z</updated><content type='html'>&lt;p&gt;Text.&lt;/p&gt;</content>";
    const head = "<title>Old</title><id>https://old.example/</id><updated>2020-01-02T00:00:00Z</updated>";
    write("old", `<feed xmlns="http://www.w3.org/2005/Atom">${head}<entry>${entry}</entry></feed>`);
    await run({ kind: "feed" });
    expect(readNew("posts/one/index.md")).not.toMatch(/updated|draft/);
    expect(readNew("import-report.md")).toContain("front matter: updated");
  });

  it("keep the languages that attribute lists name", async () => {
    oldSite(
      'As *mot juste*{: lang="fr"} and [Sein](https://a.example/){:.x lang=de} have it, `x`{:.y}.\n\nEine Zeile\nund noch eine.\n{: lang="de"}',
    );
    await run();
    expect(readNew("posts/one/index.md")).toContain(
      'As <span lang="fr">*mot juste*</span> and <span lang="de">[Sein](https://a.example/)</span> have it, `x`.\n\n<span lang="de">Eine Zeile\nund noch eine.</span>',
    );
  });

  it("keep the lines that were marked where a text goes by way of HTML", async () => {
    oldSite(
      '<b>never closed\n\n<div><p>x</div>\n\n```js {1,3} title="a.js"\nf();\ng();\nh();\n```\n\n```python\nx = 1\n```',
    );
    await run();
    const text = readNew("posts/one/index.md");
    expect(text).toContain('```js mark=1,3 title="a.js"\nf();');
    expect(text).toContain("```python\nx = 1");
    expect(text).not.toContain("<b>never");
  });

  it("have code blocks closed that nobody closed", async () => {
    oldSite("1. One\n\n   ```\n   f();\n\nTwo\n\n> ~~~\n> g();\n\nThree\n\n````\nh();\n```");
    await run();
    expect(readNew("posts/one/index.md")).toContain(
      "1. One\n\n   ```\n   f();\n   ```\n\nTwo\n\n> ~~~\n> g();\n> ~~~\n\nThree\n\n````\nh();\n```\n````",
    );
  });

  it("lose the redirect that the engine refuses, and no other", async () => {
    oldSite("Text.");
    write("old/assets/a.pdf", "%PDF-1.4 a\n");
    write("old/assets/pictures/b.pdf", "%PDF-1.4 b\n");
    const report = await run();
    expect(readNew("_data/redirects.ts")).toContain('"/assets/a.pdf"');
    expect(readNew("_data/redirects.ts")).not.toContain('"/assets/pictures/b.pdf"');
    expect(report.left.filter(({ construct }) => construct === "old address").map(({ was }) => was)).toEqual([
      "/assets/pictures/b.pdf",
    ]);
  });

  it("share a file that each had a copy of", async () => {
    oldSite("[The data](data.csv)");
    write("old/_posts/data.csv", "a,b\n");
    write("old/_posts/copy.csv", "a,b\n");
    write("old/_posts/other.csv", "a,c\n");
    write("old/_posts/2020-01-03-two.md", "---\ntitle: Two\n---\n[The data](copy.csv), [other](other.csv)\n");
    const report = await run();
    expect(readNew("posts/two/index.md")).toContain("[The data](../one/data.csv), [other](other.csv)");
    expect(report.files).toBe(2);
  });
});

describe("files that the old site published", () => {
  it("stay at their addresses, whether a post refers to them or not", async () => {
    write("old/files/slides (1).pdf", "%PDF-1.4\n");
    write("old/files/unused.pdf", "%PDF-1.4 unused\n");
    write("old/.well-known/atproto-did", "did:plc:x\n");
    oldSite("[Slides](/files/slides%20(1).pdf)");
    const report = await run();
    expect(readNew("posts/one/index.md")).toContain("[Slides](/files/slides%20%281%29.pdf)");
    for (const file of ["files/slides (1).pdf", "files/unused.pdf", ".well-known/atproto-did"])
      expect(existsSync(join(folder, "new/public", file)), file).toBe(true);
    expect(existsSync(join(folder, "new/posts/one/slides-1-.pdf"))).toBe(false);
    expect(report.publicFiles).toEqual({ count: 3, bytes: 35 });
    rmSync(join(folder, "old/files/unused.pdf"));
    await run();
    expect(existsSync(join(folder, "new/public/files/unused.pdf"))).toBe(false);
  });

  it("redirect from the folder that is the engine's own", async () => {
    write("old/assets/Talk.pdf", "%PDF-1.4\n");
    oldSite("[Talk](https://old.example/assets/Talk.pdf)");
    await run();
    expect(readNew("_data/redirects.ts")).toContain('"/assets/Talk.pdf": "/files/Talk.pdf"');
    expect(readNew("posts/one/index.md")).toContain("[Talk](/files/Talk.pdf)");
  });

  it.each([
    ["a page's address", "old/2020/01/02/one", "/2020/01/02/one"],
    ["what the engine makes", "old/sitemap.xml", "/sitemap.xml"],
    ["a page that the engine makes", "old/search/index.html", "/search/index.html"],
    ["a name that addresses can't have", "old/files/50%.pdf", "/files/50%.pdf"],
    ["the name of a device", "old/files/aux.pdf", "/files/aux.pdf"],
  ])("are listed where they stand in the way of %s", async (_, file, path) => {
    write(file, "text\n");
    oldSite("Text.");
    const report = await run();
    expect(report.left.filter(({ construct }) => construct === "file of the old site").map(({ was }) => was)).toEqual([
      path,
    ]);
    expect(existsSync(join(folder, "new/public"))).toBe(false);
    expect(report.posts.published).toBe(1);
  });

  it("come without the old theme's styles, but for those that a post links to or a page of its own needs", async () => {
    for (const file of ["css/site.css", "css/print.css", "demo/index.html", "demo/demo.css"])
      write(`old/${file}`, "a {}\n");
    oldSite("[Its style](/css/print.css)");
    const report = await run();
    const isThere = (file: string) => existsSync(join(folder, "new/public", file));
    expect([isThere("css/site.css"), isThere("css/print.css"), isThere("demo/demo.css")]).toEqual([false, true, true]);
    expect(report.left.find(({ construct }) => construct.startsWith("scripts"))?.was).toBe("1 file: /css/site.css");
  });
});

describe("links", () => {
  it("to a mailbox or a telephone stay", async () => {
    oldSite('Write to [us](mailto:us@old.example) or call <a href="tel:+4930123">us</a>.');
    const report = await run();
    expect(readNew("posts/one/index.md")).toContain(
      '[us](mailto:us@old.example) or call <a href="tel:+4930123">us</a>',
    );
    expect(report.left).toEqual([]);
  });
});

describe("links of a site in a folder of its host", () => {
  it("lead to the host's other folders where they say so, and queries tell pages apart at home alone", async () => {
    oldSite(
      "[a](https://old.example/) [b](https://old.example/one/) [c](https://old.example/blog/one/?m=1) [d](/one/)",
      "baseurl: /blog\npermalink: /:title/\n",
    );
    await run();
    expect(readNew("posts/one/index.md")).toContain(
      "[a](https://old.example/) [b](https://old.example/one/) [c](index.md) [d](index.md)",
    );
  });
});

describe("rules", () => {
  it("say what a site's own tags are, and the report proposes those that are missing", async () => {
    oldSite('{% man ls %} {% box title="A" %}In it.{% endbox %} {% pic file="x.svg" %}');
    const before = await run();
    expect(before.left.filter(({ tag }) => tag).map(({ tag }) => tag)).toEqual(["man"]);
    expect(readNew("import-report.md")).toContain('man: { is: "dropped" },');
    write(
      "new/import-rules.ts",
      'export default { tags: { man: "[{0}(1)](https://man.example/{0})", box: { is: "callout", kind: "TIP", title: "{title}" } } };',
    );
    const after = await run();
    expect(after.left.filter(({ tag }) => tag)).toEqual([]);
    expect(readNew("posts/one/index.md")).toContain("[ls(1)](https://man.example/ls)");
  });

  it("that are wrong are named", async () => {
    oldSite("Text.");
    write("rules.ts", 'export default { tags: { x: { is: "nothing" } } };');
    await expect(run({ rules: join(folder, "rules.ts") })).rejects.toThrow(/rules\.ts.*\n.*tags\.x/);
    await expect(run({ rules: join(folder, "none.ts") })).rejects.toThrow(/no file/);
  });
});

describe("an old feed", () => {
  const item = (link: string, id: string) =>
    `<item><title>x</title><link>${link}</link><guid isPermaLink="false">${id}</guid></item>`;

  it("gives entries the ids that readers know, and the report the posts that it did not hold", async () => {
    oldSite("Text.");
    write("old/_posts/2020-01-03-two.md", "---\ntitle: Two\n---\nText.\n");
    const items = item("https://old.example/2020/01/02/one.html?utm=1", "tag:old.example,2020:one");
    write("feed.xml", `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>${items}</channel></rss>`);
    const { notInFeed } = await run({ feed: join(folder, "feed.xml") });
    expect(readNew("posts/one/index.md")).toContain('id: "tag:old.example,2020:one"');
    expect(readNew("posts/two/index.md")).toContain('id: "https://old.example/2020/01/03/two"');
    expect(notInFeed).toEqual(["_posts/2020-01-03-two.md"]);
  });

  it("that is none is named", async () => {
    oldSite("Text.");
    write("feed.xml", "no feed");
    await expect(run({ feed: join(folder, "feed.xml") })).rejects.toThrow(/--feed/);
  });
});

describe("pictures that are fetched", () => {
  const site: SourceSite = {
    ...{ authors: [], redirects: [], feeds: [], files: [] },
    entries: [
      {
        ...{ kind: "post", file: "a.md", aliases: [], tags: [], authors: [], comments: [], left: [] },
        body: {
          format: "markdown",
          line: 1,
          text: "![a](https://cdn.example/a.png) ![b](https://cdn.example/gone.png)",
        },
      },
    ],
  };

  it("are asked for once, one after the other, and not again in the next run", async () => {
    const asked: string[] = [];
    let waited = 0;
    const fetching = {
      cache: join(folder, "cache"),
      pauseMs: 1_000_000,
      wait: async (ms: number) => {
        waited += ms;
      },
      fetch: async (url: string) => {
        asked.push(url);
        if (url.includes("gone")) return new Response("", { status: 404 });
        return new Response(new Uint8Array([1, 2, 3]), { headers: { "content-type": "image/png" } });
      },
    };
    const first = await withFetchedMedia(site, fetching);
    expect(asked).toEqual(["https://cdn.example/a.png", "https://cdn.example/gone.png"]);
    expect(waited).toBeGreaterThan(0);
    expect(first.files.map(({ path }) => path)).toEqual(["https://cdn.example/a.png"]);
    await withFetchedMedia(site, fetching);
    expect(asked).toHaveLength(2);
  });

  it("lie beside their post, whatever host they were on", async () => {
    const png = readFileSync("tests/fixtures/import/trees/hugo/static/img/cover.png");
    vi.stubGlobal("fetch", async () => new Response(png, { headers: { "content-type": "image/png" } }));
    oldSite("![A graph](https://cdn.example/show.php?id=7&w=9) ![Mine](https://old.example/mine.png)");
    const report = await run({ fetch: true });
    expect(readNew("posts/one/index.md")).toContain("![A graph](show.php.png)");
    expect(existsSync(join(folder, "new/posts/one/show.php.png"))).toBe(true);
    expect(readNew("posts/one/index.md")).toContain("![Mine](mine.png)");
    expect(report.files).toBe(2);
  });
});

describe("films", () => {
  const film = (from: string, to: string) => {
    mkdirSync(join(folder, "old/media"), { recursive: true });
    copyFileSync(`tests/fixtures/recordings/${from}`, join(folder, "old/media", to));
  };

  it.each([
    [
      `{% video src="/media/walk.webm" title="A walk" caption="Along the river" %}`,
      '![A walk](/media/walk.webm "Along the river")',
    ],
    [
      "<video controls>\n  <source src='/media/walk.webm' type='video/webm'>\n</video>",
      "![walk.webm](/media/walk.webm)",
    ],
    [`- One\n- {% video src="/media/walk.webm" %}`, `- One\n- <video controls src="/media/walk.webm"></video>`],
    [
      '<div>\n{% video src="/media/walk.webm" %}\n</div>',
      '<div>\n<video controls src="/media/walk.webm"></video>\n</div>',
    ],
    // As HTML, since a tag does not end.
    ["<center><video src='/media/walk.webm' controls></video></center>\n\n<b>Bold", "![walk.webm](/media/walk.webm)"],
    [`<video src="/media/walk.webm" loop muted></video>`, `<video src="/media/walk.webm" loop muted controls></video>`],
  ])("without sound are shown as those of this engine are: %s", async (written, shown) => {
    oldSite(written);
    film("quiet.webm", "walk.webm");
    const { posts } = await run();
    expect(posts.published).toBe(1);
    expect(readNew("posts/one/index.md")).toContain(`\n\n${shown}\n`);
  });

  it("in which somebody may speak, or that not every browser plays, are players as they were", async () => {
    const names = ["film.mp4", "spoken.webm", "hevc.mp4", "film.mov", "talk.mp3"];
    oldSite(
      [
        ...names.map((name) => `![Of ${name}](/media/${name} "A caption")`),
        "Within a line ![The walk](/media/quiet.webm) it plays.",
        "![Elsewhere](https://films.example/a.mp4)",
      ].join("\n\n"),
    );
    for (const name of [...names, "quiet.webm"]) film(name, name);
    const { posts, left } = await run();
    expect(posts.published).toBe(1);
    const post = readNew("posts/one/index.md");
    for (const name of names)
      expect(post).toContain(
        `<figure><${name.endsWith("mp3") ? "audio" : "video"} controls src="/media/${name}" title="Of ${name}"></`,
      );
    expect(post).toContain('Within a line <video controls src="/media/quiet.webm" title="The walk"></video> it plays.');
    expect(post).toContain('<video controls src="https://films.example/a.mp4" title="Elsewhere"></video>');
    expect(left.filter(({ construct }) => construct === "film or sound")).toHaveLength(7);
  });
});
