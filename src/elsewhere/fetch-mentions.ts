/** Asks for the webmentions of a site's pages, as webmention.io tells them: JF2, https://jf2.spec.indieweb.org. */
import type { Mention, MentionKind } from "../content/reactions.ts";
import { valueAt } from "../content/value-at.ts";
import { type Answer, type Asker, isPublic } from "./ask.ts";
import { plainLine } from "./plain-words.ts";

/** A page by its path, with every whole address that it has, or had before. */
export interface MentionedPage {
  path: string;
  addresses: readonly string[];
}

/** Addresses are in the query. */
const AT_ONCE = 20;
const PER_ANSWER = 50;
/** An endless list ends. */
const MOST_ANSWERS = 40;
/** What one page has at most: the newest. */
const MOST_KEPT = 200;
const MOST_LETTERS = 300;

const KINDS: Readonly<Record<string, MentionKind>> = {
  "in-reply-to": "reply",
  "like-of": "like",
  "repost-of": "repost",
  "bookmark-of": "bookmark",
};

interface Found extends Mention {
  target: string;
}

/** By the page's path, oldest first; a reason where one question had no answer, and then there are none. */
export async function fetchMentions(
  pages: readonly MentionedPage[],
  api: string,
  asker: Asker,
): Promise<Answer<Record<string, Mention[]>>> {
  const pathOf = new Map(pages.flatMap(({ path, addresses }) => addresses.map((one) => [keyOf(one), path] as const)));
  const targets = pages.flatMap(({ addresses }) => addresses);
  const byPath = new Map<string, Mention[]>();
  for (let from = 0; from < targets.length; from += AT_ONCE) {
    const answer = await mentionsOf(targets.slice(from, from + AT_ONCE), api, asker);
    if ("reason" in answer) return answer;
    for (const { target, ...mention } of answer.value) {
      const path = pathOf.get(keyOf(target));
      if (path !== undefined) byPath.set(path, [...(byPath.get(path) ?? []), mention]);
    }
  }
  return { value: Object.fromEntries([...byPath].map(([path, found]) => [path, inOrder(found)])) };
}

async function mentionsOf(targets: readonly string[], api: string, asker: Asker): Promise<Answer<Found[]>> {
  const found: Found[] = [];
  for (let page = 0; page < MOST_ANSWERS; page++) {
    const url = new URL(api);
    for (const target of targets) url.searchParams.append("target[]", target);
    url.searchParams.set("per-page", String(PER_ANSWER));
    url.searchParams.set("page", String(page));
    const answer = await asker.json(url.href);
    if ("reason" in answer) return answer;
    const children = valueAt(answer.value, "children");
    if (!Array.isArray(children)) return { reason: "answers with no list of webmentions" };
    found.push(...children.slice(0, PER_ANSWER).flatMap((child) => mentionOf(child) ?? []));
    if (children.length < PER_ANSWER) break;
  }
  return { value: found };
}

/** Undefined for what is private, or says neither who nor where. */
function mentionOf(data: unknown): Found | undefined {
  const target = valueAt(data, "wm-target");
  if (typeof target !== "string" || valueAt(data, "wm-private") === true) return undefined;
  const kind = KINDS[String(valueAt(data, "wm-property"))] ?? "mention";
  const author = plainLine(valueAt(valueAt(data, "author"), "name"), 100);
  const url = addressOf(valueAt(data, "url")) ?? addressOf(valueAt(data, "wm-source"));
  if (!author && !url) return undefined;
  const date = dayOf(valueAt(data, "published")) ?? dayOf(valueAt(data, "wm-received"));
  // A like has no words of its own: what it quotes are the post's.
  const isSaid = kind === "reply" || kind === "mention";
  const text = isSaid ? plainLine(valueAt(valueAt(data, "content"), "text"), MOST_LETTERS) : undefined;
  return {
    ...{ target, kind },
    ...(author && { author }),
    ...(url && { url }),
    ...(date && { date }),
    ...(text && { text }),
  };
}

function addressOf(value: unknown): string | undefined {
  return typeof value === "string" && value.length <= 1000 && isPublic(value) ? new URL(value).href : undefined;
}

function dayOf(value: unknown): string | undefined {
  const day = /^\d{4}-\d\d-\d\d(?=T|$)/.exec(String(value))?.[0];
  const moment = day === undefined ? Number.NaN : Date.parse(day);
  // JavaScript takes the 30th of February for the 1st of March.
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== day ? undefined : day;
}

/** Once each, oldest first; those without a day before all others. */
function inOrder(mentions: readonly Mention[]): Mention[] {
  const once = new Map(mentions.map((one) => [`${one.kind} ${one.url ?? JSON.stringify(one)}`, one]));
  const rank = ({ date = "", url = "" }: Mention) => `${date} ${url}`;
  return [...once.values()].sort((one, other) => (rank(one) < rank(other) ? -1 : 1)).slice(-MOST_KEPT);
}

/** Whatever the scheme, and with or without a slash at the end. */
function keyOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url ? `${url.host}${url.pathname.replace(/\/$/, "")}${url.search}` : address;
}
