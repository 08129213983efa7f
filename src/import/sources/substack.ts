/** Substack, by its zip or folder: `posts.csv` and `posts/ID.slug.html`. Data about readers is never read. */
import { UsageError } from "../../content/problems/usage-error.ts";
import { type ExportFile, exportFiles, zipHas } from "../exports/export-files.ts";
import { momentIn } from "../exports/moments.ts";
import { plainTextOf } from "../exports/plain-text.ts";
import type { Left, SourceEntry } from "../source-site.ts";
import type { SourceKind } from "./source.ts";

export const substack: SourceKind = {
  name: "substack",
  title: "a Substack export",
  detect: ({ path, isFolder, has }) =>
    isFolder
      ? has("posts.csv") && has("posts")
        ? "posts.csv and posts/"
        : undefined
      : zipHas(path, /(^|\/)posts\.csv$/)
        ? "a zip with posts.csv"
        : undefined,
  async read(path, { progress }) {
    const files = await exportFiles(path);
    const table = files.find((file) => /(^|\/)posts\.csv$/.test(file.path));
    if (!table) throw new UsageError(`${path} has no posts.csv of Substack's`);
    const pages = new Map(
      files
        .filter((file) => /(^|\/)posts\/[^/]+\.html$/.test(file.path))
        .map((file) => [
          file.path
            .split("/")
            .at(-1)
            ?.replace(/\.html$/, "") ?? "",
          file,
        ]),
    );
    const { rows, left } = await rowsOf(table);
    const entries: SourceEntry[] = [];
    for (const [index, row] of rows.entries()) {
      if (index % 50 === 0) progress?.(index, rows.length);
      const page = pages.get(row.value["post_id"] ?? "");
      pages.delete(row.value["post_id"] ?? "");
      entries.push(await entryOf(row, table.path, page));
    }
    for (const [name, file] of pages)
      left.push({
        file: file.path,
        construct: "text that posts.csv does not list",
        outcome: "left",
        was: name,
        now: "nothing",
      });
    progress?.(rows.length, rows.length);
    return { ...{ entries, left }, authors: [], redirects: [], feeds: ["/feed"], files: [] };
  },
};

interface Row {
  readonly value: Readonly<Record<string, string>>;
  readonly line: number;
}

async function rowsOf(table: ExportFile): Promise<{ rows: Row[]; left: Left[] }> {
  const { parse } = await import("csv-parse/sync");
  const left: Left[] = [];
  const records: unknown = parse(await table.text(), {
    ...{ bom: true, columns: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true, info: true },
    skip_records_with_error: true,
    on_skip: (error) => {
      left.push({
        file: table.path,
        line: Number(error?.["lines"] ?? 0) || undefined,
        construct: "row that can't be read",
        outcome: "left",
        was: error?.message ?? "",
        now: "nothing",
      });
      return undefined;
    },
  });
  const rows = (Array.isArray(records) ? records : []).flatMap((one: unknown): Row[] => {
    if (typeof one !== "object" || one === null || !("record" in one) || !("info" in one)) return [];
    const { record, info } = one;
    const line = typeof info === "object" && info !== null && "lines" in info ? Number(info.lines) : 1;
    return typeof record === "object" && record !== null
      ? [{ value: Object.fromEntries(Object.entries(record).map(([key, value]) => [key, String(value ?? "")])), line }]
      : [];
  });
  return { rows, left };
}

async function entryOf({ value, line }: Row, table: string, page: ExportFile | undefined): Promise<SourceEntry> {
  const left: Left[] = [];
  const note = (construct: string, was: string, now: string, outcome: Left["outcome"] = "left") =>
    left.push({ file: table, line, construct, outcome, was, now });
  const id = value["post_id"] ?? "";
  const slug = id.slice(id.indexOf(".") + 1);
  const type = value["type"] ?? "newsletter";
  const title = plainTextOf(value["title"] ?? "");
  if (value["podcast_url"]) note("podcast", value["podcast_url"], "a player above the text", "noted");
  if (type === "thread") note("thread", title, "a post", "noted");
  const isPublished = /^true$/i.test(value["is_published"] ?? "");
  const audience = value["audience"] || "everyone";
  if (!page) note("post without its file", `posts/${id}.html`, "its title and subtitle");
  const why = !isPublished
    ? "a draft"
    : audience === "everyone"
      ? undefined
      : `for ${audience.replace("only_", "")} readers`;
  const player = value["podcast_url"]
    ? `<audio src="${value["podcast_url"].replace(/"/g, "%22")}" controls></audio>`
    : "";
  return {
    ...{ file: page?.path ?? table, line: page ? 1 : line, left },
    kind: type === "page" ? "page" : "post",
    title: title || undefined,
    address: isPublished ? `/p/${slug}` : undefined,
    aliases: isPublished ? [`/p/${slug}/`] : [],
    date: momentIn(value["post_date"] ?? ""),
    ...(why && { draft: { why } }),
    ...{ tags: [], authors: [], comments: [] },
    description: plainTextOf(value["subtitle"] ?? "") || undefined,
    body: { format: "html", text: player + withRealPictures(page ? await page.text() : ""), line: 1 },
  };
}

/** From the address of a cache to the one in it. */
function withRealPictures(html: string): string {
  return html.replace(
    /https:\/\/(?:substackcdn\.com|cdn\.substack\.com)\/image\/fetch\/[^"'\s<>]*?\/(https?(?:%3A|:)(?:%2F|\/){2}[^"'\s<>,]+)/gi,
    (whole, address: string) => {
      try {
        return address.includes("%3A") || address.includes("%3a") ? decodeURIComponent(address) : address;
      } catch {
        return whole;
      }
    },
  );
}
