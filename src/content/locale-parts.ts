/** The calendar and the digits that a site's dates and numbers are in, where they are not the usual ones of the language. */
import { z } from "zod";
import { didYouMean } from "./problems/nearest-name.ts";
import { refusing } from "./refusal.ts";

/** A calendar by its name in the Unicode CLDR, such as `persian`. */
export const Calendar = oneOf("a calendar such as persian, buddhist or japanese", Intl.supportedValuesOf("calendar"));
/** Digits by the name of their system, such as `arab`. */
export const Numbers = oneOf("digits such as arab, arabext, deva or latn", Intl.supportedValuesOf("numberingSystem"));

function oneOf(what: string, names: readonly string[]) {
  return z.string({ error: `must be ${what}` }).check(
    refusing((name) => {
      if (names.includes(name)) return undefined;
      return { message: `must be ${what}, and is "${name}"`, hint: didYouMean(name, names) };
    }),
  );
}
