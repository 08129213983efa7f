/** The content of a site, edition by edition: what its pages, lists and feeds are made of. */
import { type Content, type ContentParts, contentOf } from "./content.ts";
import { collectionsIn, type Edition, editionFor, editionsOf, pathIn, siteIn } from "./editions.ts";
import { namesOf } from "./names-of.ts";
import type { NavigationLink } from "./navigation.ts";
import { navigationOf } from "./navigation.ts";
import { relatedWithTranslations } from "./related.ts";
import type { Site } from "./site.ts";
import { hasPart } from "./site-parts.ts";
import { say, speechOf } from "./words/words.ts";

/** `whole` is the content of these parts, and the only edition of a site in one language. */
export function contentEditions(whole: Content, parts: ContentParts): Content[] {
  const editions = editionsOf(parts.site);
  if (editions.length === 1) return [whole];
  return editions.map((edition) => contentIn(edition, whole, parts));
}

function contentIn(edition: Edition, whole: Content, parts: ContentParts): Content {
  const site = siteIn(parts.site, edition);
  const collections = collectionsIn(parts.collections, parts.site, edition);
  const entries = parts.entries.filter(({ lang }) => editionFor(parts.site, lang).root === edition.root);
  const { root, language } = edition;
  const hasOwnLinks = parts.site.languages[language]?.navigation !== undefined;
  const { redirects, comments, mentions, copyCounts } = whole;
  const content = contentOf({
    ...{
      site,
      collections,
      entries,
      everywhere: parts.entries,
      root,
      editions: whole.editions,
      redirects,
      comments,
      mentions,
      copyCounts,
    },
    ...(parts.words && { words: parts.words }),
  });
  return {
    ...content,
    navigation: root === "/" || hasOwnLinks ? content.navigation : navigationIn(content, whole),
    related: relatedWithTranslations(content.related, whole, entries),
  };
}

/** Pages that each edition has, as long as the site does not do without them. */
const IN_EACH = [
  { path: "/subscribe/", phrase: "subscribe", isThere: (site: Site) => hasPart(site, "feeds") },
  { path: "/tags/", phrase: "tags", isThere: (site: Site) => hasPart(site, "tags") },
  { path: "/authors/", phrase: "authors", isThere: ({ authors }: Site) => namesOf(authors).length > 0 },
] as const;

/** The links of the settings that lead to something in this language, and those of its own pages. */
function navigationIn(content: Content, whole: Content): NavigationLink[] {
  const { root, lists, entries, translations } = content;
  const ofSettings = whole.site.navigation.flatMap((link): NavigationLink[] => {
    const { path } = link;
    if (path === undefined) return [link];
    const list = lists.find((one) => one.path === pathIn({ root }, path));
    if (list) return [{ label: list.name, path: list.path }];
    const known = IN_EACH.find((one) => one.path === path && one.isThere(content.site));
    const said = known && say(speechOf(content.site, content.site.language), known.phrase);
    if (said && !said.lang) return [{ label: said.text, path: pathIn({ root }, path) }];
    const page = whole.entries.find((entry) => entry.path === path);
    const translated =
      page && translations.get(page.file)?.find((entry) => entries.some(({ file }) => file === entry.file));
    return translated ? [{ label: translated.title, path: translated.path }] : [];
  });
  return navigationOf({ ...content.site, navigation: ofSettings }, entries);
}
