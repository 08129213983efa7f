/**
 * The letters that the theme's faces are published with. Each alphabet is a file of its own in each face, and a page
 * loads those that it has letters of; the western one is on every page.
 */

/** A range of code points, both ends included. */
export type Block = readonly [first: number, last: number];

export interface Alphabet {
  name: string;
  /** The blocks whose characters it takes, as far as a face has them and no alphabet above has taken them. */
  blocks: readonly Block[];
  /** What may not be missing, in every face. */
  letters: string;
}

const PUNCTUATION = "–—‘’‚“”„†‡•…‹›⁄€™−×÷≤≥≠≈∞→←↑↓§¶№′″";

export const WESTERN: Alphabet = {
  name: "western",
  blocks: [[0x20, 0x7e], [0xa0, 0xff], ...[...`ŒœŸ${PUNCTUATION}\u2009\u202f`].map((character) => blockOf(character))],
  letters: `ABCXYZabcxyz0123456789ÀÄÅÆÇÉÑÖØÜßàäåæçéñöøüÿŒœŸ${PUNCTUATION}`,
};

/** Loaded where a page has a letter of theirs. */
export const FURTHER: readonly Alphabet[] = [
  {
    name: "latin",
    blocks: [[0x100, 0x24f]],
    letters: "ĀāĂăĄąĆćĊċČčĎďĐđĒēĖėĘęĚěĞğĠġĢģĦħĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŌōŐőŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŴŵŶŷŹźŻżŽžƠơƯưȘșȚț",
  },
  {
    name: "vietnamese",
    blocks: [
      [0x300, 0x36f],
      [0x1e00, 0x1eff],
    ],
    letters: "ẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹẞẀẁẂẃẄẅ",
  },
  {
    name: "greek",
    blocks: [
      [0x370, 0x3ff],
      [0x1f00, 0x1fff],
    ],
    letters: "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏΪΫαβγδεζηθικλμνξοπρςστυφχψωάέήίόύώϊϋΐΰ",
  },
  {
    name: "cyrillic",
    blocks: [[0x400, 0x52f]],
    letters:
      "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяЁёЄєІіЇїҐґЎўЂђЃѓЅѕЈјЉљЊњЋћЌќЏџӘәҒғҚқҢңӨөҰұҮүҺһ",
  },
  {
    name: "symbols",
    blocks: [
      [0x250, 0x2ff],
      [0x2000, 0x2bff],
      [0xfb00, 0xfb06],
    ],
    letters: "⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉ⁿ⅓⅔⅛⅜⅝⅞√∂∆∏∑∫↖↗↘↙▲▼☐☑✓₹₽₺ﬁﬂ",
  },
];

/** Stands behind every footnote, and is no reason to load an alphabet: any font of the reader's will do. */
const BACK_TO_THE_TEXT = "\\u{21a9}";

/** Finds a letter, before a page's tags, for which it needs a further alphabet: of a block of this one, and not of the western. */
export function patternOf({ blocks }: Alphabet): RegExp {
  return new RegExp(`^[^<]*[[${rangesOf(blocks)}]--[${rangesOf(WESTERN.blocks)}${BACK_TO_THE_TEXT}]]`, "v");
}

function rangesOf(blocks: readonly Block[]): string {
  return blocks.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join("");
}

function blockOf(character: string): Block {
  const codePoint = character.codePointAt(0) ?? 0;
  return [codePoint, codePoint];
}
