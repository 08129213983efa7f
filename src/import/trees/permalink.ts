/** Addresses by a pattern of places, as engines write them: `/:year/:month/:title/`. */
import type { Temporal } from "temporal-polyfill";

/** Values of the places that all engines have, from a date in the site's zone. */
export function datePlaces(moment: Temporal.ZonedDateTime | undefined): Record<string, string> {
  if (!moment) return {};
  const two = (value: number) => String(value).padStart(2, "0");
  const name = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" }).format(
      new Date(Date.UTC(moment.year, moment.month - 1, moment.day)),
    );
  return {
    ...{ year: String(moment.year), month: two(moment.month), day: two(moment.day) },
    ...{ i_month: String(moment.month), i_day: String(moment.day), short_year: two(moment.year % 100) },
    ...{ hour: two(moment.hour), minute: two(moment.minute), second: two(moment.second) },
    ...{ y_day: String(moment.dayOfYear).padStart(3, "0"), yearday: String(moment.dayOfYear) },
    ...{
      monthname: name({ month: "long" }).toLowerCase(),
      weekdayname: name({ weekday: "long" }).toLowerCase(),
      weekday: String(moment.dayOfWeek % 7),
    },
    ...{
      short_month: name({ month: "short" }),
      long_month: name({ month: "long" }),
      short_day: name({ weekday: "short" }),
      long_day: name({ weekday: "long" }),
    },
    ...{ week: two(moment.weekOfYear ?? 0) },
  };
}

/** A place without a value is left out; `//` becomes `/`. */
export function filledPattern(pattern: string, places: Readonly<Record<string, string>>): string {
  const filled = pattern.replace(/:([a-z_]+)/gi, (written, name: string) => {
    if (name in places) return places[name] ?? "";
    // The longest place that the name begins with: ":yearly" is ":year" and "ly".
    const known = Object.keys(places)
      .filter((key) => name.startsWith(key))
      .sort((a, b) => b.length - a.length)[0];
    return known === undefined
      ? /^(categories|section|sections|category)$/.test(name)
        ? ""
        : written
      : (places[known] ?? "") + name.slice(known.length);
  });
  return `/${filled}`.replace(/\/{2,}/g, "/");
}

/** Letters of any script and digits stay, all else becomes a hyphen: Jekyll's `slugify`, and its kin. */
export function plainSlug(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** Letters that Unicode takes apart into no other ones. */
const LATIN: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ð: "d", þ: "th", ł: "l", đ: "d", ı: "i" };

/** ASCII, lower case, words joined by hyphens; empty for a text in another script: Zola's `slugify`. */
export function asciiSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæœøðþłđı]/g, (letter) => LATIN[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
