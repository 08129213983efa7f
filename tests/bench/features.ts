/**
 * What engineers write, in three tools: `tests/fixtures/features/features.yaml` has each feature in the spelling of Wellformed, Starlight
 * and Docusaurus. Each is built as a page of its own, and looked for on the page and in the feed; what it weighs is compared with a page
 * that has one paragraph.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { parse } from "yaml";
import { z } from "zod";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FIXTURES = join(ROOT, "tests/fixtures/features");
const TOOLS = ["ours", "starlight", "docusaurus"] as const;
type Tool = (typeof TOOLS)[number];

const ByTool = z.partialRecord(z.enum(TOOLS), z.string());
const Feature = z.strictObject({
  feature: z.string(),
  ours: z.string(),
  starlight: z.string().nullable(),
  docusaurus: z.string().nullable(),
  import: ByTool.optional(),
  page: ByTool,
  "without-script": ByTool.optional(),
  feed: ByTool,
});
type Feature = z.infer<typeof Feature>;

const VERSIONS = {
  starlight: [
    "astro@7.3.5",
    "@astrojs/starlight@0.42.4",
    "@astrojs/markdown-remark@7.3.1",
    "@astrojs/markdown-satteri@0.4.2",
    "remark-math@6.0.0",
    "rehype-katex@7.0.1",
    "sharp",
  ],
  docusaurus: [
    ...["core", "preset-classic", "theme-mermaid", "remark-plugin-npm2yarn"].map(
      (name) => `@docusaurus/${name}@3.10.2`,
    ),
    ...[
      "remark-math@6.0.0",
      "rehype-katex@7.0.1",
      "react@19",
      "react-dom@19",
      "@mermaid-js/layout-elk@0.1.9",
      "@mdx-js/react@3",
      "prism-react-renderer@2",
    ],
  ],
};

/** A tool's site that is built. */
interface Built {
  /** The HTML of a feature's page. */
  page: (slug: string) => string | undefined;
  /** What its feed has of it. */
  feed: (slug: string) => string | undefined;
  /** A file of the site, by its address. */
  file: (address: string) => Buffer | undefined;
}

/** `folder` is where the peers are installed, or will be: so that a second run need not. `peers` are those to compare with. */
export async function benchFeatures(
  folder = mkdtempSync(join(tmpdir(), "features-")),
  peers = "starlight,docusaurus",
): Promise<string[]> {
  const features = z.array(Feature).parse(parse(readFileSync(join(FIXTURES, "features.yaml"), "utf8")));
  const tools = TOOLS.filter((tool) => tool === "ours" || peers.split(",").includes(tool));
  const sites = new Map(tools.map((tool) => [tool, BUILDERS[tool](join(folder, tool), features)]));
  console.log(`| feature | ${tools.join(" | ")} |\n| --- |${tools.map(() => " --- |").join("")}`);
  const missed: string[] = [];
  for (const feature of features) {
    const cells = [...sites].map(([tool, site]) => cellOf(feature, tool, site));
    console.log(`| ${[feature.feature, ...cells].join(" | ")} |`);
    if (!cells[0]?.startsWith("page, feed")) missed.push(`${feature.feature}: ${cells[0]}`);
  }
  return missed;
}

/** "page, feed · +312 + 1,024": where it is, and the compressed bytes that it adds to HTML, and to scripts, styles and faces. */
function cellOf(feature: Feature, tool: Tool, site: Built): string {
  if (feature[tool] === null) return "—";
  const slug = slugOf(feature);
  const [html, plain] = [site.page(slug), site.page("plain-text-again")];
  if (html === undefined || plain === undefined) return "not built";
  const has = (pattern: string | undefined, text: string | undefined) =>
    pattern !== undefined && text !== undefined && new RegExp(pattern).test(text);
  const hidden = feature["without-script"]?.[tool];
  const found = [
    has(feature.page[tool], html) && "page",
    has(feature.feed[tool], site.feed(slug)) && "feed",
    hidden !== undefined && !has(hidden, html) && "needs JavaScript",
  ].filter(Boolean);
  const added = brotliCompressSync(html).length - brotliCompressSync(plain).length;
  const files = filesOf(html).filter((address) => !filesOf(plain).includes(address));
  const further = files.reduce((sum, address) => sum + brotliCompressSync(site.file(address) ?? "").length, 0);
  return `${found.join(", ") || "not there"} · ${signed(added)}${further > 0 ? ` and ${further.toLocaleString("en")} in files` : ""}`;
}

function signed(bytes: number): string {
  return `${bytes < 0 ? "−" : "+"}${Math.abs(bytes).toLocaleString("en")}`;
}

/** Scripts and style sheets that a page loads. */
function filesOf(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    const isFile = tag.startsWith("<script") || /rel="?(?:stylesheet|modulepreload)/.test(tag);
    const [, address] = /\s(?:src|href)="?([^"\s>]+)/.exec(tag) ?? [];
    return isFile && address ? [address] : [];
  });
}

