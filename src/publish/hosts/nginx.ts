/**
 * nginx: maps, which stand outside of `server`, and the content of `server`. All headers are set in one place from maps: a location
 * that sets one header would lose all others.
 */
import { groupBy } from "../../content/group-by.ts";
import { MEDIA_TYPES, PAGE_TYPE, TEXT_ENDINGS, UNKNOWN_TYPE } from "./media-types.ts";
import { acceptsPattern, askedPattern, oneOf, pathPattern, patternOfPlace } from "./patterns.ts";
import { type RedirectRule, type RedirectTarget, redirectRules } from "./redirect-rules.ts";
import { baseOf, type ServedSite } from "./served-site.ts";

/** The longest key that a map takes with the default table size, which is set for the whole server. */
const LONGEST_KEY = 46;
const MOST_KEYS = 1000;

/** http.conf and server.conf. */
export function nginxFiles(site: ServedSite): [name: string, text: string][] {
  const names = namesFor(site);
  return [
    ["http.conf", mapsOf(site, names)],
    ["server.conf", serverOf(site, names)],
  ];
}

type Names = (name: string) => string;

/** Variables belong to the whole server, so each site has names of its own. */
function namesFor({ url }: ServedSite): Names {
  const { hostname, pathname } = new URL(url);
  const site = `${hostname}${pathname}`.replace(/[^a-z0-9]+/gi, "_").replace(/_$/, "");
  return (name) => `$${site}_${name}`.toLowerCase();
}

function mapsOf(site: ServedSite, names: Names): string {
  const rows = (entries: readonly (readonly [string, string])[]) =>
    entries.map(([key, value]) => `  ${quoted(key)} ${quoted(value)};`);
  const map = (source: string, name: string, ...lines: string[]) =>
    [`map ${source} ${names(name)} {`, ...lines, "}"].join("\n");
  const redirects = redirectMaps(site, names);
  const keys = redirects.flatMap(({ rows }) => rows.map(([key]) => key)).filter((key) => !key.startsWith("~"));
  const isLarge = keys.length > MOST_KEYS || keys.some((key) => Buffer.byteLength(key) > LONGEST_KEY);
  return joined(
    `# Made by wellformed host nginx for ${site.url}; include it in http { }, and server.conf in the site's server { }.`,
    isLarge
      ? "# For long addresses. Leave these two out where another file of the server has them.\nmap_hash_bucket_size 512;\nmap_hash_max_size 65536;"
      : "",
    map("$http_accept_encoding", "br", ...rows([[`~*${acceptsPattern("br")}`, ".br"]])),
    map("$uri", "encoding", ...rows([[`~*\\.${oneOf(TEXT_ENDINGS)}\\.br$`, "br"]])),
    map(names("encoding"), "vary", ...rows([["br", "Accept-Encoding"]])),
    map(
      "$uri",
      "cache",
      `  default ${quoted(site.cache.elsewhere)};`,
      ...rows(site.cache.at.map(([place, value]) => [`~${patternOfPlace(site, place)}`, value])),
    ),
    map("$uri", "policy", ...rows(site.policies.map(([place, value]) => [`~${patternOfPlace(site, place)}`, value]))),
    site.notFoundIn.length > 0
      ? map(
          "$uri",
          "not_found",
          `  default ${quoted(baseOf(site) + site.notFound.slice(1))};`,
          ...rows(
            site.notFoundIn.map(([below, page]) => [
              `~${patternOfPlace(site, { below })}`,
              baseOf(site) + page.slice(1),
            ]),
          ),
        )
      : "",
    map("$args", "and", '  default "&$args";', '  "" "";'),
    ...redirects.map((one) =>
      map(quoted(one.source), one.name, "  volatile;", `  default ${one.otherwise};`, ...rows(one.rows)),
    ),
  );
}

interface RedirectMap {
  source: string;
  name: string;
  otherwise: string;
  rows: (readonly [key: string, value: string])[];
}

/** A map of addresses without a query, and one for each set of parameters' names. Each map's default is the next one. */
function redirectMaps(site: ServedSite, names: Names): RedirectMap[] {
  const groups = [...groupBy(redirectRules(site), sourceOf)];
  const nameAt = (at: number) => (at === 0 ? "moved" : `moved_${at}`);
  return groups.map(([source, rules], at) => {
    const otherwise = at + 1 < groups.length ? names(nameAt(at + 1)) : '""';
    return { source, name: nameAt(at), otherwise, rows: rowsOf(rules, names("and")) };
  });
}

/** The variable that a rule's key is compared with. */
function sourceOf({ query, wholeQuery }: RedirectRule): string {
  if (query?.every(([name]) => /^\w+$/.test(name))) {
    return `$uri?${query.map(([name]) => `${name}=$arg_${name}`).join("&")}`;
  }
  return query || wholeQuery !== undefined ? "$uri?$args" : "$uri";
}

