/** Metadata in a page's head, for search engines, feed readers and link previews. */
import type { JSX } from "preact";
import { absoluteUrl, folderOf } from "../../content/address.ts";
import { authorsOf } from "../../content/author.ts";
import { timestampOf } from "../../content/date.ts";
import { defaultAlternate } from "../../content/editions.ts";
import { hasPart } from "../../content/site-parts.ts";
import { jsonLd } from "../json-ld.ts";
import type { PageInfo, SharePicture } from "../page.ts";
import { feedsFor, href, type View } from "../view.ts";
import { MANIFEST } from "../web-manifest.ts";
import { textOf } from "../words.ts";
import { Html } from "./html.tsx";

interface Props {
  view: View;
  info: PageInfo;
  /** The author's own, or the one that is drawn from the title. */
  image: SharePicture | undefined;
}

export function Metadata({ view, info, image }: Props): JSX.Element {
  const { site, lists, root } = view.content;
  const {
    entry,
    article,
    thing,
    within,
    indexed: isListed = !entry?.noindex,
    authors = entry && authorsOf(entry, site),
  } = info;
  const indexed = isListed && !site.noindex;
  const handles = new Set(authors?.flatMap(({ fediverse }) => fediverse ?? []));
  const title = info.title ?? site.title;
  const description = info.description ?? site.description;
  const url = entry?.canonical ?? absoluteUrl(site, view.path);
  return (
    <>
      <title>{info.title ? `${info.title} · ${site.title}` : site.title}</title>
      <meta name="description" content={description} />
      {/* A site's title is nobody's name. */}
      {authors && authors[0]?.name !== site.title && (
        <meta name="author" content={authors.map(({ name }) => name).join(", ")} />
      )}
      {indexed && <Alternates view={view} />}
      {indexed ? <link rel="canonical" href={url} /> : <meta name="robots" content="noindex" />}
      <meta property="og:site_name" content={site.title} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content={article ? "article" : "website"} />
      <meta property="og:url" content={url} />
      {image && <PreviewImage url={absoluteUrl(site, image.path)} image={image} />}
      {article?.published && <meta property="article:published_time" content={timestampOf(article.published)} />}
      {article?.updated && <meta property="article:modified_time" content={timestampOf(article.updated)} />}
      {feedsFor(view).map((feed) =>
        feed.documents.map(({ name, path, type }) => (
          <link rel="alternate" type={type} title={`${feed.title} (${name})`} href={href(view, path)} />
        )),
      )}
      {hasPart(site, "search") && (
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title={site.title}
          href={href(view, "/opensearch.xml")}
        />
      )}
      <link rel="icon" href={href(view, view.theme.assets.icon)} />
      {/* At a host's top, phones find it by its name. */}
      {href(view, "/") !== "/" && <link rel="apple-touch-icon" href={href(view, "/apple-touch-icon.png")} />}
      <link rel="manifest" href={href(view, MANIFEST)} />
      {entry && <link rel="alternate" type="text/markdown" href={href(view, `${folderOf(view.path)}index.md`)} />}
      {article && site.services.webmentions && <link rel="webmention" href={site.services.webmentions.endpoint} />}
      {[...(handles.size > 0 ? handles : site.fediverse ? [site.fediverse] : [])].map((handle) => (
        <meta name="fediverse:creator" content={handle} />
      ))}
      <Html
        as="script"
        type="application/ld+json"
        html={jsonLd({
          site,
          lists,
          root,
          path: view.path,
          title,
          description,
          thing,
          image,
          within,
          tags: textOf(view, "tags"),
        })}
      />
    </>
  );
}

/** The page in other languages, as search engines want it: each names all, itself included. */
function Alternates({ view }: { view: View }): JSX.Element | null {
  const { site, editions } = view.content;
  const all = view.alternates.get(view.path);
  if (!all) return null;
  const others = defaultAlternate(all, editions);
  return (
    <>
      {all.map(({ language, path }) => (
        <link rel="alternate" hreflang={language} href={absoluteUrl(site, path)} />
      ))}
      {others && <link rel="alternate" hreflang="x-default" href={absoluteUrl(site, others.path)} />}
    </>
  );
}

function PreviewImage({ url, image: { alt, width, height } }: { url: string; image: SharePicture }): JSX.Element {
  return (
    <>
      <meta property="og:image" content={url} />
      {width && <meta property="og:image:width" content={String(width)} />}
      {height && <meta property="og:image:height" content={String(height)} />}
      <meta property="og:image:alt" content={alt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
