/** The theme of a site's folder, read and put over ours. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { create } from "fontkit";
import { beforeEach, describe, expect, it } from "vitest";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { themeReader } from "../../src/looks/read-theme.ts";
import type { SiteTheme } from "../../src/looks/site-theme.ts";
import { Cache } from "../../src/pictures/cache.ts";
import { collections } from "../../src/site/collections.ts";
import { siteWords } from "../../src/site/tools.ts";
import { buildAssets } from "../../src/theme/assets.ts";
import { components } from "../../src/theme/components.ts";
import { pages } from "../../src/theme/pages.ts";
import { stylesFor } from "../../src/theme/style-sheets.ts";
import { tagsOfPage } from "../../src/theme/tags-of-page.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { writeFiles } from "../support/write-files.ts";

const folder = useTemporaryFolder();
const cache = new Cache(join(folder, "cache"));
const words = siteWords(collections, { language: "en" });
const require = createRequire(import.meta.url);
let siteDir: string;
let count = 0;

beforeEach(() => {
  siteDir = join(folder, String(count++));
  mkdirSync(siteDir);
});

async function read(reader = themeReader(), setting?: string): Promise<SiteTheme> {
  const theme = await reader({ siteDir, setting, words, cache });
  if (!theme.ok) throw new Error(theme.problems.map(formatProblem).join("\n"));
  return theme.value;
}

const stylesOf = ({ assets }: SiteTheme, html = "<html><body>") =>
  stylesFor(tagsOfPage(html), assets.styleSheets, "/assets/");
const component = (name: string) => `export function ${name}() { return <p>mine</p>; }`;

describe("a site without a theme", () => {
  it("has ours, byte for byte", async () => {
    const theme = await read();
    expect(theme.components).toBe(components);
    expect(theme.pages).toBe(pages);
    expect(theme.assets).toEqual(await buildAssets(words));
    expect(theme.advice).toEqual([]);
  });
});

describe("components and pages", () => {
  it.each(["components/Masthead.tsx", "components/masthead.tsx", "components/mastHead.jsx", "components/mast-head.js"])(
    "stand for ours of their name, however it is spelt: %s",
    async (file) => {
      writeFiles(siteDir, { [`theme/${file}`]: 'export function Masthead() { return "mine"; }' });
      const theme = await read();
      expect(theme.components.Masthead).not.toBe(components.Masthead);
      expect({ ...theme.components, Masthead: components.Masthead }).toEqual(components);
    },
  );

  it("are exported by name or as the default, and are of the engine's own Preact", async () => {
    writeFiles(siteDir, {
      "theme/components/entry-list.tsx": `export default ${component("Anything")}`.replace(
        "export default export",
        "export default",
      ),
      "theme/pages/not-found.tsx":
        'import { type View } from "wellformed/theme";\nexport function notFoundPage(view: View) { return { info: { title: "Gone" }, main: <p>{view.path}</p> }; }',
      "theme/pages/tag.tsx": 'export const tag = () => ({ info: {}, main: "" });',
    });
    const theme = await read();
    expect(theme.components.EntryList).not.toBe(components.EntryList);
    expect(theme.pages.notFound).not.toBe(pages.notFound);
    expect(theme.pages.tag).not.toBe(pages.tag);
    const { createElement } = await import("preact");
    expect(Object.keys(createElement("p", {})).length).toBeGreaterThan(3);
    expect(theme.components.EntryList({} as never)).toHaveProperty("constructor", createElement("p", {}).constructor);
  });

  it("of the site come before those of the theme that it names, as its tokens and styles do", async () => {
    writeFiles(siteDir, {
      "node_modules/@someone/looks/package.json": '{ "name": "@someone/looks", "exports": {} }',
      "node_modules/@someone/looks/components/Footer.tsx": "export function Footer() { return <i />; }",
      "node_modules/@someone/looks/components/Masthead.tsx": "export function Masthead() { return <i />; }",
      "node_modules/@someone/looks/tokens.ts":
        'export default { measure: 34, colours: { accent: "#0b6e4f", ink: "#101010" } };',
      "node_modules/@someone/looks/style.css": ".name { color: red }",
      "theme/components/Masthead.tsx": "export function Masthead() { return <b />; }",
      "theme/tokens.ts": 'export default { colours: { accent: "#1355b8" } };',
      "theme/style.css": ".name { color: blue }",
    });
    const theme = await read(themeReader(), "@someone/looks");
    expect(theme.components.Footer({} as never)).toMatchObject({ type: "i" });
    expect(theme.components.Masthead({} as never)).toMatchObject({ type: "b" });
    expect(theme.palette.accent.light).toBe("#1355b8");
    expect(theme.palette.ink.light).toBe("#101010");
    const css = stylesOf(theme);
    expect(css).toContain("--measure:34rem");
    expect(css).toMatch(/\.name\{color:red\}\.name\{color:#00f\}$/);
  });

  it("may import what else is in the theme, and a picture by its address", async () => {
    writeFiles(siteDir, {
      "theme/components/masthead.tsx":
        'import { Mark } from "../parts/mark.tsx";\nimport logo from "../logo.svg";\nexport function Masthead() { return <Mark src={logo} />; }',
      "theme/parts/mark.tsx":
        'import { readFileSync } from "node:fs";\nexport const Mark = ({ src }: { src: string }) => <img alt={typeof readFileSync} src={src} />;',
      "theme/logo.svg": "<svg/>",
    });
    const { components, assets } = await read();
    const mark = components.Masthead({} as never);
    expect(mark).toMatchObject({ props: { src: expect.stringMatching(/^\/assets\/logo-[\da-f]{8}\.svg$/) } });
    expect(assets.files.map(({ path }) => path)).toContainEqual(expect.stringMatching(/^\/assets\/logo-/));
  });
});

it("what can be replaced is in docs/looks.md by name", () => {
  const document = readFileSync("docs/looks.md", "utf8");
  const inKebabCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const names = [...Object.keys(components), ...Object.keys(pages).map(inKebabCase)];
  expect(names.filter((name) => !document.includes(`\`${name}\``))).toEqual([]);
});

describe("a theme that has been read", () => {
  it("is the same until one of its files is another", async () => {
    writeFiles(siteDir, {
      "shared/words.ts": 'export const WORD = "one";',
      "theme/components/masthead.tsx":
        'import { WORD } from "../../shared/words.ts";\nexport function Masthead() { return <p>{WORD}</p>; }',
      "theme/style.css": ".name { color: red }",
    });
    const reader = themeReader();
    const first = await read(reader);
    expect(await read(reader)).toBe(first);
    writeFiles(siteDir, { "shared/words.ts": 'export const WORD = "two";' });
    const second = await read(reader);
    expect(second.components.Masthead({} as never)).toMatchObject({ props: { children: "two" } });
    writeFiles(siteDir, { "theme/style.css": ".name { color: green }" });
    expect(stylesOf(await read(reader))).toContain(".name{color:green}");
    writeFiles(siteDir, { "theme/components/Footer.tsx": component("Footer") });
    expect((await read(reader)).components.Footer).not.toBe(components.Footer);
  });

  it("is told where it is, also while something in it is wrong", async () => {
    const told: string[] = [];
    writeFiles(siteDir, { "theme/tokens.ts": "export default {", "looks/style.css": "p { color: red }" });
    const theme = await themeReader((paths) => told.push(...paths))({ siteDir, setting: "./looks", words, cache });
    expect(theme.ok).toBe(false);
    expect(told).toEqual([join(siteDir, "looks"), join(siteDir, "theme")]);
  });
});

describe("scripts", () => {
  it("are bundled, named by their content, and for the pages that have what they are named for", async () => {
    writeFiles(siteDir, {
      "theme/client/site.ts": "document.title += '!';",
      "theme/client/photo-wall.ts": 'import { say } from "./lib/say.ts";\nsay("wall");',
      "theme/client/lib/say.ts": "export const say = (text: string): void => console.log(text);",
    });
    const { assets } = await read();
    const [ours, ...own] = assets.scripts;
    expect(ours?.path).toMatch(/^\/assets\/site-/);
    const wall = own.find(({ path }) => path.includes("photo-wall"));
    const text = Buffer.from(assets.files.find(({ path }) => path === wall?.path)?.contents ?? []).toString();
    expect(text).toContain("console.log(");
    expect(text).not.toContain("import");
    const needs = (html: string) => wall?.needed.test(html);
    expect(needs('<ul class="photo-wall">')).toBe(true);
    expect(needs('<ul class="wide photo-wall big">')).toBe(true);
    expect(needs("<ul data-photo-wall>")).toBe(true);
    expect(needs('<ul data-photo-wall="3">')).toBe(true);
    expect(needs('<ul class="photo-walls">')).toBe(false);
    expect(needs("<p>class=&quot;photo-wall&quot; photo-wall</p>")).toBe(false);
    expect(own.find(({ path }) => path.includes("/site-"))?.needed.test("")).toBe(true);
  });
});

describe("tokens", () => {
  it("add to our styles what differs, and nothing else", async () => {
    writeFiles(siteDir, { "theme/tokens.ts": "export default {};" });
    expect(stylesOf(await read())).toBe(stylesFor("<html><body>", (await buildAssets(words)).styleSheets, "/assets/"));
  });

  it("set colours, sizes and the column, on pages and in feeds that are opened", async () => {
    writeFiles(siteDir, {
      "theme/tokens.ts":
        'import { defineTokens } from "wellformed/theme";\nexport default defineTokens({ colours: { accent: "#0b6e4f", codeNumber: "#444" }, measure: 34, scale: 1.2, size: 1.1 });',
    });
    const theme = await read();
    const ours = await buildAssets(words);
    const added = stylesOf(theme, '<html><body class="home"><div class="prose"><code>').slice(
      stylesFor('<html><body class="home"><div class="prose"><code>', ours.styleSheets, "/assets/").length,
    );
    expect(added).toBe(
      ":root{--accent:light-dark(#0b6e4f,#58ac89);--code-keyword:light-dark(#0b6e4f,#58ac89)}" +
        "html{--measure:34rem;font-size:116.875%}@media(min-width:48rem){html{font-size:130.625%}}@media print{html{font-size:10.5pt}}" +
        "h1{font-size:clamp(1.503rem,1.053rem + 2vw,1.879rem)}.home h1{font-size:clamp(1.933rem,1.483rem + 2vw,2.417rem)}" +
        ".prose h2{font-size:1.2rem}.prose :is(h3,h4){font-size:1.037rem}pre .n{color:light-dark(#444444,#b5b5b5)}",
    );
    const feed = theme.assets.files.find(({ path }) => path === "/feed.css");
    expect(Buffer.from(feed?.contents ?? []).toString()).toContain("--accent:light-dark(#0b6e4f,");
  });
});

describe("what a page's policy would keep from having an effect", () => {
  const faultOf = async (element: string) => {
    writeFiles(siteDir, { "theme/pages/tag.tsx": `export function tagPage(view: unknown) {\n  return ${element};\n}` });
    const theme = await read();
    try {
      Reflect.apply(theme.pages.tag, undefined, [{}]);
    } catch (error) {
      const problem = theme.problemOf(error);
      return problem && formatProblem(problem);
    }
    return undefined;
  };

  it.each([
    ['<p style="color: red">a</p>', "style of <p> do nothing (write a class, and its rules in style.css)"],
    [
      "<svg><path style={{ fill: 'red' }} /></svg>",
      "style of <path> do nothing (write a class, and its rules in style.css)",
    ],
    ['<p onclick="x()">a</p>', "onclick of <p> do nothing (a script of theme/client/ can)"],
    ["<p onClick={() => 1}>a<b>c</b></p>", "onClick of <p> do nothing (a script of theme/client/ can)"],
  ])("is an error where it is written: %s", async (element, says) => {
    const fault = await faultOf(element);
    expect(fault).toMatch(/^theme\/pages\/tag\.tsx:2:\d+ fails: a page's policy lets the attribute /);
    expect(fault).toContain(says);
  });

  it.each(['<p class="one" data-on="x">a</p>', "<p style={undefined}>a</p>", "<Part style={1} onPick={2} />"])(
    "is none of this: %s",
    async (element) => {
      expect(await faultOf(`${element};\n}\nfunction Part() {\n  return <b>part</b>`)).toBe(undefined);
    },
  );
});

describe("what a style sheet uses and nothing sets", () => {
  const adviceOn = async (files: Record<string, string>) => {
    writeFiles(siteDir, files);
    return (await read()).advice.map(formatProblem);
  };

  it("is a warning, once, with its place and the nearest name", async () => {
    const css = [
      ".a { color: var(--ink); }",
      "/* var(--nothing) */ .b { color: var( --acent ); }",
      ".c { color: var(--acent); }",
    ];
    expect(
      await adviceOn({
        "theme/style.css": '@import "./more.css";\n.d { gap: var(--gap-of-mine); }',
        "theme/more.css": css.join("\n"),
      }),
    ).toEqual([
      'theme/more.css:2:39 --acent is set nowhere (did you mean "--accent"?)',
      "theme/style.css:2:15 --gap-of-mine is set nowhere",
    ]);
  });

  it("is none where it is set by the theme, has another value, or is named by a script or a component", async () => {
    const css = [
      "@property --angle { syntax: '<angle>'; inherits: true; initial-value: 0deg; }",
      ":root { --gap-of-mine: 1rem; }",
      ".a { gap: var(--gap-of-mine); rotate: var(--angle); color: var(--none, red); margin: var(--line); top: var(--by-script); left: var(--by-part); }",
      ".a { border-color: var(--accent); max-width: var(--measure); color: var(--code-string); padding: var(--pad) }",
    ];
    const advice = await adviceOn({
      "theme/style.css": css.join("\n"),
      "theme/client/site.ts": 'document.body.style.setProperty("--by-script", "1px");',
      "theme/components/Masthead.tsx": 'export function Masthead() { return <p data-set="--by-part">mine</p>; }',
    });
    expect(advice).toEqual([]);
  });
});

