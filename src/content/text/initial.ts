/** Under which letter a dictionary of a language has a word. */

/** What is no word stands under this. */
export const DIGITS = "digits";

/** Two letters that are one in a language's alphabet. */
const DIGRAPHS: Readonly<Record<string, readonly string[]>> = {
  cs: ["CH"],
  hr: ["DŽ", "LJ", "NJ"],
  hu: ["DZS", "CS", "DZ", "GY", "LY", "NY", "SZ", "TY", "ZS"],
  sk: ["DŽ", "CH"],
};
/** Letters that some languages have, and others take for two. */
const JOINED: Readonly<Record<string, string>> = { Æ: "AE", Œ: "OE", ẞ: "SS" };

/** The first syllable of each row of kana. */
const ROWS = "あかさたなはまやらわ";
/** Kanji have several readings, and a text does not say which. */
const KANJI = "漢字";
const CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const DOUBLED: Readonly<Record<string, string>> = { ㄲ: "ㄱ", ㄸ: "ㄷ", ㅃ: "ㅂ", ㅆ: "ㅅ", ㅉ: "ㅈ" };

/** By pinyin, the first character of each Latin letter; by strokes, the first of each number from one on, in the order of CLDR's collations. */
const PINYIN: readonly [first: string, letter: string][] = [..."阿八嚓咑妸发旮哈丌咔垃妈拏噢妑七呥仨他穵夕丫帀"].map(
  (first, at) => [first, "ABCDEFGHJKLMNOPQRSTWXYZ".charAt(at)],
);
const STROKES: readonly [first: string, letter: string][] = [..."一丁万不且丞串並亭乘乾傀亂僎僵儐償儱劖"].map(
  (first, at) => [first, at < 18 ? `${at + 1}畫` : "19畫以上"],
);

/**
 * In capitals where the script has them: `Ä` is under A in German and a letter of its own in Swedish; Japanese is by rows of
 * kana, Korean by the first consonant, Chinese by pinyin or (in traditional characters) by strokes.
 *
 * @param language BCP 47, of the index.
 */
export function initialOf(word: string, language: string): string {
  const first =
    word
      .trim()
      .match(/^[\p{L}\p{M}]+/u)?.[0]
      .normalize("NFC") ?? "";
  const letter = [...first][0];
  if (!letter) return DIGITS;
  if (/\p{Script=Han}/u.test(letter)) return ofCharacter(letter, language);
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter)) return ofKana(letter);
  if (/[가-힣]/.test(letter)) return ofHangul(letter);
  const capitals = first.toLocaleUpperCase(language);
  const digraph = DIGRAPHS[new Intl.Locale(language).language]?.find((one) => capitals.startsWith(one));
  return digraph ?? ofAlphabet(/^[เแโใไເແໂໃໄ]/.test(capitals) ? capitals.slice(1) : capitals, language);
}

/** Letters that the language tells apart stay themselves; accents go from those that it does not. */
function ofAlphabet(capitals: string, language: string): string {
  const letter = [...capitals][0] ?? "";
  const plain = JOINED[letter] ?? letter.normalize("NFD").replace(/(?<=.)\p{M}+/gu, "");
  const { compare } = new Intl.Collator(language, { sensitivity: "base" });
  return compare(letter, plain) === 0 ? ([...plain][0] ?? letter) : letter;
}

function ofCharacter(character: string, language: string): string {
  const { language: base, script } = new Intl.Locale(language).maximize();
  if (base === "ja") return KANJI;
  if (base !== "zh") return character;
  const [locale, firsts] = script === "Hant" ? (["zh-Hant", STROKES] as const) : (["zh-Hans", PINYIN] as const);
  const { compare } = new Intl.Collator(locale);
  return firsts.findLast(([first]) => compare(first, character) <= 0)?.[1] ?? character;
}

function ofKana(letter: string): string {
  const { compare } = new Intl.Collator("ja", { sensitivity: "base" });
  return [...ROWS].findLast((first) => compare(first, letter) <= 0) ?? letter;
}

/** Syllables stand in the order of their consonants, 588 for each. */
function ofHangul(syllable: string): string {
  const consonant = CONSONANTS.charAt(Math.floor((syllable.charCodeAt(0) - 0xac00) / 588));
  return DOUBLED[consonant] ?? consonant;
}
