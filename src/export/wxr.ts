/** The file that WordPress imports (WXR 1.2): posts and pages with their whole text, tags, old ids and comments. */
import { absoluteUrl } from "../content/address.ts";
import type { Comment } from "../content/comment.ts";
import { momentOf } from "../content/date.ts";
import type { Entry } from "../content/entry.ts";
import { authorOf, type Site } from "../content/site.ts";
import { spellingOf } from "../content/slugs.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import { slugOf } from "../content/text/slug.ts";

const LOGIN = "author";

export interface WxrContent {
  readonly site: Site;
  readonly entries: readonly Entry[];
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
  /** An entry's id in feeds. */
  readonly idOf: (entry: Entry) => string;
}

export function wxr({ site, entries, comments, idOf }: WxrContent): string {
  const { name } = authorOf(site);
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>${escapeMarkup(site.title)}</title>
<link>${escapeMarkup(site.url)}</link>
<description>${escapeMarkup(site.description)}</description>
<language>${escapeMarkup(site.language)}</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${escapeMarkup(site.url)}</wp:base_site_url>
<wp:base_blog_url>${escapeMarkup(site.url)}</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>${LOGIN}</wp:author_login><wp:author_display_name>${cdata(name)}</wp:author_display_name></wp:author>
${entries.map((entry, index) => itemOf(entry, index + 1, site, comments.get(entry.slug) ?? [], idOf(entry))).join("\n")}
</channel>
</rss>
`;
}

function itemOf(entry: Entry, number: number, site: Site, comments: readonly Comment[], id: string): string {
  const { title, path, summary, tags, published, draft, scheduled, slug } = entry;
  const moment = published?.withTimeZone("UTC");
  const spelling = spellingOf(site, site.language);
  const utc = moment ? stamp(moment) : "0000-00-00 00:00:00";
  const local = published ? stamp(published.withTimeZone(site.timeZone)) : utc;
  return `<item>
<title>${cdata(title)}</title>
<link>${escapeMarkup(absoluteUrl(site, path))}</link>
<dc:creator>${LOGIN}</dc:creator>
<guid isPermaLink="false">${escapeMarkup(id)}</guid>
<content:encoded>${cdata(entry.body.feedHtml().trim())}</content:encoded>
<excerpt:encoded>${cdata(summary ?? "")}</excerpt:encoded>
<wp:post_id>${number}</wp:post_id>
<wp:post_date>${local}</wp:post_date>
<wp:post_date_gmt>${draft ? "0000-00-00 00:00:00" : utc}</wp:post_date_gmt>
<wp:comment_status>closed</wp:comment_status>
<wp:post_name>${escapeMarkup(slug)}</wp:post_name>
<wp:status>${draft ? "draft" : scheduled ? "future" : "publish"}</wp:status>
<wp:post_type>${published ? "post" : "page"}</wp:post_type>
<wp:post_password></wp:post_password>
${tags.map((tag) => `<category domain="post_tag" nicename="${escapeMarkup(slugOf(tag, spelling))}">${cdata(tag)}</category>`).join("\n")}
${flat(comments)
  .map((comment) => commentOf(comment, site))
  .join("\n")}
</item>`;
}

interface Placed {
  comment: Comment;
  number: number;
  parent: number;
}

function flat(comments: readonly Comment[], parent = 0, counter = { last: 0 }): Placed[] {
  return comments.flatMap((comment) => {
    const number = ++counter.last;
    return [{ comment, number, parent }, ...flat(comment.answers, number, counter)];
  });
}

function commentOf({ comment: { data, html }, number, parent }: Placed, site: Site): string {
  const date = data.date === undefined ? "" : stamp(momentOf(data.date, site.timeZone).withTimeZone("UTC"));
  return `<wp:comment><wp:comment_id>${number}</wp:comment_id><wp:comment_author>${cdata(data.author)}</wp:comment_author><wp:comment_author_url>${escapeMarkup(data.url ?? "")}</wp:comment_author_url><wp:comment_date_gmt>${date}</wp:comment_date_gmt><wp:comment_content>${cdata(html)}</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`;
}

/** `2016-03-01 22:00:00`. */
function stamp(moment: { toPlainDateTime(): { toString(options: { smallestUnit: "second" }): string } }): string {
  return moment.toPlainDateTime().toString({ smallestUnit: "second" }).replace("T", " ");
}

/** A `]]>` of the text is divided over two sections, as WordPress does it. */
function cdata(value: string): string {
  return `<![CDATA[${value.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}
