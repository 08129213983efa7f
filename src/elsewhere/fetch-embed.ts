/** Asks a provider about a film, a pen, a gist or a post, and makes a card of the answer. */
import type { EmbedCard, Embeddable, EmbedKind } from "../content/embed.ts";
import { valueAt } from "../content/value-at.ts";
import type { Answer, Asker } from "./ask.ts";
import { jpegOf } from "./foreign-picture.ts";
import { plainLine, plainText, wordsOfHtml } from "./plain-words.ts";

/** The card, without the name of its picture, which is a JPEG. */
export interface FetchedEmbed {
  card: Omit<EmbedCard, "picture">;
  picture: Uint8Array | undefined;
}

interface Source {
  /** The provider's address for programs. */
  api: (address: string) => string;
  /** Undefined where the answer says nothing. */
  read: (data: unknown) => { card: Omit<EmbedCard, "picture">; picture?: unknown } | undefined;
}

const MOST_PICTURE = 8_000_000;
/** Of a gist that is shown. */
const MOST_LINES = 12;

const SOURCES: Readonly<Record<EmbedKind, Source>> = {
  youtube: {
    api: (address) => `https://www.youtube.com/oembed?format=json&url=${encodeURIComponent(address)}`,
    read: ofOembed,
  },
  vimeo: {
    api: (address) => `https://vimeo.com/api/oembed.json?width=1280&url=${encodeURIComponent(address)}`,
    read: ofOembed,
  },
  codepen: {
    api: (address) => `https://codepen.io/api/oembed?format=json&url=${encodeURIComponent(address)}`,
    read: ofOembed,
  },
  gist: { api: (address) => `https://api.github.com/gists/${address.split("/").at(-1)}`, read: ofGist },
  tweet: {
    api: (address) => `https://publish.twitter.com/oembed?omit_script=1&url=${encodeURIComponent(address)}`,
    read: ofTweet,
  },
  toot: {
    api: (address) => `${new URL(address).origin}/api/v1/statuses/${address.split("/").at(-1)}`,
    read: ofToot,
  },
};

export async function fetchEmbed({ kind, address }: Embeddable, asker: Asker): Promise<Answer<FetchedEmbed>> {
  const { api, read } = SOURCES[kind];
  const answer = await asker.json(api(address));
  if ("reason" in answer) return answer;
  const found = read(answer.value);
  if (!found) return { reason: "answers with nothing that can be shown" };
  return { value: { card: defined(found.card), picture: await pictureAt(found.picture, asker) } };
}

/** Without one, the card does. */
async function pictureAt(url: unknown, asker: Asker): Promise<Uint8Array | undefined> {
  if (typeof url !== "string") return undefined;
  const answer = await asker.bytes(url, MOST_PICTURE, "image/*");
  return "value" in answer ? jpegOf(answer.value) : undefined;
}

/** https://oembed.com, section 2.3.4. */
function ofOembed(data: unknown) {
  const title = plainLine(valueAt(data, "title"));
  if (!title) return undefined;
  return { card: { title, author: plainLine(valueAt(data, "author_name")) }, picture: valueAt(data, "thumbnail_url") };
}

function ofGist(data: unknown) {
  const files = valueAt(data, "files");
  const [file] = typeof files === "object" && files ? Object.values(files) : [];
  const name = plainLine(valueAt(file, "filename"));
  const content = valueAt(file, "content");
  if (!name || typeof content !== "string") return undefined;
  const lines = content
    .slice(0, 20_000)
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trimEnd()
    .split("\n");
  const code = lines.slice(0, MOST_LINES).map((line) => line.slice(0, 300));
  if (lines.length > MOST_LINES) code.push("…");
  const author = plainLine(valueAt(valueAt(data, "owner"), "login"));
  return { card: { title: plainLine(valueAt(data, "description")) ?? name, author, code: code.join("\n") } };
}

/** Its HTML is a quotation: `<blockquote><p>words</p>— Name (@name) <a>day</a></blockquote>`. */
function ofTweet(data: unknown) {
  const [, quoted] = /<p[^>]*>([\s\S]*?)<\/p>/.exec(String(valueAt(data, "html") ?? "").slice(0, 50_000)) ?? [];
  const text = wordsOfHtml(quoted);
  return text ? { card: { author: plainLine(valueAt(data, "author_name")), text } } : undefined;
}

/** https://docs.joinmastodon.org/entities/Status/. */
function ofToot(data: unknown) {
  const account = valueAt(data, "account");
  const warning = plainLine(valueAt(data, "spoiler_text"));
  // What its author hides behind a warning stays there.
  const text = warning ?? wordsOfHtml(valueAt(data, "content"));
  const visibility = valueAt(data, "visibility");
  if (!text || (visibility !== "public" && visibility !== "unlisted")) return undefined;
  const author = plainLine(valueAt(account, "display_name")) ?? plainLine(valueAt(account, "acct"));
  const date = /^\d{4}-\d\d-\d\d(?=T)/.exec(String(valueAt(data, "created_at")))?.[0];
  return { card: { author, text: plainText(text), date } };
}

function defined(card: Record<string, string | undefined>): Omit<EmbedCard, "picture"> {
  return Object.fromEntries(Object.entries(card).filter(([, value]) => value !== undefined));
}
