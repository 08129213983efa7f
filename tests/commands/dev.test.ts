/** `npm start`: every page is as the files are, and what is wrong stands in its place. */
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { type DevServer, useDevServers } from "../support/dev-server.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const start = useDevServers();
const site = join(folder, "site");
let server: DevServer;

beforeAll(async () => {
  copyFixture("everything", site);
  server = await start(site);
});

describe("a post that breaks while it is written", () => {
  const post = join(site, "posts/bare.md");
  const page = "/posts/bare/";

  it("shows what is wrong in its place, with the line, and nowhere else", async () => {
    const whole = readFileSync(post, "utf8");
    writeFileSync(post, `${whole}\n<script>alert(1)</script>\n`);
    await expect.poll(() => server.textAt(page)).toContain("&lt;script> is not allowed in a page");
    expect(await server.textAt(page)).toContain("&lt;script>alert(1)");
    expect(await server.textAt("/posts/features/")).not.toContain("is not allowed in a page");
    writeFileSync(post, whole);
    await expect.poll(() => server.textAt(page)).not.toContain("is not allowed in a page");
  });

  it("shows it where its front matter can't be read at all", async () => {
    const whole = readFileSync(post, "utf8");
    writeFileSync(post, whole.replace("title:", "titel:"));
    await expect.poll(() => server.textAt(page)).toContain("did you mean &quot;title&quot;?");
    writeFileSync(post, whole);
    await expect.poll(() => server.textAt(page)).not.toContain("did you mean");
  });
});

describe("settings", () => {
  const other = join(folder, "other");
  const settings = join(other, "_data/site.ts");
  let whole: string;
  let server: DevServer;

  beforeAll(async () => {
    copyFixture("withheld", other);
    whole = readFileSync(settings, "utf8").replace(/title: ".*"/, "title: TITLE");
    whole = `import { TITLE } from "../title.ts";\n${whole}`;
    writeFileSync(join(other, "title.ts"), 'export const TITLE = "First";\n');
    writeFileSync(settings, whole.replace("language:", "langauge:"));
    server = await start(other);
  });

  it("that are wrong say so at every address until they are fixed", async () => {
    for (const path of ["/", "/posts/", "/no/such/page/"]) {
      expect(await server.textAt(path)).toContain("did you mean &quot;language&quot;?");
      expect(await server.statusAt(path)).toBe(503);
    }
    writeFileSync(settings, whole);
    await expect.poll(() => server.textAt("/")).toContain("<title>First");
  });

  it("that can't be run say where, and come back", async () => {
    writeFileSync(settings, whole.replace("export default {", "export default {{"));
    await expect.poll(() => server.textAt("/posts/")).toContain("_data/site.ts:");
    expect(await server.textAt("/posts/")).not.toContain("<title>Essays");
    writeFileSync(settings, whole);
    await expect.poll(() => server.textAt("/posts/")).toContain("<title>Essays");
  });

  it("are followed, and so is what they import from elsewhere", async () => {
    writeFileSync(join(other, "title.ts"), 'export const TITLE = "Second";\n');
    await expect.poll(() => server.textAt("/")).toContain("<title>Second");
    writeFileSync(settings, whole.replace("title: TITLE", 'title: "Third"'));
    await expect.poll(() => server.textAt("/")).toContain("<title>Third");
  });

  it("that end the process, or never come to an end, are waited for too", async () => {
    writeFileSync(settings, `process.exit(3);\n${whole}`);
    await expect.poll(() => server.textAt("/")).toContain("The build ended unexpectedly, with exit code 3");
    writeFileSync(settings, `while (true) {}\n${whole}`);
    await new Promise((done) => setTimeout(done, 1500));
    writeFileSync(settings, whole);
    await expect.poll(() => server.textAt("/")).toContain("<title>Second");
  });

  it("and other data: a redirect comes and goes", async () => {
    const redirects = join(other, "_data/redirects.ts");
    for (const from of ["/old/", "/older/"]) {
      writeFileSync(redirects, `export default { "${from}": "/posts/" };\n`);
      await expect.poll(() => server.statusAt(from)).toBe(200);
    }
    expect(await server.statusAt("/old/")).toBe(404);
    rmSync(redirects);
    await expect.poll(() => server.statusAt("/older/")).toBe(404);
  });
});