/** Strings match in any case; if case matters, the key is a pattern. */
function rowsOf(rules: readonly RedirectRule[], and: string): RedirectMap["rows"] {
  const keys = rules.map(({ path, query, wholeQuery }) => {
    const asked = wholeQuery ?? query?.map((pair) => pair.join("=")).join("&");
    return asked === undefined ? path : `${path}?${asked}`;
  });
  const counts = groupBy(keys, (key) => key.toLowerCase());
  return rules.map((rule, at) => {
    const { path, to, query, wholeQuery } = rule;
    const key = keys[at] ?? "";
    const asksForQuery = query !== undefined || wholeQuery !== undefined;
    const value = to ? locationFor(to, asksForQuery, and) : "gone";
    // nginx has no variable for a parameter of such a name.
    if (query && sourceOf(rule) === "$uri?$args") return [`~^${pathPattern(path)}\\?${askedPattern(query)}`, value];
    const isAmbiguous = (counts.get(key.toLowerCase())?.length ?? 0) > 1;
    const leadsToItself = to?.address.toLowerCase() === encodeURI(key).toLowerCase();
    return [isAmbiguous || leadsToItself ? `~^${pathPattern(key)}$` : key, value];
  });
}

/** The target gets the query of the request, unless the redirect is for that query. */
function locationFor({ address, query, anchor }: RedirectTarget, asksForQuery: boolean, and: string): string {
  const behind = asksForQuery ? "" : query ? and : "$is_args$args";
  return address + (query && `?${query}`) + behind + (anchor && `#${anchor}`);
}

function serverOf(site: ServedSite, names: Names): string {
  const base = baseOf(site);
  const path = (from: string) => quoted(base + from.slice(1));
  const header = (name: string, value: string) => `add_header ${name} ${value} always;`;
  const hasRedirects = redirectRules(site).length > 0;
  return joined(
    `# Made by wellformed host nginx for ${site.url}; include it in the site's server { }, which has listen and root.`,
    [
      ...site.headers.map(({ name, value }) => header(name, quoted(value))),
      header("Cache-Control", names("cache")),
      header("Content-Security-Policy", names("policy")),
      header("Content-Encoding", names("encoding")),
      header("Vary", names("vary")),
    ].join("\n"),
    [
      "absolute_redirect off;",
      "gzip off;",
      "gzip_static on;",
      "# Also for a CDN or another proxy, whose requests have Via.",
      "gzip_proxied any;",
      "gzip_vary on;",
      "charset off;",
      "log_not_found off;",
      "# What is asked for often is not looked for each time; a new release is seen after a second.",
      "open_file_cache max=2000 inactive=60s;",
      "open_file_cache_valid 1s;",
      "open_file_cache_errors on;",
    ].join("\n"),
    [
      `types_hash_max_size 4096;`,
      `types_hash_bucket_size 128;`,
      "types {",
      ...MEDIA_TYPES.map(({ type, endings }) => `  ${quoted(type)} ${endings.join(" ")};`),
      "}",
      `default_type ${UNKNOWN_TYPE};`,
    ].join("\n"),
    `error_page 404 410 ${site.notFoundIn.length > 0 ? names("not_found") : path(site.notFound)};`,
    hasRedirects
      ? `if (${names("moved")} = gone) { return 410; }\nif (${names("moved")}) { return 301 ${names("moved")}; }`
      : "",
    base === "/"
      ? ""
      : `location = ${quoted(base.slice(0, -1))} { return 301 ${path("/").slice(0, -1)}$is_args$args"; }`,
    [
      `location ^~ ${quoted(base)} {`,
      ...site.hidden.map((hidden) => `  location = ${path(hidden)} { return 404; }`),
      ...site.typesByPath.map(
        ([file, type]) =>
          `  location = ${path(file)} { types { } default_type ${quoted(type)}; try_files ${`$uri${names("br")}`} $uri =404; }`,
      ),
      ...site.bare.map(
        (page) =>
          `  location = ${path(page)} { types { } default_type ${quoted(PAGE_TYPE)}; try_files $uri.html${names("br")} $uri.html =404; }`,
      ),
      ...folderLocations(site, names),
      ...site.typesByName.map(([name, type]) => textLocation(`${pathPattern(name)}$`, type, names)),
      ...MEDIA_TYPES.filter(({ isText }) => isText).map(({ type, endings }) =>
        textLocation(`\\.${oneOf(endings)}$`, type, names),
      ),
      "  try_files $uri $uri/ =404;",
      "}",
    ].join("\n"),
  );
}

/** Serves a folder's page, or the copy of a feed that stands in for one. */
function folderLocations(site: ServedSite, names: Names): string[] {
  const copies = site.typesByPath.filter(([file]) => file.endsWith("/index.xml"));
  const serve = (type: string) => `types { } default_type ${quoted(type)}; try_files ${"$"}{uri}index.xml =404;`;
  return [
    ...copies.map(([file, type]) => {
      const folder = baseOf(site) + file.slice(1, -"index.xml".length);
      return `  location = ${quoted(folder)} { ${serve(type)} }`;
    }),
    `  location ~ /$ { types { } default_type ${quoted(PAGE_TYPE)}; try_files ${"$"}{uri}index.html${names("br")} ${"$"}{uri}index.html =404; }`,
  ];
}

function textLocation(pattern: string, type: string, names: Names): string {
  return `  location ~* ${quoted(pattern)} { types { } default_type ${quoted(type)}; try_files $uri${names("br")} $uri =404; }`;
}

/** nginx reads a backslash before a quote, a backslash or certain letters as an escape, and keeps any other. */
function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

function joined(...parts: readonly string[]): string {
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
