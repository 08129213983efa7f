/**
 * Fetches pictures from their old hosts on request: one at a time, with a pause between two from the same host. Fetched files
 * are kept in a folder, so that an interrupted run can be continued.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { PICTURE_FILE } from "../pictures/read-picture.ts";
import type { SourceFile, SourceSite } from "./source-site.ts";

export interface Fetching {
  /** Where what was brought is kept. */
  readonly cache: string;
  readonly fetch: (url: string, init: { signal: AbortSignal; headers: Record<string, string> }) => Promise<Response>;
  readonly pauseMs: number;
  readonly wait: (ms: number) => Promise<void>;
  readonly progress?: ((done: number, all: number) => void) | undefined;
}

const PICTURE = /!\[[^\]]*\]\(<?(https?:\/\/[^\s)>]+)|<img[^>]+src=["'](https?:\/\/[^"']+)/gi;
const TIMEOUT_MS = 30_000;
const MOST_BYTES = 50_000_000;
const MOST_REDIRECTS_AND_TRIES = 2;

const ENDINGS: Record<string, string> = {
  "image/png": ".png",
  "image/jpeg": ".jpg",
  "image/gif": ".gif",
  "image/webp": ".webp",
  "image/avif": ".avif",
  "image/svg+xml": ".svg",
};

/** The site with fetched pictures as local files; other addresses stay as they are. */
export async function withFetchedMedia(site: SourceSite, fetching: Fetching): Promise<SourceSite> {
  mkdirSync(fetching.cache, { recursive: true });
  const urls = [
    ...new Set([
      ...site.files.flatMap(({ at }) => ("url" in at ? [at.url] : [])),
      ...site.entries.flatMap(({ body, image }) => [
        ...picturesIn(body.text),
        ...(image && /^https?:/.test(image.src) ? [image.src] : []),
      ]),
    ]),
  ].sort();
  const lastAsked = new Map<string, number>();
  const known = new Map<string, string>();
  for (const [index, url] of urls.entries()) {
    fetching.progress?.(index, urls.length);
    const file = await fileOf(url, fetching, lastAsked);
    if (file !== undefined) known.set(url, file);
  }
  const files = site.files.map((one): SourceFile => {
    const file = "url" in one.at ? known.get(one.at.url) : undefined;
    return file === undefined ? one : { ...one, at: { file } };
  });
  const brought = [...known].map(([url, file]): SourceFile => ({ path: url, at: { file } }));
  return { ...site, files: [...files, ...brought] };
}

function picturesIn(text: string): string[] {
  return [...text.matchAll(PICTURE)].map(([, inMarkdown, inHtml]) =>
    (inMarkdown ?? inHtml ?? "").replaceAll("&amp;", "&"),
  );
}

async function fileOf(
  url: string,
  { cache, fetch, pauseMs, wait }: Fetching,
  lastAsked: Map<string, number>,
): Promise<string | undefined> {
  const key = createHash("sha256").update(url).digest("hex").slice(0, 24);
  const note = join(cache, `${key}.json`);
  if (existsSync(note)) {
    const { file }: { file: string | null } = JSON.parse(readFileSync(note, "utf8"));
    return file === null ? undefined : join(cache, file);
  }
  const host = URL.canParse(url) ? new URL(url).host : "";
  for (let attempt = 0; attempt < MOST_REDIRECTS_AND_TRIES; attempt++) {
    const since = Date.now() - (lastAsked.get(host) ?? 0);
    if (since < pauseMs) await wait(pauseMs - since);
    lastAsked.set(host, Date.now());
    try {
      const response = await fetch(url, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { "user-agent": "wellformed-import" },
      });
      const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim() ?? "";
      const bytes = response.ok && type.startsWith("image/") ? new Uint8Array(await response.arrayBuffer()) : undefined;
      if (response.status >= 500 || response.status === 429) continue;
      if (!bytes || bytes.length > MOST_BYTES) {
        writeFileSync(note, JSON.stringify({ url, file: null, status: response.status }));
        return undefined;
      }
      const name = `${key}-${posix
        .basename(new URL(url).pathname)
        .replace(/[^\w.-]+/g, "-")
        .slice(0, 60)}`;
      const file = PICTURE_FILE.test(name) ? name : name + (ENDINGS[type] ?? "");
      writeFileSync(join(cache, `${file}.part`), bytes);
      renameSync(join(cache, `${file}.part`), join(cache, file));
      writeFileSync(note, JSON.stringify({ url, file }));
      return join(cache, file);
    } catch {
      // The host may answer the next time, or in a later run.
    }
  }
  return undefined;
}
