/** Media types by the endings or names of files, and which of them are texts that are worth compressing. */

export interface MediaType {
  /** The value of `Content-Type`, with its charset. */
  readonly type: string;
  /** Without the full stop. */
  readonly endings: readonly string[];
  /** True for files that are sent compressed: pictures, fonts and archives are compressed already. */
  readonly isText: boolean;
}

const text = (type: string, ...endings: string[]): MediaType => ({ type, endings, isText: true });
const binary = (type: string, ...endings: string[]): MediaType => ({ type, endings, isText: false });

/**
 * https://www.iana.org/assignments/media-types/. XML has a charset although it names its own: some readers take `text/xml` and
 * its kin for ASCII without one (RFC 3023, which RFC 7303 replaced). JSON has none: it is UTF-8 always (RFC 8259).
 */
export const MEDIA_TYPES: readonly MediaType[] = [
  text("text/html; charset=utf-8", "html", "htm"),
  text("text/css; charset=utf-8", "css"),
  text("text/javascript; charset=utf-8", "js", "mjs"),
  text("application/json", "json", "map"),
  text("application/manifest+json", "webmanifest"),
  text("application/xml; charset=utf-8", "xml", "xsl"),
  text("application/rss+xml; charset=utf-8", "rss"),
  text("application/atom+xml; charset=utf-8", "atom"),
  text("text/x-opml; charset=utf-8", "opml"),
  text("image/svg+xml", "svg"),
  text("text/markdown; charset=utf-8", "md"),
  text("text/plain; charset=utf-8", "txt", "log", "sh", "sql", "diff", "patch", "toml", "asc"),
  text("application/yaml", "yaml", "yml"),
  text("text/csv; charset=utf-8", "csv"),
  text("text/vtt; charset=utf-8", "vtt"),
  text("text/calendar; charset=utf-8", "ics"),
  text("application/wasm", "wasm"),
  // Files of the search index are compressed when they are made, its WebAssembly among them.
  binary("application/octet-stream", "page", "pagefind", "pf_meta", "pf_index", "pf_fragment", "pf_filter"),
  binary("image/png", "png"),
  binary("image/jpeg", "jpg", "jpeg"),
  binary("image/webp", "webp"),
  binary("image/avif", "avif"),
  binary("image/jxl", "jxl"),
  binary("image/gif", "gif"),
  binary("image/vnd.microsoft.icon", "ico"),
  binary("font/woff2", "woff2"),
  binary("font/woff", "woff"),
  binary("font/ttf", "ttf"),
  binary("font/otf", "otf"),
  binary("video/mp4", "mp4", "m4v"),
  binary("video/webm", "webm"),
  binary("video/ogg", "ogv"),
  binary("video/quicktime", "mov"),
  binary("audio/mpeg", "mp3"),
  binary("audio/mp4", "m4a"),
  binary("audio/ogg", "ogg", "oga", "opus"),
  binary("audio/wav", "wav"),
  binary("audio/flac", "flac"),
  binary("application/pdf", "pdf"),
  binary("application/epub+zip", "epub"),
  binary("application/zip", "zip"),
  binary("application/gzip", "gz", "tgz"),
  binary("application/zstd", "zst"),
];

export const TEXT_ENDINGS: readonly string[] = MEDIA_TYPES.flatMap(({ endings, isText }) => (isText ? endings : []));

/** The media type of files with an unknown ending. */
export const UNKNOWN_TYPE = "application/octet-stream";

export const PAGE_TYPE = "text/html; charset=utf-8";

const OF_ENDING = new Map(MEDIA_TYPES.flatMap((row) => row.endings.map((ending) => [ending, row] as const)));

/** Undefined for a file without an ending, or with one that is not in the table. */
export function mediaTypeOf(path: string): MediaType | undefined {
  const [, ending = ""] = /\.([^./]+)$/.exec(path) ?? [];
  return OF_ENDING.get(ending.toLowerCase());
}
