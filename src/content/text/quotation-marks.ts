/**
 * The quotation marks of each language, outer and inner, as the Unicode CLDR has them (release 48.2, `delimiters` of
 * cldr-misc-full). Where it gives the same marks inside as outside, or is at odds with a language's own academy, ours are
 * the ones that are taught: French, Dutch and Spanish.
 */
import { onceForEach } from "../once-for-each.ts";

/** Opening and closing, outside and inside. */
export type QuotationMarks = [string, string, string, string];

const ENGLISH = "“ ” ‘ ’";

/** The marks, and the languages that have them; what is in no line has those of English. */
const MARKS: [marks: string, languages: string][] = [
  ["« » “ ”", "fr es"],
  ["‘ ’ “ ”", "nl"],
  ["« » « »", "ht hy oc yav"],
  ["« » ‘ ’", "dua el-polyton ksf nb nn no rw"],
  [
    "« » “ ”",
    "ast blo bm br ca cv dyo el es-US eu ewo ie it kab kk lij mg mua nnh pms pt-AO pt-CH pt-CV pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-PT pt-ST pt-TL sc sg ti",
  ],
  ["« » ” “", "fr-CA"],
  ["« » „ “", "bas be bua ky os ru sah tyv uk"],
  ["« » „ ”", "shi zgh"],
  ["« » ‹ ›", "am az-Arab az-Cyrl fa fr-CH gsw jgo kkj mzn rm sdh wae"],
  ["» « › ‹", "kk-Arab ug"],
  ["‘ ’ “ ”", "fur ia ti-ER tn"],
  ["“ ’ “ ”", "st"],
  ["“ ” « »", "eo"],
  ["“ ” ‘ ’", "bm-Nkoo ff-Adlm uz-Arab uz-Cyrl"],
  ["“ ” ’ ‘", "uz"],
  ["“ ” “ ”", "tk"],
  ["” “ ’ ‘", "ar lld ms-Arab syr ur"],
  ["” ” ’ ’", "fi he lag rn se sn sv yi"],
  ["„ “ « »", "ka"],
  ["„ “ ‚ ‘", "bs-Cyrl cs de dsb et hr hsb is ksh lb luy mk nds sk sl"],
  ["„ “ „ “", "bg lt prg sgs"],
  ["„ ” « »", "nmg pl ro"],
  ["„ ” » «", "hu szl"],
  ["„ ” ‘ ’", "bs"],
  ["„ ” ’ ’", "sr"],
  ["„ ” ‚ ’", "agq ff"],
  ["「 」 『 』", "ja yue zh-Hant"],
];

const byLanguage = new Map(
  MARKS.flatMap(([marks, languages]) => languages.split(" ").map((language) => [language, marks])),
);

/** For a BCP 47 tag: of the tag itself, else of its language in its region or script, else of its language. */
export const quotationMarksOf = onceForEach((tag): QuotationMarks => {
  const { language, region, script } = new Intl.Locale(tag).maximize();
  const names = [tag, `${language}-${region}`, `${language}-${script}`, language];
  const marks = names.map((name) => byLanguage.get(name)).find((found) => found !== undefined) ?? ENGLISH;
  const [open = "", close = "", innerOpen = "", innerClose = ""] = marks.split(" ");
  // French sets guillemets apart, by a space that no line ends at; Swiss French does not.
  if (language !== "fr" || region === "CH") return [open, close, innerOpen, innerClose];
  return [`${open}\u202F`, `\u202F${close}`, innerOpen, innerClose];
});
