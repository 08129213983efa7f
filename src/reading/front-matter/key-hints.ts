/** Keys that other engines have in their front matter or settings, and what to write here instead. */
import {
  aliases,
  always,
  author,
  expiry,
  hidden,
  image,
  imageAlt,
  isShort,
  type KeyHint,
  licence,
  order,
  permalink,
  pinned,
  published,
  renamed,
  service,
  slug,
  tags,
  useless,
} from "./key-hint-texts.ts";

const HINTS = new Map<string, KeyHint>([
  ...row(
    "pubdate publishdate publisheddate publishedat publishedon publishedtime datepublished created createdat createdate creationdate datecreated posted postedon time datetime firstpublished",
    renamed("date"),
  ),
  ...row(
    "lastmod lastmodified lastmodifiedat modified modifieddate modifiedat modifiedtime datemodified updateddate updatedat updatedon updatedtime dateupdated lastupdated lastupdate update edited editedat revised",
    renamed("updated"),
  ),
  ...row("subtitle", renamed("tagline", "description", "summary")),
  ...row(
    "summary description excerpt abstract subheading lead lede intro teaser blurb synopsis metadescription seodescription ogdescription tldr deck dek standfirst headline",
    renamed("description", "summary", "tagline"),
  ),
  ...row(
    "cover coverimage image images img hero heroimage banner bannerimage thumbnail thumb featuredimage featureimage featured-image ogimage socialimage shareimage header headerimage preview previewimage card photo picture poster twitterimage metaimage",
    image,
  ),
  ...row("imagealt coveralt heroalt imagecaption covercaption alt heroimagealt imagealttext coverimagealt", imageAlt),
  ...row(
    "tag tags category categories keyword keywords topic topics label labels subject subjects hashtags taxonomies",
    tags,
  ),
  ...row("tech technology technologies tools techstack languages builtwith", renamed("stack")),
  ...row("client company customer employer organization organisation", renamed("where")),
  ...row("date", always("delete it: a page has no date, and updated says when it last changed", "sections")),
  ...row("slug", slug),
  ...row("url permalink path uri address route", permalink),
  ...row("redirectfrom redirect redirects redirectto alias aliases oldurl oldurls formerurls previousurls", aliases),
  ...row("published publish status state visibility public", published),
  ...row("private hidden unlisted isdraft wip inprogress draft", hidden),
  ...row("lang language locale languagecode hreflang languages", renamed("lang", "language")),
  ...row("author authors byline creator writer by", author),
  ...row("name heading", renamed("title")),
  ...row("guid uuid uid atomid entryid feedid", renamed("id")),
  ...row(
    "rss feeds excludefromfeed excludefromrss rssignore norss",
    always("feed: none keeps it out of feeds", "feed"),
  ),
  ...row(
    "changelog history changes updates edits corrections",
    always("write revisions: [{ date: …, note: … }]", "revisions"),
  ),
  ...row("expirydate expires expiry unpublishdate expirationdate reviewdate reviewby", expiry),
  ...row("weight order position priority rank sort sortorder", order),
  ...row(
    "seriesorder seriesweight part episode chapter seriesindex seriespart",
    always("delete it: the parts of a series are in the order of their dates", "series"),
  ),
  ...row("collection seriestitle", renamed("series")),
  ...row(
    "layout template theme style css class bodyclass cssclass stylesheet cssclasses templateengineoverride templateclass",
    useless("a page's look is the site's"),
  ),
  ...row("type kind contenttype collectionname archetype", useless("the folder says what it is")),
  ...row(
    "toc tableofcontents showtoc tocopen tocdepth sidebar nav navigationtitle",
    useless("a text of several sections has a list of them"),
  ),
  ...row(
    "math katex mathjax latex usemath mermaid diagram diagrams hasmath",
    useless("formulas and diagrams are drawn wherever they stand"),
  ),
  ...row(
    "comments comment commentsenabled disqus giscus utterances discussion allowcomments discussionid",
    service("comments", "there are no comments here"),
  ),
  ...row(
    "readingtime readtime wordcount words minutes timetoread estimatedreadingtime showreadingtime",
    useless("it is counted from the text"),
  ),
  ...row(
    "menu menus linktitle navigation nav navorder navtitle eleventynavigation",
    // A page's own key is a flag, and has sections beside it; the settings have a list.
    ({ known }) => {
      if (!known.has("navigation")) return "delete it: the navigation stands in _data/site.ts";
      return known.has("sections") ? "write navigation: true" : "write navigation: [{ label: …, path: … }]";
    },
  ),
  ...row(
    "sitemap robots searchable search pagefind excludefromsearch sitemapexclude eleventyexcludefromcollections index unlisted hidefromsearch",
    always("write noindex: true to keep it out of search", "noindex"),
  ),
  ...row("featured sticky favorite favourite star highlight top pin", pinned),
  ...row(
    "markup format renderer engine mdx parser codefolding highlightjs syntaxhighlighting",
    useless("every file is the same Markdown"),
  ),
  ...row(
    "share socialshare sharebuttons twitter twittercard facebook opengraph og seo meta metatitle seotitle",
    useless("what is shared is made from the title and the description"),
  ),
  ...row("canonicalurl originalurl crosspost source sourceurl via relcanonical", renamed("canonical")),
  ...row("license licence copyright rights", licence),
  ...row("editlink editurl editpage editpost repository repo", ({ known }) =>
    known.has("edit") ? 'write edit: "https://github.com/name/blog/edit/main/{file}"' : undefined,
  ),
  ...row("disable disabled features plugins modules exclude hide off", ({ known }) =>
    known.has("without") ? 'write without: ["projects", "tags"] for what the site does without' : undefined,
  ),
  ...row(
    "output outputs headless build cascade resources params layoutoptions options data computed pagination permalinkbypassoutputdir gitinfo translationkey iscjklanguage",
    useless("nothing here reads it"),
  ),
  ...row(
    "analytics googleanalytics gtag ga tracking goatcounter plausible umami matomo fathom",
    service("counting", "what counts readers is a setting of the site"),
  ),
  ...row(
    "newsletter buttondown mailchimp substack convertkit",
    service("newsletter", "a newsletter is a setting of the site"),
  ),
  ...row(
    "webmention webmentions webmentionio webmentionendpoint pingback brid bridgy",
    service("webmentions", "webmentions are a setting of the site"),
  ),
  ...row("syndicated syndicate syndicateto syndicatedto syndicationlinks posse copies", ({ value, known }) =>
    // It takes a list, even of one.
    renamed("syndication")({ value: isShort(value) ? [value] : value, known }),
  ),
  // Settings of a site.
  ...row("baseurl site siteurl domain host origin rooturl base basepath pathprefix", renamed("url")),
  ...row("timezone tz", renamed("timeZone")),
  ...row(
    "social socials links sameas relme me profile mastodonurl github",
    always("write profiles: a list of addresses", "profiles"),
  ),
  ...row("mastodon fediversecreator activitypub", renamed("fediverse")),
  ...row("paginate postsperpage pagesize perpage", renamed("homeLength")),
  ...row("feedlimit rsslimit feedsize", renamed("feedLength")),
  ...row("headerlinks navlinks mainmenu topnav", renamed("navigation")),
  ...row("email mail contact", ({ known }) =>
    known.has("author") && known.has("url") ? 'write author: { name: "…", email: "…" }' : undefined,
  ),
]);

