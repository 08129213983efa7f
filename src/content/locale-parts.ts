/** The calendar and the digits that a site's dates and numbers are in, where they are not the usual ones of the language. */
import { z } from "zod";
import { didYouMean } from "./problems/nearest-name.ts";
import { refusing } from "./refusal.ts";

/** A calendar by its name in the Unicode CLDR, such as `persian`. */
export const Calendar = oneOf("a calendar such as persian, buddhist or japanese", "calendar");
/** Digits by the name of their system, such as `arab`. */
export const Numbers = oneOf("digits such as arab, arabext, deva or latn", "numberingSystem");

function oneOf(what: string, kind: Parameters<typeof Intl.supportedValuesOf>[0]) {
  return z.string({ error: `must be ${what}` }).check(
    refusing((name) => {
      // Asked only here: it has Node load its data of locales, which takes a build that finds nothing to do 5 % more time.
      const names = Intl.supportedValuesOf(kind);
      if (names.includes(name)) return undefined;
      return { message: `must be ${what}, and is "${name}"`, hint: didYouMean(name, names) };
    }),
  );
}
