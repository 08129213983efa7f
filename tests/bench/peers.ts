/** What Wellformed is measured beside: the same essays, as much the same pages as can be, each indexed by Pagefind's CLI. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readOwnTheme } from "../../src/looks/read-theme.ts";
import { collections } from "../../src/site/collections.ts";
import { siteWords } from "../../src/site/tools.ts";
import type { Essay } from "./essays.ts";
import { moveAside } from "./move-aside.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ASTRO = "7.3.5";

/** A site of a peer that stands in a folder. */
export interface PeerSite {
  readonly name: string;
  /** One after the other. */
  readonly commands: readonly (readonly [string, ...string[]])[];
  readonly outDir: string;
}

/** Sets a site up; undefined where the peer is not installed, and can't be. The styles in each page's head are Wellformed's. */
type SetUp = (dir: string, texts: readonly Essay[], css: string) => PeerSite | undefined;

/**
 * Hugo's layouts do what Wellformed's pages do, related posts, feeds of tags and Markdown beside each page included, and leave
 * out what it has no means for. The others do what their own blogs do: no related posts, no feeds of tags, no backlinks.
 */
const PEERS: Readonly<Record<string, SetUp>> = {
  hugo(dir, texts, css) {
    const version = /v(\d+\.\d+\.\d+)/.exec(spawnSync("hugo", ["version"], { encoding: "utf8" }).stdout ?? "")?.[1];
    if (!version) return undefined;
    cpSync(join(ROOT, "tests/fixtures/hugo"), dir, { recursive: true });
    writeEssays(join(dir, "content/posts"), texts);
    mkdirSync(join(dir, "assets"));
    writeFileSync(join(dir, "assets/main.css"), css);
    return peer(dir, `Hugo ${version}`, ["hugo", "--quiet", "--source", dir, "--destination", join(dir, "out")]);
  },
  eleventy(dir, texts, css) {
    cpSync(join(ROOT, "tests/fixtures/eleventy-blog"), dir, { recursive: true });
    writeEssays(join(dir, "content/posts"), texts);
    writeFileSync(join(dir, "content/posts/posts.json"), JSON.stringify({ layout: "post.njk", tags: ["posts"] }));
    writeFileSync(join(dir, "_includes/main.css"), css);
    writeFileSync(join(dir, "package.json"), JSON.stringify({ type: "module" }));
    symlinkSync(join(ROOT, "node_modules"), join(dir, "node_modules"));
    const { version } = JSON.parse(readFileSync(join(ROOT, "node_modules/@11ty/eleventy/package.json"), "utf8")) as {
      version: string;
    };
    return peer(dir, `Eleventy ${version}, base blog`, ["sh", "-c", `cd '${dir}' && eleventy --quiet`]);
  },
  astro(dir, texts, css) {
    cpSync(join(ROOT, "tests/fixtures/astro-blog"), dir, { recursive: true });
    writeEssays(join(dir, "posts"), texts);
    writeFileSync(join(dir, "src/main.css"), css);
    writeFileSync(join(dir, "package.json"), JSON.stringify({ type: "module", private: true }));
    const install = ["install", "--no-audit", "--no-fund", "--save-exact", `astro@${ASTRO}`];
    if (spawnSync("npm", install, { cwd: dir }).status !== 0) return undefined;
    const command = `cd '${dir}' && ASTRO_TELEMETRY_DISABLED=1 node_modules/.bin/astro build --silent`;
    return peer(dir, `Astro ${ASTRO}`, ["sh", "-c", command]);
  },
};

/** `names` are those of the table; throws for another. */
export async function peersIn(folder: string, names: readonly string[], texts: readonly Essay[]): Promise<PeerSite[]> {
  const { assets } = await readOwnTheme(siteWords(collections, { language: "en" }));
  const css = assets.styleSheets.map((sheet) => sheet.css).join("");
  return names.flatMap((name) => {
    const setUp = PEERS[name];
    if (!setUp) throw new Error(`there is no peer "${name}": there are ${Object.keys(PEERS).join(", ")}`);
    const dir = join(folder, name);
    mkdirSync(dir);
    const site = setUp(dir, texts, css);
    if (!site) console.log(`${name} is not installed, and is left out.`);
    return site ?? [];
  });
}

export function forget({ outDir }: PeerSite): void {
  // The last are what peers keep of earlier builds.
  for (const path of [outDir, join(outDir, "../.astro"), join(outDir, "../node_modules/.astro")]) moveAside(path);
}

export function writeEssays(dir: string, texts: readonly Essay[]): void {
  mkdirSync(dir, { recursive: true });
  for (const { slug, text } of texts) writeFileSync(join(dir, `${slug}.md`), text);
}

function peer(dir: string, name: string, command: [string, ...string[]]): PeerSite {
  const outDir = join(dir, "out");
  return { name: `${name} and Pagefind's CLI`, outDir, commands: [command, ["pagefind", "--quiet", "--site", outDir]] };
}
