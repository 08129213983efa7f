/** Front matter as our files have it. */
import { EntryId } from "../content/syndication.ts";
import { Text } from "../content/text/text.ts";
import type { Planned } from "./plan.ts";

/** Front matter that the old engine did not have. */
export interface Heading {
  readonly title: string;
  readonly date: string;
  readonly draft: boolean;
  readonly tags: readonly string[];
  /** Keys of authors in the settings. */
  readonly authors: readonly string[];
  readonly series: string | undefined;
  readonly id: string | undefined;
  readonly language: string | undefined;
  /** A file beside the post. */
  readonly image: { readonly src: string; readonly alt: string } | undefined;
}

export function frontMatterText({ entry, permalink, aliases }: Planned, heading: Heading): string {
  const { title, date, draft, tags, authors, series, id, language, image } = heading;
  const description = entry.description === undefined ? undefined : oneLineText(entry.description);
  const isPost = entry.kind === "post";
  const rows: (string | undefined)[] = [
    row("title", title),
    isPost ? `date: ${date}` : undefined,
    entry.updated && `updated: ${entry.updated}`,
    row("description", description),
    isPost && tags.length > 0 ? `tags: [${tags.map(quoted).join(", ")}]` : undefined,
    authors.length > 0 ? `authors: [${authors.map(quoted).join(", ")}]` : undefined,
    isPost ? row("series", series) : undefined,
    draft ? "draft: true" : undefined,
    isPost && id !== undefined && EntryId.safeParse(id).success ? row("id", id) : undefined,
    row("permalink", permalink),
    aliases.length > 0 ? `aliases: [${aliases.map(quoted).join(", ")}]` : undefined,
    row("lang", language),
    image && `image: { src: ${quoted(image.src)}, alt: ${quoted(image.alt)} }`,
  ];
  return ["---", ...rows.filter(Boolean), "---", ""].join("\n");
}

/** One line that the engine takes, or nothing. */
export function oneLineText(text: string): string | undefined {
  const line = text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return Text.safeParse(line).success ? line : undefined;
}

function row(key: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `${key}: ${quoted(value)}`;
}

/** As people write it where YAML takes that for the same text; else in quotation marks. */
function quoted(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{M}\p{N} ./_()+-]*$/u.test(text) && !/\s$|^(true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
