/**
 * Text in Latin letters, for addresses: `Über Öfen` → `ueber oefen` in German, `я` → `ya`. The table of any-ascii has a
 * spelling for each letter; what a language spells otherwise, or what follows from several letters, is said here.
 */

import anyAscii from "any-ascii";
import { escapeRegExp } from "./escape-reg-exp.ts";

/** How words are spelt in Latin letters. */
export interface Spelling {
  /** BCP 47. */
  readonly language: string;
  /** The author's own spellings of words: `{ 東京: "tokyo" }`. */
  readonly names: Readonly<Record<string, string>>;
}

type Letters = Readonly<Record<string, string>>;

const GERMAN: Letters = { ä: "ae", ö: "oe", ü: "ue" };
const SCANDINAVIAN: Letters = { æ: "ae", ø: "oe", å: "aa" };
const SOUTH_SLAVIC: Letters = {
  ...{ ж: "z", ч: "c", ш: "s", х: "h", ц: "c", ј: "j", љ: "lj", њ: "nj", ђ: "dj", ћ: "c", џ: "dz" },
  ...{ ѓ: "gj", ќ: "kj", ѕ: "dz" },
};
/** By the resolution of Ukraine's cabinet of 2010, which tells the first letter of a word from the others. */
const UKRAINIAN: Letters = {
  ...{ зг: "zgh", г: "h", ґ: "g", и: "y", й: "i", є: "ie", ї: "i", ю: "iu", я: "ia" },
};
const UKRAINIAN_FIRST: Letters = { й: "y", є: "ye", ї: "yi", ю: "yu", я: "ya" };

/** By the language's first part. */
const LETTERS: Readonly<Record<string, Letters>> = {
  ...{ de: GERMAN, gsw: GERMAN, lb: GERMAN },
  ...{ da: SCANDINAVIAN, nb: SCANDINAVIAN, nn: SCANDINAVIAN, no: SCANDINAVIAN },
  ...{ sr: SOUTH_SLAVIC, mk: SOUTH_SLAVIC, bs: SOUTH_SLAVIC },
  ...{ be: { г: "h" }, bg: { щ: "sht", ъ: "a", х: "h", ь: "y" }, uk: UKRAINIAN },
};

/** Greek letters that are one sound together, by ELOT 743. */
const GREEK_PAIRS: readonly [pair: RegExp, latin: string][] = [
  [/ο[υύ]/g, "ou"],
  [/([αεη])[υύ](?=[αάβγδεέζηήιίλμνοόρυύωώ])/g, "$1v"],
  [/([αεη])[υύ]/g, "$1f"],
  [/γ(?=[γχξ])/g, "n"],
  [/(?<!\p{L})μπ/gu, "b"],
];

/** Letters, marks and digits, in runs that are read in one way. */
const RUN =
  /\p{Script=Han}+|[\p{Script=Hiragana}\p{Script=Katakana}ー]+|[가-힣]+|[\u0900-\u0d7f]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー가-힣\u0900-\u0d7f])[\p{L}\p{M}\p{Nd}])+/gu;
const HAN = /\p{Script=Han}/u;
/** Between words of these scripts there are no spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/**
 * In lower case; what is no letter stays as it is. Chinese is in pinyin, syllable by syllable. Kanji stay in Japanese, since a
 * text does not say how they are read, unless the author has said it.
 */
export function inLatinLetters(text: string, { language, names }: Spelling): string {
  const base = new Intl.Locale(language).language;
  const lower = withNames(text.normalize("NFC"), names).toLocaleLowerCase(language).normalize("NFC");
  return withLetters(lower, base).replace(RUN, (run: string) => {
    if (HAN.test(run)) return base === "ja" ? ` ${run} ` : ` ${[...run].map(plain).join(" ")} `;
    if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run)) return ofKana(run);
    if (/[가-힣]/.test(run)) return ofHangul(run);
    return plain(withInherentVowels(run));
  });
}

/** Letters and digits of the table alone: it has apostrophes for what has no letter. */
function plain(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** The longest first, since a name may begin with another; whole words only, where there are spaces between words. */
function withNames(text: string, names: Spelling["names"]): string {
  const spelt = new Map(Object.entries(names).map(([name, latin]) => [name.normalize("NFC").toLowerCase(), latin]));
  if (spelt.size === 0) return text;
  const sources = [...spelt.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => {
      const source = escapeRegExp(name);
      return UNSPACED.test(name) ? source : `(?<![\\p{L}\\p{M}\\p{N}])${source}(?![\\p{L}\\p{M}\\p{N}])`;
    });
  const written = new RegExp(sources.join("|"), "giu");
  return text.replace(written, (name) => ` ${spelt.get(name.toLowerCase()) ?? name} `);
}

function withLetters(text: string, base: string): string {
  if (base === "el") return GREEK_PAIRS.reduce((rest, [pair, latin]) => rest.replace(pair, latin), text);
  const letters = LETTERS[base];
  if (!letters) return text;
  const first =
    base === "uk" ? text.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => UKRAINIAN_FIRST[letter] ?? letter) : text;
  return first.replace(new RegExp(Object.keys(letters).join("|"), "g"), (letter) => letters[letter] ?? letter);
}