describe("a face of one's own", () => {
  const SERIF = "source-serif/WOFF2/VAR/SourceSerif4Variable";

  function copyFont(file: string, name: string): void {
    mkdirSync(join(siteDir, "theme/fonts"), { recursive: true });
    cpSync(require.resolve(file), join(siteDir, "theme/fonts", name));
  }

  it("is cut as ours are: alphabets, weights, old-style figures, and a fallback of its own measures", async () => {
    copyFont(`${SERIF}-Roman.ttf.woff2`, "Roman.woff2");
    copyFont(`${SERIF}-Italic.ttf.woff2`, "Italic.woff2");
    // The italic is found by what is in the file, not by its place.
    writeFiles(siteDir, { "theme/tokens.ts": 'export default { faces: { text: ["Italic.woff2", "Roman.woff2"] } };' });
    const theme = await read();
    expect(theme.advice).toEqual([]);
    const css = stylesOf(theme, "<html><body><p>Łódź");
    expect(css).not.toContain("serif-roman");
    expect(css).toMatch(/font-family:Text;src:url\(\/assets\/text-roman-[\da-f]{8}\.woff2\);font-weight:400 700/);
    expect(css).toMatch(/font-family:Text;src:url\(\/assets\/text-italic-[\da-f]{8}\.woff2\);font-style:italic;/);
    expect(css).toMatch(/text-roman-latin-[\da-f]{8}\.woff2\)[^}]*unicode-range:U\+1[0-9A-F]{2}/);
    expect(css).not.toContain("U+FFFF");
    expect(css).toMatch(/mono-latin-/);
    // From the same files our own style sheet has them by hand.
    const measures = (text: string) =>
      [...text.matchAll(/(?:size-adjust|override): ?([\d.]+)%/g)].map(([, part]) => Number(part));
    const [own, ours] = [measures(css), measures(readFileSync("src/theme/styles/fonts.css", "utf8"))];
    expect(own).toHaveLength(ours.length);
    expect(own.filter((part, index) => Math.abs(part - (ours[index] ?? 0)) >= 1)).toEqual([]);
    expect(css).toContain('local("Times New Roman"),local("Liberation Serif");size-adjust:115.2%');
    const western = theme.assets.files.find(({ path }) => path === theme.assets.textFont);
    expect(western?.path).toMatch(/\/text-roman-[\da-f]{8}\.woff2$/);
    const font = create(western?.contents ?? new Uint8Array());
    const figures = (features: string[]) => font.layout("0345", features).glyphs.map(({ id }) => id);
    expect(figures(["onum"])).not.toEqual(figures([]));
    expect(western?.contents.length).toBeLessThan(45_000);
    expect(theme.typeface.name).not.toBe("");
  });

  it("for code is measured and named by itself, and is no reason to load another face for text", async () => {
    copyFont("source-code-pro/WOFF2/TTF/SourceCodePro-Regular.ttf.woff2", "Code.woff2");
    writeFiles(siteDir, { "theme/tokens.ts": 'export default { faces: { code: "Code.woff2" } };' });
    const theme = await read();
    const css = stylesOf(theme);
    expect(css).toMatch(/font-family:Code;src:url\(\/assets\/code-code-[\da-f]{8}\.woff2\)/);
    expect(css).toContain("serif-roman-");
    expect(css).not.toContain("/mono-");
    expect(theme.typeface.name).toBe("");
  });

  it("that lacks letters says which", async () => {
    copyFont("source-code-pro/WOFF2/TTF/SourceCodePro-Regular.ttf.woff2", "Code.woff2");
    writeFileSync(join(siteDir, "theme/fonts/Mono.woff2"), readFileSync("src/theme/fonts/mono.woff2"));
    writeFiles(siteDir, {
      "theme/tokens.ts": 'export default { faces: { text: { files: "Mono.woff2", fallback: "monospace" } } };',
    });
    // Nothing uses the other file.
    await expect(read()).rejects.toThrow("theme/fonts/Code.woff2 is not used by the theme");
    writeFiles(siteDir, {
      "theme/tokens.ts":
        'export default { faces: { text: { files: "Mono.woff2", fallback: "monospace" }, code: "Code.woff2" } };',
    });
    const { advice } = await read();
    expect(advice.map(formatProblem)).toEqual(
      advice.map(() => expect.stringMatching(/^theme\/fonts\/\w+\.woff2 lacks .*, which are taken from another face/)),
    );
  });

  it("of the reader's machine loads nothing, and the words of diagrams stay in ours", async () => {
    writeFiles(siteDir, {
      "theme/tokens.ts": "export default { faces: { text: { system: 'system-ui, \"Segoe UI\", sans-serif' } } };",
    });
    const theme = await read();
    expect(theme.assets.textFont).toBeUndefined();
    expect(stylesOf(theme)).toContain("font:106.25%/1.55 system-ui,Segoe UI,sans-serif");
    expect(stylesOf(theme)).not.toContain(".diagram text{font-family:Text");
    expect(stylesOf(theme, '<html><body><figure class="diagram">')).toContain(
      ".diagram text{font-family:Text,Georgia,serif}",
    );
  });
});
