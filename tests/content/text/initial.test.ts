/** A dictionary of each language has a word under the letter that its readers look under. */
import { expect, it } from "vitest";
import { initialOf } from "../../../src/content/text/initial.ts";

it.each([
  ["de", "Ärger", "A"],
  ["de", "ofen", "O"],
  ["sv", "Ärger", "Ä"],
  ["sv", "åsa", "Å"],
  ["da", "æble", "Æ"],
  ["fr", "œuf", "O"],
  ["fr", "été", "E"],
  ["es", "ñandú", "Ñ"],
  ["tr", "ılık", "I"],
  ["tr", "ince", "İ"],
  ["tr", "çıktı", "Ç"],
  ["cs", "chleba", "CH"],
  ["cs", "cibule", "C"],
  ["cs", "česko", "Č"],
  ["hu", "zseb", "ZS"],
  ["pl", "łódź", "Ł"],
  ["ru", "ёлка", "Е"],
  ["ru", "йод", "Й"],
  ["el", "άνθρωπος", "Α"],
  ["ar", "أقفال", "ا"],
  ["he", "שָׁלוֹם", "ש"],
  ["hi", "हिन्दी", "ह"],
  ["th", "เซิร์ฟเวอร์", "ซ"],
  ["ja", "サーバー", "さ"],
  ["ja", "ぱん", "は"],
  ["ja", "東京", "漢字"],
  ["ko", "까치", "ㄱ"],
  ["zh", "数据库", "S"],
  ["zh", "安全", "A"],
  ["zh-TW", "一致", "1畫"],
  ["zh-TW", "資料庫", "13畫"],
  ["zh-Hant-HK", "檔案", "17畫"],
  ["en", "über", "U"],
  ["en", "3D", "digits"],
  ["en", "", "digits"],
])("in %s %s is under %s", (language, word, initial) => {
  expect(initialOf(word, language)).toBe(initial);
});
