/** Where a Jekyll site listed posts by category and tag: pages and feeds that plugins make, and pages that it has as files. */
import type { SourceFeed, SourceListing } from "../source-site.ts";
import { joined } from "../trees/path-parts.ts";
import { filledPattern, plainSlug } from "../trees/permalink.ts";
import type { Tree } from "../trees/tree.ts";
import { at, type Data, firstText, isFalse, isTrue, recordAt, textsOf } from "../trees/values.ts";
import { pageAddress, TEXTS } from "./jekyll-addresses.ts";

/** What posts are filed under, each once. */
export interface Terms {
  readonly tags: Iterable<string>;
  readonly categories: Iterable<string>;
}

export function jekyllListings(tree: Tree, base: string, config: Data, terms: Terms): SourceListing[] {
  return [...ofFiles(tree, base, config), ...ofArchives(config, terms), ...ofAutopages(config, terms)];
}

/** https://github.com/jekyll/jekyll-archives/blob/master/docs/configuration.md */
function ofArchives(config: Data, { tags, categories }: Terms): SourceListing[] {
  const settings = recordAt(config, "jekyll-archives");
  const enabled = textsOf(settings["enabled"]);
  const has = (kind: string) => enabled.some((one) => one === kind || one === "all" || one === "true");
  const path = (kind: string) => firstText(recordAt(settings, "permalinks"), kind) ?? `/${kind}/:name/`;
  return [
    ...(has("categories") ? pagesOf(path("category"), categories) : []),
    ...(has("tags") ? pagesOf(path("tag"), tags) : []),
  ];
}

/** https://github.com/sverrirs/jekyll-paginate-v2/blob/master/README-AUTOPAGES.md */
function ofAutopages(config: Data, { tags, categories }: Terms): SourceListing[] {
  const settings = recordAt(config, "autopages");
  if (!isTrue(settings["enabled"])) return [];
  const pages = (kind: string, pattern: string, names: Iterable<string>) =>
    isFalse(at(settings, `${kind}.enabled`)) ? [] : pagesOf(firstText(settings, `${kind}.permalink`) ?? pattern, names);
  return [...pages("categories", "/category/:cat", categories), ...pages("tags", "/tag/:tag", tags)];
}

/** Of the plugin for feeds, which has one of a tag only where no letter of its name needs care. https://github.com/jekyll/jekyll-feed */
export function jekyllFeeds(config: Data, { tags }: Terms): SourceFeed[] {
  const settings = recordAt(config, "feed");
  const ofTags = at(settings, "tags");
  const path = firstText(ofTags, "path") ?? "/feed/by_tag/";
  const except = textsOf(at(ofTags, "except"));
  const only = textsOf(at(ofTags, "only"));
  const wanted = ofTags === undefined || isFalse(ofTags) ? [] : only.length > 0 ? only : [...tags];
  const categories = [...textsOf(settings["categories"]), ...textsOf(at(settings, "collections.posts.categories"))];
  return [
    ...categories.map((tag) => ({ path: joined("feed", `${tag}.xml`), tag })),
    ...wanted
      .filter((tag) => /^\w+$/.test(tag) && !except.includes(tag))
      .map((tag) => ({ path: joined(`${path}${tag}.xml`), tag })),
  ];
}

function pagesOf(pattern: string, names: Iterable<string>): SourceListing[] {
  return [...names].map((tag) => {
    const name = plainSlug(tag);
    return { path: filledPattern(pattern, { name, cat: name, tag: name }), tag };
  });
}

const LIST_OF_TAGS = /\/(tags?|categor(y|ies)|topics?)(\.html|\/)?$/i;

/** Themes have a page for all, and a page for each, which says whose it is. */
function ofFiles(tree: Tree, base: string, config: Data): SourceListing[] {
  const prefix = base ? `${base}/` : "";
  return tree.files.flatMap((file): SourceListing[] => {
    const below = file.slice(prefix.length);
    const isPage = TEXTS.test(below) && !/(^|\/)[_.](?!pages\/)/.test(below);
    if (!file.startsWith(prefix) || !isPage || !/tag|categor|topic/i.test(below)) return [];
    const { data = {} } = tree.read(file) ?? {};
    const path = pageAddress(data, below, config);
    const tag = firstText(data, "taxonomy", "category", "tag");
    if (tag !== undefined)
      return /tag|categor|taxonomy|archive/i.test(firstText(data, "layout") ?? "") ? [{ path, tag }] : [];
    return LIST_OF_TAGS.test(path) ? [{ path, tags: true }] : [];
  });
}
