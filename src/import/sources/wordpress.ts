/** WordPress, by the file that Tools → Export gives, or several of them, in a folder or a zip. */

import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { parsedUrl } from "../../content/parsed-url.ts";
import { exportFiles, zipHas } from "../exports/export-files.ts";
import { commonOffset, localMoment, momentBetween, offsetBetween, zoneOf } from "../exports/moments.ts";
import { decodedPath, pathOfAddress } from "../exports/old-address.ts";
import { plainTextOf, shortTextOf } from "../exports/plain-text.ts";
import { feedsBelow } from "../listings.ts";
import type {
  Left,
  SourceComment,
  SourceEntry,
  SourceFile,
  SourceListing,
  SourceRedirect,
  SourceSite,
} from "../source-site.ts";
import { firstWords } from "../trees/plain-words.ts";
import { archivesOf, attachmentPages } from "../wordpress/archives.ts";
import { wordpressHtml } from "../wordpress/body.ts";
import { Library, SCALED } from "../wordpress/library.ts";
import { isWxr, readWxr, type Wxr, type WxrComment, type WxrItem } from "../wordpress/wxr.ts";
import type { SourceKind } from "./source.ts";

export const wordpress: SourceKind = {
  name: "wordpress",
  title: "a WordPress export",
  detect: ({ path, start, isFolder, names }) => {
    if (!isFolder)
      return isWxr(start(""))
        ? "a feed with WordPress' own elements (WXR)"
        : zipHas(path, /\.wordpress\.[\d.-]+\.xml$/i)
          ? "a zip with WordPress' XML"
          : undefined;
    // A site's tree may have an old export in it.
    const isExport = names.every((name) => /^\.|^(wp-content|uploads)$|\.(xml|wxr|zip|t?gz|txt)$/i.test(name));
    const file = isExport ? names.find((name) => isWxr(start(name))) : undefined;
    return file && `${file}, a feed with WordPress' own elements (WXR)`;
  },
  async read(path, { progress }) {
    const wxr: Wxr = {
      title: "",
      description: "",
      url: "",
      language: "",
      authors: [],
      terms: [],
      items: [],
      faults: [],
    };
    const files = (await exportFiles(path)).filter(
      (file) => /\.(xml|wxr|rss)$/i.test(file.path) || !/\.\w+$/.test(file.path),
    );
    for (const file of files) {
      const text = await file.text();
      if (isWxr(text.slice(0, 20_000))) readWxr(text, file.path, wxr);
    }
    return siteOf(wxr, path, progress);
  },
};

/** Types of items that editors and plugins keep for themselves. */
const INTERNAL_TYPES =
  /^(nav_menu_item|revision|customize_changeset|custom_css|oembed_cache|user_request|wp_(?:block|template|template_part|global_styles|navigation|font_family|font_face)|acf-.*|wpcf7_contact_form|feedback|elementor_library|jetpack_.*|jp_.*|amp_.*|shop_.*|scheduled-action|mc4wp-form|wpforms|safecss|vc.*|popup.*)$/;
/** Their meaning is in the entry already, or they mean nothing without WordPress. */
const INTERNAL_META =
  /^(_edit_|_wp_|_oembed|_thumbnail_id|_menu_item|_jetpack|_publicize|_wpas|_encloseme|_pingme|_elementor|_yoast|_aioseo|rank_math|_genesis|_et_|_vc_|_wpb|jabber|geo_|_rest_api|_last_editor|_g_feedback|_sd_|_wpcom|email_notification|tagazine|_dsq|dsq_|footnotes$|_elasticsearch|_s2mail|_su_|_aioseop|_syntaxhighlighter|_crayon|_post_restored|_format_|_cas_|superawesome|ratings_|views$|post_views|_pixelshot|reddit|_searchme|_bj_|_efn|sharing_disabled|switch_like|_wpsp|_monsterinsights|_coblocks|advanced_seo|timeline_notification|_blocks|_stcr)/;

