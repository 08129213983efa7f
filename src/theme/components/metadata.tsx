/** What a page's head tells search engines, feed readers and those who show a preview of it. */
import type { JSX } from "preact";
import { absoluteUrl } from "../../content/address.ts";
import type { Post } from "../../content/post.ts";
import { authorOf } from "../../content/site.ts";
import { href, type SharePicture, type View } from "../view.ts";
import { Html } from "./html.tsx";

export interface PageInfo {
  /** Missing on the home page, which has the site's own. */
  title?: string | undefined;
  description?: string | undefined;
  /** A picture for previews; where it is missing, one is drawn from the title. */
  image?: SharePicture | undefined;
  /** The post that the page shows. */
  post?: Post | undefined;
  /** False for pages that search engines should not list. */
  indexed?: boolean;
}

export function Metadata({ view, info }: { view: View; info: PageInfo }): JSX.Element {
  const { site } = view.content;
  const { post, indexed = true } = info;
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
      {view.feeds.map(({ name, path, type }) => (
        <link rel="alternate" type={type} title={`${site.title} (${name})`} href={href(view, path)} />
      ))}
      <Html as="script" type="application/ld+json" html={jsonLd(view, info)} />
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

/** Schema.org's words for the page, as JSON that can't end its script element. */
function jsonLd(view: View, { title, description, post }: PageInfo): string {
  const { site } = view.content;
  const author = authorOf(site);
  const creator = { "@type": site.author ? "Person" : "Organization", name: author.name, url: author.url ?? site.url };
  const url = absoluteUrl(site, view.path);
  const data = post
    ? {
        "@type": "BlogPosting",
        headline: post.title,
        description: post.description,
        datePublished: post.published.toInstant().toString(),
        dateModified: (post.updated ?? post.published).toInstant().toString(),
        inLanguage: post.lang,
        keywords: post.tags.join(", ") || undefined,
        wordCount: post.body.words,
        author: creator,
        mainEntityOfPage: url,
      }
    : {
        "@type": title ? "WebPage" : "WebSite",
        name: title ?? site.title,
        description: description ?? site.description,
        url,
        publisher: creator,
      };
  return JSON.stringify({ "@context": "https://schema.org", ...data }).replace(/</g, "\\u003c");
}
