/** What a page's head tells search engines, feed readers and those who show a preview of it. */
import type { JSX } from "preact";
import { absoluteUrl } from "../../content/address.ts";
import type { Post } from "../../content/post.ts";
import { authorOf } from "../../content/site.ts";
import { href, type View } from "../view.ts";
import { Html } from "./html.tsx";

export interface PageInfo {
  /** Missing on the home page, which has the site's own. */
  title?: string | undefined;
  description?: string | undefined;
  /** Site-relative path of a picture for previews. */
  image?: { path: string; alt: string } | undefined;
  /** The post that the page shows. */
  post?: Post | undefined;
  /** False for pages that search engines should not list. */
  indexed?: boolean;
}

export function Metadata({ view, info }: { view: View; info: PageInfo }): JSX.Element {
  const { site } = view.content;
  const { image, post, indexed = true } = info;
  const title = info.title ?? site.title;
  const description = info.description ?? site.description;
  const url = absoluteUrl(site, view.path);
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
      {image && <meta property="og:image" content={absoluteUrl(site, image.path)} />}
      {image && <meta property="og:image:alt" content={image.alt} />}
      {post && <meta property="article:published_time" content={post.published.toInstant().toString()} />}
      {post?.updated && <meta property="article:modified_time" content={post.updated.toInstant().toString()} />}
      {view.feeds.map(({ name, path, type }) => (
        <link rel="alternate" type={type} title={`${site.title} (${name})`} href={href(view, path)} />
      ))}
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        title={site.title}
        href={href(view, "/opensearch.xml")}
      />
      <Html as="script" type="application/ld+json" html={jsonLd(view, info)} />
    </>
  );
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
