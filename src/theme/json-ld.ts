/** What a page is in Schema.org's words (https://schema.org), as JSON that can't end its script element. */
import { absoluteUrl } from "../content/address.ts";
import type { Entry } from "../content/content.ts";
import type { Post } from "../content/post.ts";
import type { Project } from "../content/project.ts";
import { authorOf, type Site } from "../content/site.ts";

type Thing = Record<string, unknown>;

interface Described {
  site: Site;
  /** Site-relative. */
  path: string;
  title: string;
  description: string;
  /** The post or project that the page shows. */
  entry?: Entry | undefined;
  /** The preview image; its path is site-relative. */
  image?: { path: string; width?: number | undefined; height?: number | undefined } | undefined;
  /** The list that it is a part of. */
  within?: { name: string; path: string } | undefined;
}

/** A page's own thing and, for what is not the home page, the way to it. */
export function jsonLd(page: Described): string {
  const graph = page.path === "/" ? [webSite(page)] : [thingOf(page), breadcrumbs(page)];
  return JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replace(/</g, "\\u003c");
}

function thingOf(page: Described): Thing {
  const { site, path, title, description, entry } = page;
  if (entry?.kind === "post") return blogPosting(page, entry);
  if (entry?.kind === "project") return projectThing(page, entry);
  return { "@type": "WebPage", name: title, description, url: absoluteUrl(site, path), publisher: creatorOf(site) };
}

function webSite({ site, title, description }: Described): Thing {
  const url = absoluteUrl(site, "/");
  const target = `${absoluteUrl(site, "/search/")}?q={search_term_string}`;
  const action = { "@type": "SearchAction", target, "query-input": "required name=search_term_string" };
  const common = { name: title, description, url, inLanguage: site.language, publisher: creatorOf(site) };
  return { "@type": "WebSite", ...common, potentialAction: action };
}

function blogPosting({ site, path, description, image }: Described, post: Post): Thing {
  return {
    "@type": "BlogPosting",
    headline: post.title,
    description,
    image: image && imageObject(site, image),
    datePublished: post.published.toInstant().toString(),
    dateModified: (post.updated ?? post.published).toInstant().toString(),
    inLanguage: post.lang,
    keywords: post.tags.join(", ") || undefined,
    wordCount: post.body.words,
    author: creatorOf(site),
    mainEntityOfPage: absoluteUrl(site, path),
  };
}

function imageObject(site: Site, { path, width, height }: NonNullable<Described["image"]>): Thing {
  return { "@type": "ImageObject", url: absoluteUrl(site, path), width, height };
}

function projectThing({ site, path, title, description }: Described, { type, stack }: Project): Thing {
  const common = { name: title, description, url: absoluteUrl(site, path), author: creatorOf(site) };
  if (type === "open source")
    return { "@type": "SoftwareSourceCode", ...common, keywords: stack.join(", ") || undefined };
  return { "@type": "CreativeWork", ...common };
}

function breadcrumbs({ site, path, title, within }: Described): Thing {
  const folders: Record<string, string> = { posts: "Essays", projects: "Projects", tags: "Tags" };
  const folder = path.split("/")[1] ?? "";
  const above = folders[folder] && path !== `/${folder}/` ? [{ name: folders[folder], path: `/${folder}/` }] : [];
  const list = within && within.path !== above[0]?.path ? [{ name: within.name, path: within.path }] : [];
  const steps = [{ name: site.title, path: "/" }, ...above, ...list, { name: title, path }];
  const items = steps.map((step, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name: step.name,
    item: absoluteUrl(site, step.path),
  }));
  return { "@type": "BreadcrumbList", itemListElement: items };
}

/** A site whose author is not named publishes under its own title. */
function creatorOf(site: Site): Thing {
  const { name, url } = authorOf(site);
  const profiles = site.profiles.length > 0 ? site.profiles : undefined;
  return { "@type": site.author ? "Person" : "Organization", name, url: url ?? site.url, sameAs: profiles };
}
