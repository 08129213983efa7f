/**
 * Folds different spellings of a word into one. A query does not tell its language, so all rules apply to all: each is about
 * letters of a few languages and harmless in the others.
 */

/** Full-width and half-width forms, ligatures, and Arabic letters in their joined forms. */
const COMPATIBLE = /[\ufb00-\ufdff\ufe70-\ufefc\uff01-\uffef]/g;
/** Soft hyphens, joiners (Persian sets its suffixes apart by one), marks of direction, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\u0640/gu;
/**
 * Accents, the points of Hebrew and Arabic, and the dots of Indic consonants (nukta), which are often not typed. Marks that make
 * another letter or syllable stay: й and ї, the vowels of Indic scripts and of Thai, the voicing of kana.
 */
const MARKS =
  /(?!(?<=[иИуУ])\u0306|(?<=[іІ])\u0308|[\u3099\u309a])(?=\p{M})[\p{sc=Zinh}\p{sc=Hebr}\p{sc=Arab}]|[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc]/gu;
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  ẞ: "ss",
  ı: "i",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ς: "σ",
  // Persian, Urdu and Arabic have letters of their own for the same sounds, and keyboards mix them.
  ک: "ك",
  ی: "ي",
  ى: "ي",
  ې: "ي",
  ے: "ي",
  ة: "ه",
  ۀ: "ه",
  ہ: "ه",
  ھ: "ه",
  ە: "ه",
  ٱ: "ا",
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const OTHER_DIGITS = /(?![0-9])\p{Nd}/gu;
const PLAIN = /^[\0-\x7f]*$/;

/** In lower case, without accents: `Größe` → `grosse`, `ＳＱＬ` → `sql`, `İstanbul` → `istanbul`, `ёлка` → `елка`, `۱۲` → `12`. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .replace(COMPATIBLE, (character) => character.normalize("NFKC"))
    .replace(INVISIBLE, "")
    .normalize("NFD")
    .replace(MARKS, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(OTHER_DIGITS, digit);
}

/** Up to U+FFFF, digits follow a zero whose code ends in 0, or in 6 where that ten begins with other signs. */
function digit(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x660 || character.length > 1) return character.normalize("NFKC");
  const last = code % 16;
  return String(/\p{Nd}/u.test(String.fromCharCode(code - last)) ? last : last - 6);
}