/** Hepburn's, without long vowels: `しゃ` is sha, `っち` is tchi, `ファ` is fa. */
function ofKana(run: string): string {
  const hiragana = run.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
  return hiragana
    .replace(/([きぎしじちぢにひびぴみり])([ゃゅょ])/g, (_, kana: string, small: string) => {
      const consonant = plain(kana).slice(0, -1);
      return /^(?:sh|ch|j|z)$/.test(consonant) ? consonant + plain(small).slice(1) : consonant + plain(small);
    })
    .replace(/う([ぃぇぉ])/g, (_, small: string) => `w${plain(small)}`)
    .replace(/(\p{Script=Hiragana})([ぁぃぅぇぉ])/gu, (_, kana: string, small: string) => {
      return plain(kana).slice(0, -1) + plain(small);
    })
    .replace(/[^っ]+/g, (rest) => plain(rest))
    .replace(/っ+(?=([a-z]?))/g, (_, next: string) => (/[aeioun]/.test(next) ? "" : next === "c" ? "t" : next));
}

const INITIALS = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ");
const VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
/** How a final is said before a consonant, and before a vowel, which takes it over. */
const FINALS: readonly [before: string, taken: string][] = [
  ...(["", "k g", "k kk", "k ks", "n n", "n nj", "n n", "t d", "l r", "k lg", "m lm", "l lb"] as const),
  ...(["l ls", "l lt", "p lp", "l r", "m m", "p b", "p ps", "t s", "t ss", "ng ng", "t j"] as const),
  ...(["t ch", "k k", "t t", "p p", "t"] as const),
].map((pair) => {
  const [before = "", taken = ""] = pair.split(" ");
  return [before, taken];
});
/** What two consonants that meet become, by the Revised Romanization. */
const MEETING: readonly [pair: RegExp, latin: string][] = [
  [/k-(?=[nm]|r)/g, "ng-"],
  [/t-(?=[nm]|r)/g, "n-"],
  [/p-(?=[nm]|r)/g, "m-"],
  [/(?:l-[rn]|n-r)/g, "l-l"],
  [/(m|ng)-r/g, "$1-n"],
];

/** The Revised Romanization of Korean; each syllable is 588 times its first consonant, 28 times its vowel, and its final. */
function ofHangul(run: string): string {
  const syllables = [...run].map((syllable) => {
    const at = syllable.charCodeAt(0) - 0xac00;
    return {
      initial: INITIALS[Math.floor(at / 588)] ?? "",
      vowel: VOWELS[Math.floor(at / 28) % 21] ?? "",
      final: at % 28,
    };
  });
  const joined = syllables.map(({ initial, vowel, final }, index) => {
    const next = syllables[index + 1];
    const [before = "", taken = ""] = FINALS[final] ?? [];
    const end = next && final > 0 ? (next.initial === "" ? taken : `${before}-`) : before;
    return initial + vowel + end;
  });
  return MEETING.reduce((rest, [pair, latin]) => rest.replace(pair, latin), joined.join("")).replaceAll("-", "");
}

/**
 * Consonants of Indic scripts, whose blocks are alike, have an `a` where no other vowel or virama follows; Hindi and its
 * relatives do not say it at the end of a word.
 */
function withInherentVowels(run: string): string {
  const characters = [...run];
  return characters
    .map((character, index) => {
      const code = character.charCodeAt(0);
      if (code < 0x900 || code > 0xd7f) return character;
      const next = characters.slice(index + 1).find((one) => one.charCodeAt(0) % 0x80 !== 0x3c);
      const isConsonant = code % 0x80 >= 0x15 && code % 0x80 <= 0x39;
      const place = next === undefined ? undefined : next.charCodeAt(0) % 0x80;
      const hasOwn = place !== undefined && place >= 0x3e && place <= 0x4d;
      const isSilent = place === undefined && code < 0xb80;
      return isConsonant && !hasOwn && !isSilent ? `${character}a` : character;
    })
    .join("");
}
