/** Films, pens, gists and posts of other sites, by their addresses; what pages show of them is in `_data/embeds.json`. */
import { z } from "zod";

export const EMBEDS_FILE = "_data/embeds.json";
/** Its pictures. */
export const EMBEDS_FOLDER = "_data/embeds";

export interface Embeddable {
  kind: EmbedKind;
  /** In the form by which it is known. */
  address: string;
  /** What plays it, for an `<iframe>`; undefined for what is shown whole as it is. */
  frame?: string;
}

/** What was fetched of one, as plain text. */
export const EmbedCard = z.strictObject({
  title: z.string().optional(),
  author: z.string().optional(),
  /** What a post says. */
  text: z.string().optional(),
  /** The beginning of a file. */
  code: z.string().optional(),
  /** The day on which a post was published. */
  date: z.iso.date({ error: "must be a day such as 2026-01-05" }).optional(),
  /** A file in `_data/embeds/`. */
  picture: z
    .string()
    .regex(/^[\w-]+\.jpg$/, { error: "must be the name of a JPEG in _data/embeds/" })
    .optional(),
});
export type EmbedCard = z.infer<typeof EmbedCard>;

/** By address. */
export const EmbedCards = z.record(z.string(), EmbedCard, { error: "must be what was fetched, by address" });

interface Provider {
  /** What readers see it called. */
  label: string;
  /** Undefined for an address of anything else. */
  match: (url: URL) => Omit<Embeddable, "kind"> | undefined;
}

const YOUTUBE = /^((www|m|music)\.)?youtube\.com$|^(www\.)?youtube-nocookie\.com$/;
const YOUTUBE_ID = /^[\w-]{11}$/;

export const PROVIDERS = {
  youtube: {
    label: "YouTube",
    match(url) {
      const [, first = "", second = ""] = url.pathname.split("/");
      const short = url.hostname === "youtu.be" ? first : undefined;
      const inPath = ["embed", "shorts", "live", "v"].includes(first) ? second : undefined;
      const long = YOUTUBE.test(url.hostname) ? (inPath ?? (first === "watch" ? url.searchParams.get("v") : "")) : "";
      const id = short ?? long ?? "";
      if (!YOUTUBE_ID.test(id)) return undefined;
      const start = secondsOf(url.searchParams.get("t") ?? url.searchParams.get("start") ?? "");
      const at = start > 0 ? `&start=${start}` : "";
      return {
        address: `https://www.youtube.com/watch?v=${id}${start > 0 ? `&t=${start}s` : ""}`,
        frame: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${at}`,
      };
    },
  },
  vimeo: {
    label: "Vimeo",
    match({ hostname, pathname, searchParams }) {
      const [, id = "", inPath = ""] =
        /^(?:www\.)?vimeo\.com$/.test(hostname) || hostname === "player.vimeo.com"
          ? (/^\/(?:video\/)?(\d+)(?:\/([\da-f]+))?\/?$/.exec(pathname) ?? [])
          : [];
      if (!id) return undefined;
      // Films that are not listed have a second name.
      const hash = inPath || (/^[\da-f]+$/.exec(searchParams.get("h") ?? "")?.[0] ?? "");
      return {
        address: `https://vimeo.com/${id}${hash && `/${hash}`}`,
        frame: `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1${hash && `&h=${hash}`}`,
      };
    },
  },
  codepen: {
    label: "CodePen",
    match({ hostname, pathname }) {
      const found = hostname === "codepen.io" && /^\/([\w-]+)\/(?:pen|full|details|embed)\/(\w+)\/?$/.exec(pathname);
      if (!found) return undefined;
      const [, user, pen] = found;
      return {
        address: `https://codepen.io/${user}/pen/${pen}`,
        frame: `https://codepen.io/${user}/embed/${pen}?default-tab=result`,
      };
    },
  },
  gist: {
    label: "GitHub Gist",
    match({ hostname, pathname }) {
      const found = hostname === "gist.github.com" && /^\/([\w-]+)\/([\da-f]{20,40})\/?$/.exec(pathname);
      return found ? { address: `https://gist.github.com/${found[1]}/${found[2]}` } : undefined;
    },
  },
  tweet: {
    label: "X",
    match({ hostname, pathname }) {
      const isTheirs = /^((www|mobile)\.)?(twitter|x)\.com$/.test(hostname);
      const found = isTheirs && /^\/(\w{1,15})\/status(?:es)?\/(\d+)\/?$/.exec(pathname);
      return found ? { address: `https://x.com/${found[1]}/status/${found[2]}` } : undefined;
    },
  },
  /** Of Mastodon and what speaks as it does, on any host. */
  toot: {
    label: "Mastodon",
    match({ host, pathname }) {
      const found = /^\/(@[\w.]+(?:@[\w.-]+)?)\/(\d{10,})\/?$/.exec(pathname);
      return found ? { address: `https://${host}/${found[1]}/${found[2]}` } : undefined;
    },
  },
} as const satisfies Record<string, Provider>;

export type EmbedKind = keyof typeof PROVIDERS;

const ROWS: readonly (readonly [EmbedKind, Provider])[] = [
  ["youtube", PROVIDERS.youtube],
  ["vimeo", PROVIDERS.vimeo],
  ["codepen", PROVIDERS.codepen],
  ["gist", PROVIDERS.gist],
  ["tweet", PROVIDERS.tweet],
  ["toot", PROVIDERS.toot],
];

/** Undefined for an address of anything else. */
export function embeddableAt(address: string): Embeddable | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.port) return undefined;
  for (const [kind, { match }] of ROWS) {
    const found = match(url);
    if (found) return { kind, ...found };
  }
  return undefined;
}

/** `90`, `90s`, `1m30s`, `1h`; 0 for anything else. */
function secondsOf(text: string): number {
  const [, hours = "0", minutes = "0", seconds = "0"] =
    /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,6})s?)?$/.exec(text) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