function slugOf({ feature }: Feature): string {
  return feature
    .toLowerCase()
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "");
}

function buildOurs(dir: string, features: readonly Feature[]): Built {
  cpSync(join(FIXTURES, "ours"), dir, { recursive: true });
  for (const feature of features)
    write(join(dir, `posts/${slugOf(feature)}/index.md`), `${headOf(feature, true)}${feature.ours}\n`);
  copyMedia(features, (slug) => join(dir, "posts", slug));
  const command = ["--import", "./src/commands/load-typescript.js", "src/commands/wellformed.ts", "build"];
  run(ROOT, process.execPath, [...command, "--site", dir, "--out", join(dir, "_site"), "--no-search"]);
  const out = join(dir, "_site");
  const items = (readIf(join(out, "feed.xml")) ?? "").split("<item>");
  return {
    page: (slug) => readIf(join(out, `posts/${slug}/index.html`)),
    feed: (slug) => items.find((item) => item.includes(`/posts/${slug}/</link>`)),
    file: (address) => bytesIf(join(out, address)),
  };
}

function buildStarlight(dir: string, features: readonly Feature[]): Built {
  install(dir, VERSIONS.starlight, "module");
  cpSync(join(FIXTURES, "starlight"), dir, { recursive: true });
  for (const feature of features) {
    if (feature.starlight === null) continue;
    const top = feature.import?.starlight;
    const text = `${headOf(feature, false)}${top ? `${top}\n\n` : ""}${feature.starlight}\n`;
    write(join(dir, `src/content/docs/${slugOf(feature)}/index.${top ? "mdx" : "md"}`), text);
  }
  copyMedia(features, (slug) => join(dir, "src/content/docs", slug));
  run(dir, "node_modules/.bin/astro", ["build"]);
  run(dir, "node_modules/.bin/astro", ["build", "--config", "unified.config.mjs"]);
  const outOf = (slug: string) => join(dir, slug === "formulas" ? "unified" : "dist");
  return {
    page: (slug) => readIf(join(outOf(slug), `${slug}/index.html`)),
    // It has none.
    feed: () => undefined,
    file: (address) => bytesIf(join(dir, "dist", address)) ?? bytesIf(join(dir, "unified", address)),
  };
}

function buildDocusaurus(dir: string, features: readonly Feature[]): Built {
  install(dir, VERSIONS.docusaurus, "commonjs");
  cpSync(join(FIXTURES, "docusaurus"), dir, { recursive: true });
  for (const feature of features) {
    if (feature.docusaurus === null) continue;
    const top = feature.import?.docusaurus;
    const text = `${headOf(feature, true)}${top ? `${top}\n\n` : ""}${feature.docusaurus}\n`;
    write(
      join(dir, `blog/2026-01-01-${slugOf(feature)}/index.md`),
      text.replace("---\n", `---\nslug: ${slugOf(feature)}\n`),
    );
  }
  copyMedia(features, (slug) => join(dir, `blog/2026-01-01-${slug}`));
  run(dir, "node_modules/.bin/docusaurus", ["build"]);
  const items = (readIf(join(dir, "build/blog/rss.xml")) ?? "").split("<item>");
  return {
    page: (slug) => readIf(join(dir, `build/blog/${slug}/index.html`)),
    feed: (slug) => items.find((item) => item.includes(`/blog/${slug}</link>`)),
    file: (address) => bytesIf(join(dir, "build", address)),
  };
}

const BUILDERS = { ours: buildOurs, starlight: buildStarlight, docusaurus: buildDocusaurus };

function headOf(feature: Feature, isPost: boolean): string {
  const date = isPost ? "date: 2026-01-01\ndescription: One feature.\n" : "";
  return `---\ntitle: ${JSON.stringify(feature.feature)}\n${date}---\n\n`;
}

/** Each has them where it names them. */
function copyMedia(features: readonly Feature[], folderOf: (slug: string) => string): void {
  for (const feature of features) {
    for (const name of ["harbour.jpg", "quiet.webm"]) {
      const folder = folderOf(slugOf(feature));
      if (feature.ours.includes(name) && existsSync(folder))
        cpSync(join(ROOT, "tests/fixtures/markdown", name), join(folder, name));
    }
  }
}

function install(dir: string, packages: readonly string[], type: string): void {
  mkdirSync(dir, { recursive: true });
  if (existsSync(join(dir, "node_modules"))) return;
  write(join(dir, "package.json"), JSON.stringify({ private: true, type }));
  run(dir, "npm", ["install", "--no-audit", "--no-fund", "--save-exact", ...packages]);
}

function run(cwd: string, command: string, args: readonly string[]): void {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", CI: "1" };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function readIf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function bytesIf(file: string): Buffer | undefined {
  const path = file.replace(/[?#].*$/, "");
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path) : undefined;
}
