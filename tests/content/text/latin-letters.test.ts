/** Words in Latin letters, as each language spells them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorOf, isSlug, slugOf } from "../../../src/content/text/slug.ts";

const NAMES = {};

describe("a slug in Latin letters", () => {
  it.each([
    ["de", "Über Öl, Straßen & Ärger", "ueber-oel-strassen-und-aerger"],
    ["de-AT", "C++ & C# zu 100 %", "c-plus-plus-und-c-sharp-zu-100-prozent"],
    ["tr", "%50 R&D", "yuzde-50-r-ve-d"],
    ["ja", "R&D", "r-and-d"],
    ["sv", "Ärger på Åse", "arger-pa-ase"],
    ["da", "Æble, Øre, Åse", "aeble-oere-aase"],
    ["fr", "L’œuvre d’été", "l-oeuvre-d-ete"],
    ["tr", "İşlem ILIK çığ", "islem-ilik-cig"],
    ["pl", "Łódź, żółć", "lodz-zolc"],
    ["vi", "Tiếng Việt, đường", "tieng-viet-duong"],
    ["ru", "Я ещё съел щенка", "ya-eshche-sel-shchenka"],
    ["uk", "Україна, згода, їжак і Наталія", "ukraina-zghoda-yizhak-i-nataliia"],
    ["bg", "България: щастие и ъгъл", "balgariya-shtastie-i-agal"],
    ["sr", "Џез, љубав, живот", "dzez-ljubav-zivot"],
    ["el", "Ευχαριστώ, αύριο: ουρανός, άγγελος, μπάλα", "efcharisto-avrio-ouranos-angelos-bala"],
    ["ja", "データベースとファイル", "detabesutofairu"],
    ["ja", "しゃしん きっぷ マッチ チェック ウィキ", "shashin-kippu-matchi-chekku-wiki"],
    ["zh", "数据库索引 PostgreSQL", "shu-ju-ku-suo-yin-postgresql"],
    ["zh-TW", "資料庫", "zi-liao-ku"],
    ["ko", "데이터베이스, 한국어, 독립, 신라", "deiteobeiseu-hangugeo-dongnip-silla"],
    ["hi", "कतार, ताले और हिन्दी", "katar-tale-aur-hindi"],
    ["kn", "ಕನ್ನಡ", "kannada"],
    ["ka", "საქართველო", "sakartvelo"],
    ["ar", "٣ أقفال", "3-qfl"],
    ["en", "Row-level security, C++", "row-level-security-c-plus-plus"],
    ["en", "🚀", "u1f680"],
  ])("%s: %s", (language, text, slug) => {
    expect(slugOf(text, { language, names: NAMES })).toBe(slug);
  });

  it("keeps kanji in Japanese, unless the author says how they are read", () => {
    expect(slugOf("東京タワーの夜", { language: "ja", names: NAMES })).toBe("東京-tawano-夜");
    const names = { 東京: "tokyo", 東京タワー: "tokyo-tower", 夜: "yoru" };
    expect(slugOf("東京タワーの夜", { language: "ja", names })).toBe("tokyo-tower-no-yoru");
    expect(slugOf("東京", { language: "ja", names })).toBe("tokyo");
  });

  it("takes a name for whole words, in any case", () => {
    const spelling = { language: "ru", names: { Чайковский: "tchaikovsky", "C++": "cpp" } };
    expect(slugOf("чайковский и C++", spelling)).toBe("tchaikovsky-i-cpp");
    expect(slugOf("Чайковского", spelling)).toBe("chaykovskogo");
  });

  it("is valid for any text, and the same for what it has made", () => {
    const spelling = fc
      .constantFrom("de", "uk", "el", "ja", "ko", "hi", "zh")
      .map((language) => ({ language, names: NAMES }));
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(text, spelling, (name, how) => {
        const slug = slugOf(name, how);
        expect(slug).toSatisfy(isSlug);
        expect(slugOf(slug, how)).toBe(slug);
      }),
      { numRuns: 1000 },
    );
  });
});

it("the anchor of a heading is in Latin letters, too", () => {
  expect(anchorOf("Wer hält Öl?", { language: "de", names: NAMES })).toBe("wer-haelt-oel");
  expect(anchorOf("Wer hält Öl?")).toBe("wer-hält-öl");
});
