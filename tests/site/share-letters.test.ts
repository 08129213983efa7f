/** Titles in letters that our face lacks: a build says what to install, and with it draws them. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { legibleCard } from "../../src/pictures/share-words.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { readShareFaces } from "../../src/reading/read-share-faces.ts";
import { adviseOnLetters } from "../../src/site/share-letters.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { TINY_THEME } from "../support/tiny-theme.ts";

const folder = useTemporaryFolder();
const LATIN = "src/theme/fonts/serif-roman.woff2";
const GREEK = "src/theme/fonts/serif-roman-greek.woff2";

function install(name: string, files: Record<string, string>): void {
  const at = join(folder, "node_modules", name);
  mkdirSync(join(at, "files"), { recursive: true });
  writeFileSync(join(at, "package.json"), "{}");
  for (const [to, from] of Object.entries(files)) cpSync(from, join(at, "files", to));
}

describe("letters that share images lack", () => {
  it.each([
    ["ja", "行ロックの話", "noto-serif-jp"],
    ["ja", "索引", "noto-serif-jp"],
    ["zh-CN", "数据库", "noto-serif-sc"],
    ["zh-TW", "資料庫", "noto-serif-tc"],
    ["ko", "데이터베이스", "noto-serif-kr"],
    ["ar", "الأقفال", "noto-naskh-arabic"],
    ["he", "מנעולים", "noto-serif-hebrew"],
    ["hi", "ताले", "noto-serif-devanagari"],
  ])("in %s, %s: the package is named", (lang, title, name) => {
    const { entries } = tinyContent({
      posts: [
        { slug: "a", title, lang },
        { slug: "b", title, lang },
      ],
    });
    const advice = adviseOnLetters(entries, TINY_THEME.shareTypeface);
    expect(advice.map(({ field, hint }) => [field, hint?.includes(`npm install @fontsource/${name},`)])).toEqual([
      ["title", true],
    ]);
  });

  it.each(["Öfen & Äpfel", "Łódź", "Ёлка", "Άνθρωπος", "Tiếng Việt", "An emoji 🎉"])(
    "nothing is said of %s",
    (title) => {
      expect(adviseOnLetters(tinyContent({ posts: [{ slug: "a", title }] }).entries, TINY_THEME.shareTypeface)).toEqual(
        [],
      );
    },
  );
});

describe("faces from packages", () => {
  const own = new Typeface([readFileSync(LATIN)], "own");

  it("have the letters that ours lacks, and go by another name", () => {
    install("@fonts/greek", { "greek-400-normal.woff2": GREEK, "greek-700-italic.woff2": LATIN });
    const faces = readShareFaces(folder, ["@fonts/greek"], own);
    expect(own.has("λόγος")).toBe(false);
    expect(faces).toMatchObject({ ok: true });
    if (!faces.ok) return;
    expect(faces.value.typeface.has("λόγος Logos")).toBe(true);
    expect(faces.value.typeface.name).not.toBe(own.name);
    expect(faces.value.files.map((file) => file.slice(folder.length))).toEqual([
      "/node_modules/@fonts/greek/files/greek-400-normal.woff2",
    ]);
  });

  it("are missed by name where they are not installed, and where they are no fonts", () => {
    install("no-fonts", {});
    const faces = readShareFaces(folder, ["@fonts/none", "no-fonts"], own);
    expect(faces.ok ? [] : faces.problems.map(({ message, hint }) => [message, hint])).toEqual([
      ["there is no package @fonts/none", "npm install @fonts/none"],
      [
        "the package no-fonts has no upright face of the regular weight",
        "name a package of fonts, such as @fontsource/noto-serif-jp",
      ],
    ]);
  });
});

it("a title without spaces may end its lines between words, and not before a closing mark", () => {
  const typeface = { has: () => true } as unknown as Typeface; // a face with every letter
  const { title } = legibleCard({ title: "機械学習（入門）の話。SQL編", foot: "x", address: "x/" }, typeface);
  expect(title.replaceAll("\u200b", "|")).toMatch(/^機械\|学習\|（入門）\|?の\|話。\|SQL\|編$/);
});
