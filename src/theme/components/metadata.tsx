/** What a page's head tells search engines, feed readers and those who show a preview of it. */
import type { JSX } from "preact";
import { absoluteUrl } from "../../content/address.ts";
import type { Entry } from "../../content/content.ts";
import { jsonLd } from "../json-ld.ts";
import { feedsFor, href, type SharePicture, type View } from "../view.ts";
import { Html } from "./html.tsx";

export interface PageInfo {
  /** Missing on the home page, which has the site's own. */
  title?: string | undefined;
  description?: string | undefined;
  /** A picture for previews; where it is missing, one is drawn from the title. */
  image?: SharePicture | undefined;
  /** The post or project that the page shows. */
  entry?: Entry | undefined;
  /** The list that the page is a part of. */
  within?: { name: string; path: string } | undefined;
  /** False for pages that search engines should not list. */
  indexed?: boolean;
}

export function Metadata({ view, info }: { view: View; info: PageInfo }): JSX.Element {
  const { site } = view.content;
  const { entry, within, indexed = true } = info;
  const post = entry?.kind === "post" ? entry : undefined;
  const title = info.title ?? site.title;
  const description = info.description ?? site.description;
  const url = absoluteUrl(site, view.path);
  const image = info.image ?? (indexed ? drawnFrom(view, info.title) : undefined);
  return (
    <>
      <title>{info.title ? `${info.title} · ${site.title}` : site.title}</title>
      <meta name="description" content={description} />
      {indexed ? <link rel="canonical" href={url} /> : <meta name="robots" content="noindex" />}
      <meta property="og:site_name" content={site.title} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content={post ? "article" : "website"} />
      <meta property="og:url" content={url} />
      {image && <PreviewImage url={absoluteUrl(site, image.path)} image={image} />}
      {post && <meta property="article:published_time" content={post.published.toInstant().toString()} />}
      {post?.updated && <meta property="article:modified_time" content={post.updated.toInstant().toString()} />}
      {feedsFor(view).map((feed) =>
        feed.documents.map(({ name, path, type }) => (
          <link rel="alternate" type={type} title={`${feed.title} (${name})`} href={href(view, path)} />
        )),
      )}
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        title={site.title}
        href={href(view, "/opensearch.xml")}
      />
      {entry && <link rel="alternate" type="text/markdown" href={href(view, `${view.path}index.md`)} />}
      {site.profiles.map((profile) => (
        <link rel="me" href={profile} />
      ))}
      {site.fediverse && <meta name="fediverse:creator" content={site.fediverse} />}
      <Html
        as="script"
        type="application/ld+json"
        html={jsonLd({ site, path: view.path, title, description, image, entry, within })}
      />
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

/** The page's title over the site's name; on the home page, the site's name over what is said of it. */
function drawnFrom({ content: { site }, shareImage }: View, title: string | undefined): SharePicture | undefined {
  const ofSite = { title: site.title, foot: site.tagline ?? new URL(site.url).host };
  const ofPage = title ? { title, foot: site.title } : ofSite;
  return shareImage?.(ofPage) ?? shareImage?.(ofSite);
}
