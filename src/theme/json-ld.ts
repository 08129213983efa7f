/** A page as Schema.org data (https://schema.org), in JSON that can't end its script element. */
import { absoluteUrl } from "../content/address.ts";
import { type Author, authorsOf } from "../content/author.ts";
import type { Content } from "../content/content.ts";
import { timestampOf } from "../content/date.ts";
import type { DatedEntry, Entry } from "../content/entry.ts";
import type { Project } from "../content/project.ts";
import { authorOf, type Site } from "../content/site.ts";
import { hasPart } from "../content/site-parts.ts";

export type Thing = Record<string, unknown>;

interface Described extends Pick<Content, "lists" | "site" | "root"> {
  /** Site-relative. */
  path: string;
  title: string;
  description: string;
  /** What the page shows; a plain page, if left out. */
  thing: Thing | undefined;
  /** The preview image; its path is site-relative. */
  image: { path: string } | undefined;
  /** The list that it is a part of. */
  within: { name: string; path: string } | undefined;
  /** What the list of tags is called. */
  tags: string;
}

/** A page's own thing and, for what is not the home page, the way to it. */
export function jsonLd(page: Described): string {
  const { thing, image, site } = page;
  const shown = thing && image ? { ...thing, image: absoluteUrl(site, image.path) } : thing;
  const graph = page.path === page.root ? [webSite(page)] : [shown ?? webPage(page), breadcrumbs(page)];
  return JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replace(/</g, "\\u003c");
}

/** What is published on a day, such as an essay. */
/** `translations` are those of the entry and itself, the original first. */
export function articleThing(site: Site, entry: DatedEntry, translations: readonly Entry[] = []): Thing {
  return {
    "@type": "BlogPosting",
    headline: entry.title,
    description: entry.summary ?? site.description,
    datePublished: timestampOf(entry.published),
    dateModified: entry.updated && timestampOf(entry.updated),
    inLanguage: entry.lang,
    ...otherLanguages(site, entry, translations),
    keywords: entry.keywords.join(", ") || undefined,
    author: writersOf(site, entry),
    citation: entry.body.citations,
    license: site.licence?.url,
    mainEntityOfPage: entry.canonical ?? absoluteUrl(site, entry.path),
  };
}

/** As Schema.org has it: the original is a work, of which the translations are others. */
function otherLanguages(site: Site, { file }: Entry, [original, ...others]: readonly Entry[]): Thing {
  const linkTo = ({ lang, path }: Entry) => ({ "@id": absoluteUrl(site, path), inLanguage: lang });
  if (!original) return {};
  return original.file === file ? { workTranslation: others.map(linkTo) } : { translationOfWork: linkTo(original) };
}

export function projectThing(site: Site, project: Project): Thing {
  const { kind, title, summary, path, stack } = project;
  const common = { name: title, description: summary, url: absoluteUrl(site, path), author: writersOf(site, project) };
  if (kind === "open source")
    return { "@type": "SoftwareSourceCode", ...common, keywords: stack.join(", ") || undefined };
  return { "@type": "CreativeWork", ...common };
}

function webPage({ site, path, title, description }: Described): Thing {
  return { "@type": "WebPage", name: title, description, url: absoluteUrl(site, path), publisher: creatorOf(site) };
}

function webSite({ site, root, title, description }: Described): Thing {
  const url = absoluteUrl(site, root);
  const publisher = creatorOf(site);
  const common = { name: title, description, url, inLanguage: site.language, publisher, license: site.licence?.url };
  const target = `${absoluteUrl(site, `${root}search/`)}?q={search_term_string}`;
  const action = { "@type": "SearchAction", target, "query-input": "required name=search_term_string" };
  return { "@type": "WebSite", ...common, potentialAction: hasPart(site, "search") ? action : undefined };
}

function breadcrumbs({ site, root, lists, path, title, within, tags }: Described): Thing {
  const listings = [...lists, ...(hasPart(site, "tags") ? [{ name: tags, path: `${root}tags/` }] : [])];
  const above = listings.filter((list) => path.startsWith(list.path) && path !== list.path);
  const list = within && within.path !== above[0]?.path ? [{ name: within.name, path: within.path }] : [];
  const steps = [{ name: site.title, path: root }, ...above, ...list, { name: title, path }];
  const items = steps.map((step, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name: step.name,
    item: absoluteUrl(site, step.path),
  }));
  return { "@type": "BreadcrumbList", itemListElement: items };
}

/** One of the site's authors. */
export function personThing(site: Site, { name, url, path, about, profiles = [] }: Author): Thing {
  const elsewhere = [...(url ? [url] : []), ...profiles.map((profile) => profile.url)];
  return {
    "@type": "Person",
    name,
    url: path ? absoluteUrl(site, path) : url,
    description: about,
    sameAs: elsewhere.length > 0 ? elsewhere : undefined,
  };
}

function writersOf(site: Site, entry: Entry): Thing | Thing[] {
  if (entry.authors.length === 0) return creatorOf(site);
  return authorsOf(entry, site).map(({ about: _, ...author }) => personThing(site, author));
}

/** A site whose author is not named publishes under its own title. */
function creatorOf(site: Site): Thing {
  const { name, url } = authorOf(site);
  const profiles = site.profiles.length > 0 ? site.profiles.map((profile) => profile.url) : undefined;
  return { "@type": site.author ? "Person" : "Organization", name, url: url ?? site.url, sameAs: profiles };
}