const INNER = new Map<string, string>([
  ...["url", "path", "file", "image", "href", "source", "name"].map((key) => [`image ${key}`, "src"] as const),
  ...["alttext", "caption", "title", "description", "text"].map((key) => [`image ${key}`, "alt"] as const),
  ...["text", "message", "description", "change", "comment", "what", "title", "summary"].map(
    (key) => [`revisions ${key}`, "note"] as const,
  ),
  ...["day", "when", "at", "time"].map((key) => [`revisions ${key}`, "date"] as const),
  ...["value", "number", "metric", "result"].map((key) => [`outcomes ${key}`, "figure"] as const),
  ...["label", "what", "text", "description", "unit"].map((key) => [`outcomes ${key}`, "counts"] as const),
  ...["href", "link", "to"].map((key) => [`navigation ${key}`, "path, or url where it leads elsewhere"] as const),
  ...["title", "name", "text"].map((key) => [`navigation ${key}`, "label"] as const),
]);

/**
 * What to do about a key that is not known; undefined for one that no other engine is known to have. `path` leads to it, `value` is what
 * it says, `known` are the keys of the outermost object.
 */
export function keyHint(path: readonly PropertyKey[], value: unknown, known: ReadonlySet<string>): string | undefined {
  const key = plain(String(path.at(-1)));
  if (path.length === 1) return HINTS.get(key)?.({ value, known });
  const inner = INNER.get(`${String(path[0])} ${key}`);
  return inner && `write ${inner}`;
}

function row(keys: string, hint: KeyHint): [string, KeyHint][] {
  return keys.split(" ").map((key) => [plain(key), hint]);
}

function plain(key: string): string {
  return key.toLowerCase().replace(/[-_:. ]/g, "");
}