function siteOf(wxr: Wxr, path: string, progress: ((done: number, all: number) => void) | undefined): SourceSite {
  const library = new Library(wxr.items);
  const items = new Map(wxr.items.map((item) => [item.id, item]));
  const offsets = wxr.items.flatMap(({ date, dateGmt, type }) =>
    type === "attachment" ? [] : (offsetBetween(date, dateGmt) ?? []),
  );
  const left: Left[] = wxr.faults.map(({ file, fault }) => ({
    file,
    line: fault.line,
    construct: "XML that is not well-formed",
    outcome: "noted",
    was: fault.message,
    now: "read as far as it goes",
  }));
  const context = {
    ...{ library, items, offset: commonOffset(offsets), ids: new Set<string>() },
    pathOf: (address: string) => pathBelow(wxr.url, address),
  };
  const entries: SourceEntry[] = [];
  const redirects: SourceRedirect[] = [];
  const published = new Map<string, string>();
  wxr.items.forEach((item, index) => {
    if (index % 100 === 0) progress?.(index, wxr.items.length);
    const kind = kindOf(item, left);
    if (!kind) return;
    try {
      const entry = entryOf(item, kind, context);
      entries.push(entry);
      if (entry.draft) return;
      const { file, line } = item;
      const from = queryOf(item);
      published.set(item.id, entry.address ?? from);
      if (entry.address) redirects.push({ file, line, from, to: entry.address });
    } catch (error) {
      left.push({
        file: item.file,
        line: item.line,
        construct: "item that can't be read",
        outcome: "left",
        was: `${item.title}: ${error instanceof Error ? error.message : String(error)}`,
        now: "nothing",
      });
    }
  });
  const lists = listingsOf(wxr);
  redirects.push(...attachmentPages(wxr.items, { published, ...context }));
  progress?.(wxr.items.length, wxr.items.length);
  return {
    title: plainTextOf(wxr.title) || undefined,
    description: plainTextOf(wxr.description) || undefined,
    url: /^https?:/.test(wxr.url) ? wxr.url : undefined,
    language: wxr.language || undefined,
    timeZone: zoneOf(offsets),
    authors: wxr.authors.map(({ login, name }) => ({ key: login, name })),
    ...{ entries, redirects, left },
    // It sets two hyphens and three dots as a printer would, whoever typed them.
    dashes: true,
    listings: [...lists, ...archivesOf(entries, published)],
    feeds: ["/feed/", "/feed/rss/", "/feed/rss2/", "/feed/atom/", "/rss/", ...feedsBelow(lists, "feed/")],
    files: filesOf(library, path),
  };
}

/** Below the blog's own address, which may be in a folder of its host. */
function pathBelow(url: string, address: string): string | undefined {
  const base = decodedPath(parsedUrl(url)?.pathname ?? "").replace(/\/$/, "");
  const path = pathOfAddress(address);
  return path?.startsWith(`${base}/`) ? path.slice(base.length) : path;
}

/** Its pages of categories, of tags and of authors, at the addresses that they have if nobody sets others. */
function listingsOf({ terms, authors }: Wxr): SourceListing[] {
  const slugs = (slug: string, seen: readonly string[] = []): string[] => {
    const above = terms.find((term) => term.taxonomy === "category" && term.slug === slug)?.parent;
    return [...(above && !seen.includes(above) ? slugs(above, [...seen, slug]) : []), decodedPath(slug)];
  };
  return [
    ...terms.map(({ taxonomy, slug, name }) => ({
      path: taxonomy === "category" ? `/category/${slugs(slug).join("/")}/` : `/tag/${decodedPath(slug)}/`,
      tag: plainTextOf(name),
    })),
    ...authors.map(({ login }) => ({ path: `/author/${nicenameOf(login)}/`, author: login })),
  ];
}

