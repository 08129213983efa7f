/**
 * A raw `<picture>` whose sources ask for dark or light: the site's own switch decides, as it does for `x.dark.png`. So it
 * becomes two, one by day and one by night, and the style sheet shows one of them.
 */
import { type CheckedTag, ON_PAPER } from "./html-allowed.ts";

type Scheme = "light" | "dark";

const FEATURE = /prefers-color-scheme/i;
const ASKED = /^\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)$/i;

/** Goes by a page's tags, and gives those of a picture that has two sides what each of them is. */
export class PictureElements {
  readonly #note: (message: string, hint: string) => void;
  /** The tags of the picture that is open, the first its own. */
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
        "a picture asks for dark or light in a way that the site's switch can't answer",
        "write (prefers-color-scheme: dark), alone or joined to others by and",
      );
      return;
    }
    for (const one of tags) one.byTheme = { day: sideOf(one, "light"), night: [] };
    tag.byTheme = { day: tag, night: tags.flatMap((one) => sideOf(one, "dark") ?? []) };
  }
}

/** Undefined for a source of the other side. */
function sideOf(tag: CheckedTag, scheme: Scheme): CheckedTag | undefined {
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

/** The queries that are left on one side; undefined for none, empty for always. */
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

/** An empty value leaves the attribute out. */
function replaced({ attributes }: CheckedTag, name: string, value: string): CheckedTag["attributes"] {
  const others = attributes.filter(([key]) => key !== name);
  return value ? [...others, [name, value]] : others;
}
