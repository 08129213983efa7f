/**
 * A site that is edited at random is built after each edit, once with all that earlier builds have left, once with nothing of
 * it: the bytes are the same. `EDITS=200 npx vitest run tests/site/incremental.test.ts` tries more than each run of the tests.
 */
import { appendFileSync, globSync, mkdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../bench/random.ts";
import { EditableSite } from "../support/editable-site.ts";
import { differing, madeIn, Rebuilder } from "../support/rebuilder.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const EDITS = Number(process.env["EDITS"] ?? 40);
const SEED = Number(process.env["SEED"] ?? 1);

describe("a build after a build", () => {
  const site = new EditableSite(join(folder, "edited"), SEED);
  const builder = new Rebuilder(site.folder);

  it(
    "is the same as one of nothing, whatever was edited",
    async () => {
      const edits: string[] = [];
      let built = 0;
      for (let edit = 0; edit < EDITS; edit++) {
        const kept = await builder.build();
        const anew = await builder.buildAnew();
        expect(differing(kept, anew), `after ${edits.slice(-3).join(", ")}`).toEqual([]);
        if (kept.site) built++;
        // Some edits break a link, and then both say so.
        if (!kept.site) site.undo();
        edits.push(site.edit());
      }
      expect(built).toBeGreaterThan(EDITS / 2);
    },
    EDITS * 15_000,
  );
});

describe("what a build makes again", () => {
  const site = new EditableSite(join(folder, "counted"), 7);
  const builder = new Rebuilder(site.folder);

  it("is nothing where nothing has changed", async () => {
    await builder.build();
    const again = await builder.build();
    expect([again.rendered, madeIn(again)]).toEqual([0, []]);
  });

  it("is a post's own page, its Markdown and its feeds for a word in its text", async () => {
    const [post = ""] = site.posts();
    appendFileSync(join(site.folder, "posts", post), "\nAnd <b>so</b> on.\n");
    const built = await builder.build();
    const made = madeIn(built);
    expect(built.rendered).toBe(1);
    const slug = post.replace(".md", "");
    expect(made).toEqual(expect.arrayContaining([`posts/${slug}/index.html`, `posts/${slug}/index.md`]));
    const allowed =
      /^(posts\/[^/]+\/index\.(html|md)|.*feed\.(xml|json)|.*atom\.xml|search\/terms\/index\.html|_headers)$/;
    expect(made.filter((file) => !allowed.test(file))).toEqual([]);
    expect(made.filter((file) => /^posts\/[^/]+\/index\.html$/.test(file))).toHaveLength(1);
  });
});

describe("on a site of many posts", () => {
  const site = join(folder, "many");
  const builder = new Rebuilder(site);
  const POSTS = 24;
  const day = (number: number) => `20${String(number).padStart(2, "0")}-03-01`;
  const file = (number: number) => join(site, `posts/post-${number}.md`);
  // Each has a tag that it shares with a few, and words that no other has.
  const write = (number: number, keys = `tags: [Tag ${number % 6}]`, text = `Word${number}a word${number}b.`) =>
    writeFileSync(file(number), `---\ntitle: Post ${number}\ndate: ${day(number)}\n${keys}\n---\n\n${text}\n`);
  const settings = { title: "Many", url: "https://many.example", language: "en", description: "Many posts." };
  // A process loads settings once; these are read anew by each build.
  const set = (more: object) => {
    const file = join(site, "_data/settings.json");
    writeFileSync(file, JSON.stringify({ ...settings, shareImages: false, ...more }));
    const keys = [...Object.keys(settings), "shareImages", "feedLength"];
    const getters = keys.map((key) => `get ${key}() { return read("${key}") }`).join(", ");
    const read = `const read = (key) => JSON.parse(readFileSync(${JSON.stringify(file)}, "utf8"))[key];`;
    writeFileSync(
      join(site, "_data/site.ts"),
      `import { readFileSync } from "node:fs";\n${read}\nexport default { ${getters} };\n`,
    );
  };
  const build = async () => {
    const built = await builder.build();
    const posts = madeIn(built).flatMap((made) => /^posts\/post-(\d+)\/index\.html$/.exec(made)?.[1] ?? []);
    return { rendered: built.rendered, made: madeIn(built), posts: posts.map(Number).sort((a, b) => a - b) };
  };

  it("a new one makes itself, what stands beside it and what is related to it, and no other post", async () => {
    mkdirSync(join(site, "posts"), { recursive: true });
    mkdirSync(join(site, "_data"));
    set({});
    for (let number = 1; number <= POSTS; number++) if (number !== 12) write(number);
    await builder.build();
    write(12, "tags: [Tag 0, Quite another]");
    const { rendered, made, posts } = await build();
    expect(rendered).toBe(1);
    // 6, 18 and 24 have one of its tags.
    expect(posts).toEqual(expect.arrayContaining([11, 12, 13]));
    expect(posts.filter((number) => ![6, 11, 12, 13, 18, 24].includes(number))).toEqual([]);
    expect(made.filter((one) => /^tags\/[^/]+\/index\.html$/.test(one))).toEqual([
      "tags/quite-another/index.html",
      "tags/tag-0/index.html",
    ]);
  });

  it("a tag of another name makes the posts that have it, and those related to them", async () => {
    for (const number of [1, 7, 13, 19]) write(number, "tags: [Renamed]");
    const { rendered, made, posts } = await build();
    expect(rendered).toBe(0);
    expect(posts).toEqual([1, 7, 13, 19]);
    expect(made.filter((one) => /^tags\/[^/]+\/index\.html$/.test(one))).toEqual(["tags/renamed/index.html"]);
  });

  it("a setting that no page shows makes no page", async () => {
    set({ feedLength: 7 });
    const { rendered, made, posts } = await build();
    expect([rendered, posts]).toEqual([0, []]);
    expect(made).toContain("feed.xml");
  });

  it("a post that is gone makes its neighbours, and the lists that it was on", async () => {
    rmSync(file(20));
    const { rendered, posts } = await build();
    expect(rendered).toBe(0);
    expect(posts).toEqual(expect.arrayContaining([19, 21]));
    expect(posts.filter((number) => ![2, 8, 14, 19, 21].includes(number))).toEqual([]);
  });
});

describe("another title", () => {
  const site = new EditableSite(join(folder, "titled"), 9);
  const builder = new Rebuilder(site.folder);

  it("makes pages again that show it, and none of the others", async () => {
    const post = (name: string, title: string, day: string, text: string) =>
      writeFileSync(join(site.folder, `posts/${name}.md`), `---\ntitle: ${title}\ndate: ${day}\n---\n\n${text}\n`);
    post("linked", "Before", "2010-01-01", "Alone.");
    post("linking", "Links to it", "2012-01-01", "[There](linked.md).");
    post("between", "Stands between", "2011-01-01", "Nothing of it.");
    post("older", "Stands before", "2009-01-01", "Nothing of it.");
    await builder.build();
    post("linked", "After", "2010-01-01", "Alone.");
    const built = await builder.build();
    const pages = madeIn(built).filter((file) => /^posts\/[^/]+\/index\.html$/.test(file));
    // Itself, and its neighbours; what it is linked from is named on its own page.
    expect(pages).toEqual(["between", "linked", "older"].map((name) => `posts/${name}/index.html`));
    expect(built.rendered).toBe(0);
  });
});

describe("a text under another name", () => {
  const site = new EditableSite(join(folder, "renamed"), 10);
  const builder = new Rebuilder(site.folder);

  it("has its old addresses where its files were, in the folder of the build before the last, too", async () => {
    const write = (name: string, keys: string) =>
      writeFileSync(
        join(site.folder, `posts/${name}.md`),
        `---\ntitle: One\ndate: 2010-01-01\n${keys}---\n\nIt stays.\n`,
      );
    write("before", "");
    await builder.build();
    rmSync(join(site.folder, "posts/before.md"));
    // Where the copy as Markdown was is now a folder, with a page that redirects.
    write("after", "aliases: [/posts/before/, /posts/before/index.md]\n");
    await builder.build();
    // The next build is written where the first was, and the one after that where the second was.
    write("other", "");
    for (const _ of [1, 2]) {
      const kept = await builder.build();
      expect(differing(kept, await builder.buildAnew())).toEqual([]);
    }
  });
});

describe("the search index after an edit", () => {
  const site = new EditableSite(join(folder, "searched"), SEED + 1);
  const builder = new Rebuilder(site.folder, { search: true });
  const ofIndex = (files: string[]) => files.filter((file) => file.startsWith("pagefind/"));

  it(
    "is the same as one of nothing, whatever was edited",
    async () => {
      const edits: string[] = [];
      for (let edit = 0; edit < EDITS / 4; edit++) {
        const kept = await builder.build();
        expect(differing(kept, await builder.buildAnew()), `after ${edits.slice(-3).join(", ")}`).toEqual([]);
        if (!kept.site) site.undo();
        edits.push(site.edit());
      }
    },
    EDITS * 15_000,
  );

  it("is made again as far as a word in a text goes, and Pagefind not at all", async () => {
    await builder.build();
    const [post = ""] = site.posts();
    appendFileSync(join(site.folder, "posts", post), "\nAnd heliotropes.\n");
    const built = await builder.build();
    expect([built.rendered, built.site?.index.shards]).toEqual([1, 1]);
    const made = ofIndex(madeIn(built));
    expect(made.filter((file) => !/^pagefind\/(words\.json|words\/\w{8}\.txt|pages\/\w{8}\.page)$/.test(file))).toEqual(
      [],
    );
    expect(made.filter((file) => file.startsWith("pagefind/pages/"))).toHaveLength(1);
    // Nothing that search shows, or finds by, has changed.
    writeFileSync(join(site.folder, "public/robots-of-others.txt"), "Nobody.");
    expect(ofIndex(madeIn(await builder.build()))).toEqual([]);
  });
});

describe("a cache that is not as it was left", () => {
  const site = new EditableSite(join(folder, "damaged"), 3);
  const builder = new Rebuilder(site.folder, { search: true });
  const chance = chanceFrom(5);

  it("makes a build slower, and never another", async () => {
    const cached = () => globSync(join(site.folder, ".cache/{bodies,output,search,words}/*"));
    const damages: (() => void)[] = [
      () => truncateSync(chance.pick(cached()), 100),
      () => rmSync(chance.pick(cached())),
      () => rmSync(join(site.folder, ".cache"), { recursive: true }),
      () => writeFileSync(chance.pick(cached()), "{}"),
      () => rmSync(chance.pick(globSync(join(builder.out, "posts/*/index.html")))),
      () => writeFileSync(chance.pick(globSync(join(builder.out, "**/*.html"))), "of another program"),
      () => rmSync(chance.pick(globSync(join(builder.out, "pagefind/words/*")))),
      () => writeFileSync(chance.pick(globSync(join(builder.out, "pagefind/pages/*"))), "of another program"),
      () => truncateSync(chance.pick(globSync(join(site.folder, ".cache/search/*"))), 100),
      () => rmSync(builder.out, { recursive: true }),
    ];
    await builder.build();
    const anew = await builder.buildAnew();
    for (const damage of damages) {
      damage();
      mkdirSync(builder.out, { recursive: true });
      const kept = await builder.build();
      expect(differing(kept, anew), String(damage)).toEqual([]);
    }
  }, 300_000);
});
