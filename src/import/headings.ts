/** The front matter of each entry, in view of all entries: spellings of tags, ids that are one entry's only, pictures. */
import { isDate } from "../content/date.ts";
import { EntryId } from "../content/syndication.ts";
import { slugOf } from "../content/text/slug.ts";
import { addressesOf } from "./addresses.ts";
import type { Converted } from "./convert.ts";
import { type Heading, oneLineText } from "./front-matter-text.ts";
import type { Media, PlacedFile } from "./media.ts";
import type { OldFeed } from "./old-feed.ts";
import { type Plan, type Planned, plainPath } from "./plan.ts";
import type { Left } from "./source-site.ts";
import { oneLine } from "./tags/tags.ts";

export function headingsOf(
  converted: readonly Converted[],
  { feed, now, plan }: { feed?: OldFeed | undefined; now: number; plan: Plan },
  media: Media,
  left: Left[],
  authors: ReadonlyMap<string, string>,
): { heading: Heading; why: string | undefined }[] {
  const tags = spellings(converted.flatMap(({ planned }) => planned.entry.tags));
  const series = spellings(converted.flatMap(({ planned }) => planned.entry.series ?? []));
  const ids = new Set<string>();
  return converted.map((one) => {
    const { entry, isPublic } = one.planned;
    const note = (construct: string, outcome: Left["outcome"], was: string, text: string) =>
      left.push({ file: entry.file, line: entry.line, construct, outcome, was: oneLine(was), now: text });
    const own = [...new Set(entry.tags.flatMap((tag) => tags.get(slugOf(tag)) ?? []))];
    for (const tag of entry.tags) {
      const spelled = tags.get(slugOf(tag));
      if (spelled !== undefined && spelled !== tag) note("spelling of a tag", "noted", tag, spelled);
    }
    if (own.length > MOST_TAGS) note("tags", "noted", `${own.length} tags`, `the first ${MOST_TAGS}`);
    const hasDate = entry.date !== undefined && isDate(entry.date);
    const isPost = entry.kind === "post";
    if (!hasDate && isPost && entry.draft === undefined)
      note("no date", "left", entry.date ?? entry.title ?? "", "a draft of 1970");
    const draft = entry.draft !== undefined || (!hasDate && isPost) || one.problems.length > 0;
    // Feeds of most engines have addresses as ids.
    const wanted = feedIdOf(one.planned, feed) ?? entry.id ?? plan.oldUrl(entry);
    const isUsable =
      wanted !== undefined && entry.draft === undefined && EntryId.safeParse(wanted).success && !ids.has(wanted);
    if (wanted !== undefined && !isUsable && isPublic && isPost)
      note(
        "id of its feed",
        "left",
        wanted,
        ids.has(wanted) ? "its own id: another post has it" : "its own id: it is no URI",
      );
    if (isUsable) ids.add(wanted);
    const language = entry.language;
    const why =
      entry.draft?.why ??
      (hasDate || !isPost
        ? one.problems[0]
          ? `the engine refuses it: ${one.problems[0].message}`
          : undefined
        : "it has no date");
    const isFuture = isPost && entry.date !== undefined && hasDate && Date.parse(entry.date) > now;
    return {
      why: why ?? (isFuture ? "it is dated in the future" : undefined),
      heading: {
        title: oneLineText(entry.title ?? "") ?? "Untitled",
        date: hasDate ? (entry.date ?? "1970-01-01") : "1970-01-01",
        draft,
        tags: own.slice(0, MOST_TAGS),
        authors: [...new Set(entry.authors.flatMap((name) => authors.get(name) ?? []))],
        series: entry.series === undefined ? undefined : series.get(slugOf(entry.series)),
        id: isUsable ? wanted : undefined,
        language,
        image: imageOf(one, plan, media, note),
      },
    };
  });
}

const MOST_TAGS = 50;

/** The most frequent spelling of each, by what they have in common; the first of those that are equally frequent. */
function spellings(names: readonly string[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const name of names) {
    const clean = oneLineText(name);
    if (clean === undefined || clean.length > 100) continue;
    const key = slugOf(name);
    const ofKey = counts.get(key) ?? new Map<string, number>();
    ofKey.set(clean, (ofKey.get(clean) ?? 0) + 1);
    counts.set(key, ofKey);
  }
  return new Map(
    [...counts].map(([key, ofKey]) => [key, [...ofKey].reduce((best, next) => (next[1] > best[1] ? next : best))[0]]),
  );
}

export function feedIdOf({ entry }: Planned, feed: OldFeed | undefined): string | undefined {
  const addresses = [entry.address, ...entry.aliases].filter((one) => one !== undefined);
  return addresses.map((address) => feed?.get(plainPath(address))).find((id) => id !== undefined);
}

function imageOf(
  { planned }: Converted,
  plan: Plan,
  media: Media,
  note: (construct: string, outcome: Left["outcome"], was: string, now: string) => void,
): Heading["image"] {
  const { image, title } = planned.entry;
  if (!image) return undefined;
  const files = new Set<PlacedFile>();
  const left: Left[] = [];
  const src = addressesOf({ plan, media, from: planned, left, files, anchors: [] }).media(image.src, 1);
  const [file] = files;
  const alt = oneLineText(image.alt ?? title ?? "");
  if (src !== undefined && file && alt && /\.(png|jpe?g|webp|avif|gif)$/i.test(file.file)) return { src, alt };
  note("preview picture", "left", image.src, file ? "a drawn one" : whyDrawn(image.src, plan));
  return undefined;
}

function whyDrawn(src: string, plan: Plan): string {
  if (!/^(https?:)?\/\//i.test(src)) return "a drawn one: it is not there";
  const host = plan.ownPath(src) === undefined ? "another host" : "the old host";
  return `a drawn one, unless --fetch brings it: it is on ${host}`;
}
