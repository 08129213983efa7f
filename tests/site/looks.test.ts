/** Sites that look otherwise, built by the command in a folder where nothing of the engine is. */
import { cpSync, existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { fileAt, pagesOf, readAt } from "../support/built-site.ts";
import { NOTEBOOK_AT } from "../support/content-files.ts";
import { attributeOf, elementsIn, elementsWith, parsePage, textOf } from "../support/html.ts";
import { complaintsAbout } from "../support/html-validity.ts";
import { type BuildRun, spawnBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { themedNotebook, WORKBENCH } from "../support/themed-site.ts";

const folder = useTemporaryFolder();
const [own, bench] = [join(folder, "own-site"), join(folder, "bench-site")];
const [ownOut, benchOut] = [join(folder, "own"), join(folder, "bench")];
let benchRun: BuildRun;

const OWN = {
  "theme/tokens.ts":
    'import { defineTokens } from "wellformed/theme";\nexport default defineTokens({ colours: { accent: "#0b6e4f" } });',
  "theme/style.css":
    '@import "./parts/names.css";\n.masthead::before { content: "</style><script>"; background: url("paper.svg") }',
  "theme/parts/names.css": ".name { letter-spacing: 0.01em }",
  "theme/paper.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
  "theme/components/masthead.tsx": `import { components, type PropsOf } from "wellformed/theme";
export function Masthead(props: PropsOf<"Masthead">) {
  return <div class="above" data-hello={props.view.path}><components.Masthead {...props} /></div>;
}`,
  "theme/components/time.tsx": `import type { PropsOf } from "wellformed/theme";
export const Time = ({ moment, property }: PropsOf<"Time">) => (
  <time class={property} dateTime={moment.toPlainDate().toString()}>{moment.toPlainDate().toString()}</time>
);`,
  "theme/pages/post.tsx": `import { articlePage, type Post, type View } from "wellformed/theme";
export function postPage(view: View, post: Post) {
  const page = articlePage(view, post, <span class="kick">{post.tags.join("/")}</span>);
  return { ...page, main: <div class="framed">{page.main}</div> };
}`,
  "theme/client/hello.ts":
    "const path: string | undefined = document.querySelector<HTMLElement>('[data-hello]')?.dataset['hello'];\nconsole.debug(path);",
  "theme/client/kick.ts": "document.body.dataset['kicked'] = 'yes';",
};

beforeAll(async () => {
  themedNotebook(own, OWN);
  themedNotebook(bench, {}, "wellformed-theme-workbench");
  cpSync(WORKBENCH, join(bench, "node_modules/wellformed-theme-workbench"), { recursive: true });
  const build = (site: string, out: string) => spawnBuild(["--site", site, "--out", out, "--at", NOTEBOOK_AT]);
  const built = await build(own, ownOut);
  expect(built.code, built.output).toBe(0);
  expect(built.output).not.toContain("warning");
  benchRun = await build(bench, benchOut);
  expect(benchRun.code, benchRun.output).toBe(0);
});

const OF_SELF = /'self' can be problematic/;
const findingsOn = (policy: string) =>
  new CspEvaluator(new CspParser(policy).csp).evaluate().filter(({ description }) => !OF_SELF.test(description));

/** Pages but for those that only redirect. */
const shown = (out: string) => pagesOf(out).filter((path) => readAt(out, path).includes("<main id="));

describe.each([
  ["one's own theme", () => ownOut],
  ["the second theme", () => benchOut],
])("with %s each page", (_, outOf) => {
  it("has a policy without a finding, which has the digest of its styles, and no style attribute", () => {
    for (const path of shown(outOf())) {
      const page = parsePage(readAt(outOf(), path));
      const [meta] = elementsWith(page, "meta", "http-equiv", "Content-Security-Policy");
      const policy = attributeOf(meta, "content") ?? "";
      expect(findingsOn(policy), path).toEqual([]);
      expect(policy).not.toContain("unsafe");
      expect(elementsIn(page, "style"), path).toHaveLength(1);
      const attributes = elementsIn(page).flatMap(({ attrs }) => attrs.map(({ name }) => name));
      expect(attributes.filter((name) => name === "style" || name.startsWith("on"))).toEqual([]);
    }
  });

  it("is valid HTML, and names only files that are there", async () => {
    for (const path of shown(outOf())) {
      const html = readAt(outOf(), path);
      expect(await complaintsAbout(html), path).toEqual([]);
      const named = [...html.matchAll(/\/assets\/[\w./-]+/g)].map(([file]) => file);
      expect(
        named.filter((file) => !existsSync(join(outOf(), file))),
        path,
      ).toEqual([]);
    }
  });

  it("has what ours has to say: the same links in its text", () => {
    const linksIn = (out: string, path: string) =>
      elementsIn(parsePage(readAt(out, path)), "a")
        .flatMap((link) => attributeOf(link, "href") ?? [])
        .sort();
    for (const path of shown(outOf()).filter((path) => path !== "/404.html")) {
      const ours = new Set(linksIn(inject("notebook"), path));
      expect(
        [...ours].filter((href) => !linksIn(outOf(), path).includes(href)),
        path,
      ).toEqual([]);
    }
  });
});

describe("a theme of one's own", () => {
  it("has its styles behind ours, with files under a digest, and nothing of them ends the style element", () => {
    const html = readAt(ownOut, "/posts/skip-locked/");
    const style = textOf(elementsIn(parsePage(html), "style")[0]);
    expect(style).toMatch(
      /\.footer.*:root\{--accent:light-dark\(#0b6e4f,.*\.name\{letter-spacing:\.01em\}\.masthead:before\{/s,
    );
    expect(style).toMatch(/background:url\(\/assets\/paper-[\da-f]{8}\.svg\)/);
    expect(style).toContain("<\\/style>");
  });

  it("has its components wherever ours were, and its page", () => {
    for (const path of shown(ownOut)) expect(readAt(ownOut, path)).toContain(`data-hello="${path}"`);
    const post = parsePage(readAt(ownOut, "/posts/skip-locked/"));
    expect(textOf(elementsWith(post, "span", "class", "kick")[0])).toContain("PostgreSQL/");
    const dates = (path: string) => elementsIn(parsePage(readAt(ownOut, path)), "time").map(textOf);
    for (const path of ["/", "/posts/", "/posts/skip-locked/"]) {
      expect(dates(path).length, path).toBeGreaterThan(0);
      expect(
        dates(path).filter((text) => !/^\d{4}-\d\d-\d\d$/.test(text)),
        path,
      ).toEqual([]);
    }
    expect(readAt(ownOut, "/projects/carillon/")).not.toContain('class="framed"');
  });

  it("loads a script on the pages that need it, and on no other", () => {
    const scriptsAt = (path: string) =>
      elementsIn(parsePage(readAt(ownOut, path)), "script").flatMap((script) => attributeOf(script, "src") ?? []);
    const names = (path: string) => scriptsAt(path).map((src) => src.replace(/^\/assets\/|-[\da-f]{8}\.js$/g, ""));
    expect(names("/posts/skip-locked/")).toEqual(["site", "hello", "kick"]);
    expect(names("/projects/")).toEqual(["site", "hello"]);
  });

  it("leaves everything that is not a page as it was", () => {
    const files = globSync(["**/feed.xml", "**/*.md", "sitemap.xml"], { cwd: ownOut });
    expect(files.length).toBeGreaterThan(8);
    const other = files.filter(
      (file) => readFileSync(join(ownOut, file), "utf8") !== readFileSync(join(inject("notebook"), file), "utf8"),
    );
    expect(other).toEqual([]);
  });
});

describe("the second theme", () => {
  it("is small, and lighter than a first round trip", () => {
    const lines = globSync("**/*.{ts,tsx,css,json}", { cwd: WORKBENCH }).map(
      (file) => readFileSync(join(WORKBENCH, file), "utf8").split("\n").length - 1,
    );
    expect(lines.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(300);
    expect(benchRun.output).not.toContain("first round trip");
  });

  it("publishes no face for text but what diagrams need, and loads none ahead", () => {
    expect(elementsWith(parsePage(readAt(benchOut, "/")), "link", "rel", "preload")).toEqual([]);
    expect(existsSync(join(benchOut, fileAt("/posts/skip-locked/")))).toBe(true);
  });
});

describe("what a theme can do wrong once it is loaded", () => {
  it("is said with its file and line, and nothing is published", async () => {
    const site = join(folder, "failing");
    themedNotebook(site, {
      "theme/components/footer.tsx": `import type { PropsOf } from "wellformed/theme";
function Inner({ view }: PropsOf<"Footer">) {
  const missing: unknown[] = [];
  return <p>{(missing[0] as { name: string }).name}{view.path}</p>;
}
export function Footer(props: PropsOf<"Footer">) {
  return <footer><Inner {...props} /></footer>;
}`,
    });
    const out = join(folder, "failing-out");
    const { code, output } = await spawnBuild(["--site", site, "--out", out, "--at", NOTEBOOK_AT]);
    expect(code).toBe(1);
    expect(output).toMatch(
      /^theme\/components\/footer\.tsx:4:47 fails: Cannot read properties of undefined \(reading 'name'\), on \/\S+(?: \[theme\])?\n +4 \|/m,
    );
    expect(output.match(/fails:/g)).toHaveLength(1);
    expect(existsSync(out)).toBe(false);
  });

  it("is said of styles that weigh too much", async () => {
    const site = join(folder, "heavy");
    const rules = Array.from(
      { length: 2500 },
      (_, index) => `.c${(index * 7919) % 9973}x${index} { margin: ${(index * 31) % 977}px ${(index * 57) % 883}px }`,
    );
    themedNotebook(site, { "theme/style.css": rules.join("\n") });
    const { code, output } = await spawnBuild([
      "--site",
      site,
      "--out",
      join(folder, "heavy-out"),
      "--at",
      NOTEBOOK_AT,
      "--no-search",
    ]);
    expect(code, output).toBe(0);
    expect(output).toMatch(
      /theme\/style\.css \/\S* weighs \d+ bytes compressed, with its styles and scripts, of which \d+ are the theme's styles; 14600 arrive in the first round trip/,
    );
  });
});
