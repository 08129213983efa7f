/** Warns of titles with letters that share images can't show, and names a package that has them. */
import type { Entry } from "../content/entry.ts";
import type { Problem } from "../content/problems/problem.ts";
import type { Typeface } from "../pictures/typeface.ts";

/** Fontsource's packages by script; Chinese and Japanese share one, so theirs go by language. */
const PACKAGES: readonly [script: RegExp, name: string][] = [
  [/\p{sc=Hira}|\p{sc=Kana}/u, "noto-serif-jp"],
  [/\p{sc=Hang}/u, "noto-serif-kr"],
  [/\p{sc=Arab}/u, "noto-naskh-arabic"],
  [/\p{sc=Hebr}/u, "noto-serif-hebrew"],
  [/\p{sc=Deva}/u, "noto-serif-devanagari"],
  [/\p{sc=Beng}/u, "noto-serif-bengali"],
  [/\p{sc=Taml}/u, "noto-serif-tamil"],
  [/\p{sc=Telu}/u, "noto-serif-telugu"],
  [/\p{sc=Thai}/u, "noto-serif-thai"],
  [/\p{sc=Geor}/u, "noto-serif-georgian"],
  [/\p{sc=Armn}/u, "noto-serif-armenian"],
];

/** One warning for each package, at the newest entry that needs it. */
export function adviseOnLetters(entries: readonly Entry[], typeface: Typeface): Problem[] {
  const advice = new Map<string, Problem>();
  for (const { file, title, lang } of entries) {
    const missing = [...new Set(title.match(/\p{L}/gu))].filter((letter) => !typeface.has(letter));
    const name = packageFor(missing.join(""), lang);
    if (!name || advice.has(name)) continue;
    const message = `the picture of this title for those who share it would lack ${missing.slice(0, 8).join(" ")}, and has the address in its place`;
    const hint = `npm install @fontsource/${name}, and write shareImages: { faces: ["@fontsource/${name}"] } in _data/site.ts`;
    advice.set(name, { file, field: "title", message, hint });
  }
  return [...advice.values()];
}

/** Undefined if no letter is missing, or no package has it. */
function packageFor(letters: string, lang: string): string | undefined {
  if (!letters) return undefined;
  const { language, script } = new Intl.Locale(lang).maximize();
  if (/\p{sc=Han}/u.test(letters)) {
    if (language === "ja") return "noto-serif-jp";
    return script === "Hant" ? "noto-serif-tc" : "noto-serif-sc";
  }
  return PACKAGES.find(([pattern]) => pattern.test(letters))?.[1];
}