/** As WordPress makes it of a login. */
function nicenameOf(login: string): string {
  const plain = login.toLowerCase().replaceAll(".", "-");
  return plain.replace(/[^a-z0-9 _-]/g, "").replace(/[\s-]+/g, "-");
}

/** What an item becomes, or a line of the report if that is nothing. */
function kindOf(item: WxrItem, left: Left[]): "post" | "page" | undefined {
  const { file, line, type, status, title } = item;
  if (
    type === "attachment" ||
    type === "wp_block" ||
    type === "revision" ||
    status === "auto-draft" ||
    status === "inherit"
  )
    return undefined;
  if (status === "trash") {
    left.push({ file, line, construct: "item in the trash", outcome: "left", was: title, now: "nothing" });
    return undefined;
  }
  if (type === "post" || type === "page") return type;
  if (INTERNAL_TYPES.test(type) || item.content.trim() === "") {
    left.push({
      file,
      line,
      construct: `${type} of WordPress`,
      outcome: "left",
      was: title || item.name,
      now: "nothing",
    });
    return undefined;
  }
  left.push({ file, line, construct: `type of its own: ${type}`, outcome: "noted", was: title, now: "a page" });
  return "page";
}

interface Context {
  readonly library: Library;
  readonly items: ReadonlyMap<string, WxrItem>;
  /** In minutes, for dates that have none. */
  readonly offset: number;
  /** Ids that entries have already. */
  readonly ids: Set<string>;
  /** The path of an address below the blog's own. */
  pathOf(address: string): string | undefined;
}

function entryOf(item: WxrItem, kind: "post" | "page", { library, items, offset, ids, pathOf }: Context): SourceEntry {
  const left: Left[] = [];
  const note = (construct: string, was: string, now: string, outcome: Left["outcome"] = "noted") =>
    left.push({ file: item.file, line: item.line, construct, outcome, was, now });
  const draft = draftReason(item);
  const address = pathOf(item.link);
  const html = wordpressHtml(item, { library, items, left });
  const given = plainTextOf(item.title);
  const title = given || firstWords(plainTextOf(html)) || undefined;
  if (!given) note("no title", item.link, title ?? "Untitled");
  const thumbnail = library.byId(metaOf(item, "_thumbnail_id"));
  if (metaOf(item, "_thumbnail_id") && !thumbnail)
    note(
      "featured picture that is not in the export",
      `attachment ${metaOf(item, "_thumbnail_id")}`,
      "nothing",
      "left",
    );
  if (item.isSticky) note("sticky post", item.title, "a post in its place by date");
  for (const { taxonomy, name } of item.terms) {
    if (taxonomy === "post_format" || !/^(category|post_tag)$/.test(taxonomy))
      note(`taxonomy ${taxonomy}`, name, "nothing");
  }
  for (const [key, values] of item.meta) {
    if (key === "enclosure") note("enclosure of a podcast", values.join(" "), "nothing", "left");
    else if (!INTERNAL_META.test(key) && !key.startsWith("_") && values.some((value) => value.trim() !== ""))
      note(`custom field ${key}`, values.join(" "), "nothing");
  }
  const unique = item.guid !== "" && !ids.has(item.guid);
  if (item.guid !== "" && !unique) note("id that two posts have", item.guid, "the first one");
  if (unique) ids.add(item.guid);
  return {
    ...{ file: item.file, line: item.line, kind, left },
    title,
    address,
    aliases:
      address === undefined
        ? [queryOf(item)]
        : (item.meta.get("_wp_old_slug") ?? [])
            .map((slug) => withSlug(address, slug))
            .filter((alias) => alias !== address),
    ...(unique && { id: item.guid }),
    date: momentBetween(item.date, item.dateGmt) ?? localMoment(item.date, offset),
    draft,
    tags: tagsOf(item),
    authors: item.creator ? [item.creator] : [],
    description: descriptionOf(item, html),
    ...(thumbnail && { image: { src: thumbnail.url, alt: thumbnail.alt || undefined } }),
    canonical: metaOf(item, "_yoast_wpseo_canonical") || undefined,
    comments: item.comments.flatMap((comment) => commentOf(comment, note)),
    body: { format: "html", text: html, line: item.contentLine },
  };
}

