/**
 * A raw `<picture>` with `prefers-color-scheme` follows the site's switch, as `x.dark.png` does: it is written twice, for day
 * and for night, and the style sheet shows one of them.
 */
import { type CheckedTag, ON_PAPER } from "./html-allowed.ts";

type Scheme = "light" | "dark";

const FEATURE = /prefers-color-scheme/i;
const ASKED = /^\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)$/i;

/** Collects the tags of `<picture>` elements and splits those that depend on the colour scheme. */
export class PictureElements {
  readonly #note: (message: string, hint: string) => void;
  /** The tags of the open `<picture>`, including its own. */
  #tags: CheckedTag[] | undefined;

  constructor(note: (message: string, hint: string) => void) {
    this.#note = note;
  }

  pass(tag: CheckedTag): void {
    if (tag.name === "picture" && !tag.closing) this.#tags = [];
    this.#tags?.push(tag);
    if (tag.name !== "picture" || !tag.closing) return;
    const tags = this.#tags ?? [];
    this.#tags = undefined;
    const media = tags.filter(({ name }) => name === "source").map(mediaOf);
    if (!media.some((query) => FEATURE.test(query))) return;
    if (!media.every(isUnderstood)) {
      this.#note(
        "a picture uses prefers-color-scheme in a way that the site's switch can't follow",
        "write (prefers-color-scheme: dark), alone or combined with others by and",
      );
      return;
    }
    for (const one of tags) one.byTheme = { day: inScheme(one, "light"), night: [] };
    tag.byTheme = { day: tag, night: tags.flatMap((one) => inScheme(one, "dark") ?? []) };
  }
}

/** The tag as it is in one scheme; undefined for a source of the other. */
function inScheme(tag: CheckedTag, scheme: Scheme): CheckedTag | undefined {
  if (tag.closing) return { ...tag };
  const { byTheme: _, ...own } = tag;
  if (tag.name === "picture") {
    const side = scheme === "dark" ? "by-night" : "by-day";
    return { ...own, attributes: replaced(tag, "class", [classOf(tag), side].filter(Boolean).join(" ")) };
  }
  // Both lazy, since a browser fetches no lazy picture that the style sheet hides.
  if (tag.name === "img") {
    const lazy = { ...own, attributes: replaced(tag, "loading", "lazy") };
    const classes = classOf(tag)
      .split(" ")
      .filter((name) => name !== ON_PAPER);
    return { ...lazy, attributes: replaced(lazy, "class", classes.join(" ")) };
  }
  const media = mediaFor(mediaOf(tag), scheme);
  return media === undefined ? undefined : { ...own, attributes: replaced(tag, "media", media) };
}

/** The rest of a media query list in one scheme; undefined where none matches, empty for always. */
function mediaFor(media: string, scheme: Scheme): string | undefined {
  if (!FEATURE.test(media)) return media;
  const left = media.split(",").flatMap((query) => {
    const parts = partsOf(query);
    const asked = parts.map((part) => ASKED.exec(part)?.[1]?.toLowerCase()).filter(Boolean);
    if (asked.some((other) => other !== scheme)) return [];
    return [parts.filter((part) => !ASKED.test(part)).join(" and ") || "all"];
  });
  if (left.length === 0) return undefined;
  return left.includes("all") ? "" : left.join(", ");
}

function isUnderstood(media: string): boolean {
  const queries = media.split(",").filter((query) => FEATURE.test(query));
  return queries.every(
    (query) => partsOf(query).every((part) => ASKED.test(part) || !FEATURE.test(part)) && !/^\s*not\b/i.test(query),
  );
}

function partsOf(query: string): string[] {
  return query.trim().split(/\s+and\s+/i);
}

function mediaOf(tag: CheckedTag): string {
  return tag.attributes.find(([name]) => name === "media")?.[1] ?? "";
}

function classOf(tag: CheckedTag): string {
  return tag.attributes.find(([name]) => name === "class")?.[1] ?? "";
}

/** An empty value removes the attribute. */
function replaced({ attributes }: CheckedTag, name: string, value: string): CheckedTag["attributes"] {
  const others = attributes.filter(([key]) => key !== name);
  return value ? [...others, [name, value]] : others;
}