describe("what is printed", () => {
  const told = join(folder, "told");
  const post = join(told, "posts/bare.md");
  const long = `[a link](www.${"example-".repeat(24)}.example)`;
  let whole: string;
  let server: DevServer;

  beforeAll(async () => {
    copyFixture("everything", told);
    whole = readFileSync(post, "utf8");
    server = await start(told);
  });

  it("is a problem, once, whole, with its hint, against the text as it is, and without a stack", async () => {
    writeFileSync(post, `${whole}\n${long}\n`);
    await expect.poll(() => server.printed()).toContain("1 problem in the content");
    writeFileSync(post, `${whole}\nA line more.\n\n${long}\n`);
    await expect.poll(() => server.printed().match(/bare\.md changed/g)).toHaveLength(2);
    writeFileSync(join(told, "posts/new.md"), "---\ntitle: New\ndate: 2026-01-01\n---\n\nText.\n");
    await expect.poll(() => server.printed()).toContain("posts/new.md changed");
    const lines = server.printed().split("\n");
    const places = lines.filter((line) => line.startsWith("posts/bare.md:"));
    const end = whole.split("\n").length;
    expect(places).toEqual([
      expect.stringMatching(new RegExp(`^posts/bare\\.md:${end + 1}:.*\\(.*\\) \\[link-target\\]$`)),
      expect.stringMatching(new RegExp(`^posts/bare\\.md:${end + 3}:.*\\(.*\\) \\[link-target\\]$`)),
    ]);
    expect(lines.filter((line) => /^\s+at /.test(line))).toEqual([]);
  });

  it("is that nothing is wrong any more", async () => {
    writeFileSync(post, whole);
    await expect.poll(() => server.printed()).toContain("Nothing is wrong any more.");
  });
});

describe("a file that is changed while the site is built", () => {
  it("is shown as it is in the end, however it was saved, and what was wrong in between is not told", async () => {
    const post = join(site, "posts/bare.md");
    const whole = readFileSync(post, "utf8");
    const before = server.printed().length;
    for (let round = 1; round <= 12; round++) {
      const text = round % 2 === 1 ? "<script>" : `Round ${round}.`;
      if (round % 3 === 0) {
        // As Vim and VS Code's atomic save do.
        writeFileSync(`${post}~`, `${whole}\n${text}\n`);
        renameSync(`${post}~`, post);
      } else writeFileSync(post, `${whole}\n${text}\n`);
      await new Promise((done) => setTimeout(done, 17 * round));
    }
    await expect.poll(() => server.textAt("/posts/bare/")).toContain("Round 12.");
    writeFileSync(post, whole);
    await expect.poll(() => server.textAt("/posts/bare/")).not.toContain("Round 12.");
    expect(server.printed().slice(before)).not.toMatch(/^\s+at /m);
  });

  it("as long as it is half written is shown so, and whole when it is whole", async () => {
    const post = join(site, "posts/slow.md");
    const text = "---\ntitle: Slow\ndate: 2026-01-01\n---\n\nIt is whole.\n";
    for (const end of [2, 20, 33]) {
      writeFileSync(post, text.slice(0, end));
      await expect.poll(() => server.textAt("/posts/slow/")).toContain("can’t be made");
    }
    writeFileSync(post, text);
    await expect.poll(() => server.textAt("/posts/slow/")).toContain("It is whole.");
  });
});

describe("folders", () => {
  it("that go, come and take another's place take their pages with them", async () => {
    const posts = join(site, "posts");
    const write = (path: string, text: string) => {
      mkdirSync(join(site, path), { recursive: true });
      writeFileSync(join(site, path, "index.md"), `---\ntitle: A\ndate: 2026-01-01\n---\n\n${text} ![ ](p.svg)\n`);
      writeFileSync(join(site, path, "p.svg"), picture(text.length));
    };
    write("posts/folder", "First.");
    await expect.poll(() => server.textAt("/posts/folder/")).toContain("First.");
    write("other/folder", "Second one.");
    rmSync(join(posts, "folder"), { recursive: true });
    renameSync(join(site, "other/folder"), join(posts, "folder"));
    await expect.poll(() => server.textAt("/posts/folder/")).toContain("Second one.");
    renameSync(join(posts, "folder"), join(posts, "directory"));
    await expect.poll(() => server.textAt("/posts/directory/")).toContain("Second one.");
    await expect.poll(() => server.statusAt("/posts/folder/")).toBe(404);
    expect(await server.statusAt("/posts/folder/index.md")).toBe(404);
    rmSync(join(posts, "directory"), { recursive: true });
    await expect.poll(() => server.statusAt("/posts/directory/")).toBe(404);
    renameSync(posts, join(site, "away"));
    await expect.poll(() => server.statusAt("/posts/features/")).toBe(404);
    renameSync(join(site, "away"), posts);
    await expect.poll(() => server.statusAt("/posts/features/")).toBe(200);
  });

  it("with locks and copies of editors are as without them", async () => {
    symlinkSync("somebody@host.1234:1", join(site, "posts/.#bare.md"));
    writeFileSync(join(site, "posts/._bare.md"), "Mac");
    writeFileSync(join(site, "posts/bare.md~"), "backup");
    writeFileSync(join(site, "posts/later.md"), "---\ntitle: Later\ndate: 2026-01-01\n---\n\nLater.\n");
    await expect.poll(() => server.textAt("/posts/later/")).toContain("Later.");
    expect(await server.textAt("/")).not.toContain("can’t be made");
  });
});

function picture(size: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><path d="M0 0h5v5z"/></svg>`;
}