/** The address that needs no settings; without them, it is the only one. */
function queryOf({ type, id }: WxrItem): string {
  return `/?${type === "page" ? "page_id" : "p"}=${id}`;
}

function metaOf(item: WxrItem, key: string): string {
  return item.meta.get(key)?.[0]?.trim() ?? "";
}

/** Nothing that was not public becomes so. */
function draftReason({ status, password }: WxrItem): { why: string } | undefined {
  if (password !== "") return { why: "protected by a password" };
  if (status === "publish") return undefined;
  const why: Readonly<Record<string, string>> = {
    future: "scheduled",
    pending: "waiting for review",
    private: "private",
    draft: "a draft",
  };
  return { why: why[status] ?? `of status ${status}` };
}

/** The category that posts get unasked says nothing. */
function tagsOf({ terms }: WxrItem): string[] {
  const wanted = terms.filter(
    ({ taxonomy, slug }) => /^(category|post_tag)$/.test(taxonomy) && slug !== "uncategorized",
  );
  return [
    ...new Set(wanted.map(({ name }) => plainTextOf(name)).filter((name) => name !== "" && name !== "Uncategorized")),
  ];
}

function descriptionOf(item: WxrItem, html: string): string | undefined {
  const meta = [
    "_yoast_wpseo_metadesc",
    "rank_math_description",
    "_aioseo_description",
    "_aioseop_description",
    "_genesis_description",
    "advanced_seo_description",
  ];
  const [before, after] = item.content.split(/<!--more\b/, 2);
  void html;
  return (
    plainTextOf(item.excerpt) ||
    meta.map((key) => metaOf(item, key)).find((text) => text !== "" && !text.includes("%%")) ||
    (after === undefined ? undefined : shortTextOf((before ?? "").replace(/\[[^\]]*\]/g, " ")))
  );
}

function withSlug(address: string, slug: string): string {
  return address.replace(/[^/]+(?=\/?$)/, decodedPath(slug));
}

/** Those that were shown, without mail addresses and IP numbers, which are not read. */
function commentOf(
  comment: WxrComment,
  note: (construct: string, was: string, now: string, outcome?: Left["outcome"]) => unknown,
): SourceComment[] {
  if (comment.approved !== "1") return [];
  if (comment.type !== "" && comment.type !== "comment") {
    note(comment.type, `${comment.author} ${comment.url}`, "nothing", "left");
    return [];
  }
  return [
    {
      id: comment.id,
      ...(comment.parent !== "0" && comment.parent !== "" && { parent: comment.parent }),
      author: plainTextOf(comment.author),
      ...(/^https?:/.test(comment.url) && { url: comment.url }),
      date: momentBetween(comment.dateGmt, comment.dateGmt),
      html: comment.content.replace(/\n/g, "<br>\n"),
    },
  ];
}

/** From a copy of the uploads beside the export where there is one, else from where they were. */
function filesOf(library: Library, path: string): SourceFile[] {
  const folder = existsSync(path) && statSync(path).isDirectory() ? path : dirname(path);
  const roots = ["", "wp-content/uploads", "uploads"].map((name) => join(folder, name));
  return [...library.all].flatMap(({ url, alt }): SourceFile[] => {
    const published = pathOfAddress(url);
    if (published === undefined) return [];
    const name = published.replace(/^.*?\/uploads\/(?:sites\/\d+\/)?/, "");
    const local = roots
      .flatMap((root) => [join(root, published), join(root, name), join(root, name.replace(SCALED, ""))])
      .find((file) => file.startsWith(folder) && existsSync(file) && statSync(file).isFile());
    return [{ path: published, at: local ? { file: local } : { url }, description: alt || undefined }];
  });
}
