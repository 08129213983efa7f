/** The writing direction of a language. */
import { onceForEach } from "../once-for-each.ts";

const RIGHT_TO_LEFT = new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"]);

/** Of a BCP 47 tag, by the script that it names or is usually written in. */
export const directionOf: (lang: string) => "ltr" | "rtl" = onceForEach((lang) =>
  RIGHT_TO_LEFT.has(new Intl.Locale(lang).maximize().script ?? "") ? "rtl" : "ltr",
);
