/** Caddy: the content of a site's block. */
import { groupBy } from "../../content/group-by.ts";
import { MEDIA_TYPES, PAGE_TYPE, TEXT_ENDINGS, UNKNOWN_TYPE } from "./media-types.ts";
import { oneOf, pathPattern, patternOfPlace } from "./patterns.ts";
import { locationOf, type RedirectRule, redirectRules } from "./redirect-rules.ts";
import { baseOf, headersAt, type Place, type ServedSite } from "./served-site.ts";

/** Each part has a mark that is no full stop. It is matched against the path as it was sent; most matchers of Caddy clean it before. */
const CLEAN_PATH = "^(?:/[^/]*[^./][^/]*)*/?$";

export function caddyFile(site: ServedSite): string {
  const base = baseOf(site);
  const path = (from: string) => quoted(base + from.slice(1));
  return [
    [`# Made by wellformed host caddy for ${site.url}; import it in the site's block, which has its address and root.`],
    [
      "map {query} {wellformed_query} {wellformed_and} {",
      '  "" "" ""',
      '  default "?{query}" "&{query}"',
      "}",
      ...movedMap(site),
      ...typeMap(site),
      ...policyMap(site),
      ...notFoundMap(site),
    ],
    [
      "route {",
      ...inside([
        ...site.headers.map(({ name, value }) => `header ${name} ${quoted(value)}`),
        ...redirectLines(site),
        `header Cache-Control ${quoted(site.cache.elsewhere)}`,
        ...[...groupBy(site.cache.at, ([, value]) => value)].flatMap(([value, rows], at) => [
          `@cache_${at} path ${rows.map(([place]) => matcherOf(site, place)).join(" ")}`,
          `header @cache_${at} Cache-Control ${quoted(value)}`,
        ]),
        "@guarded not vars {wellformed_policy} none",
        "header @guarded Content-Security-Policy {wellformed_policy}",
        ...inFolders(site).flatMap(([place, value], at) => [
          `@policy_${at} path ${matcherOf(site, place)}`,
          `header @policy_${at} Content-Security-Policy ${quoted(value)}`,
        ]),
        "# A path with empty parts or dots is not at its own address. Handed on, two slashes at its start name another host.",
        `@unclean not vars_regexp {path} ${quoted(CLEAN_PATH)}`,
        "error @unclean 404",
        ...folderLines(base),
        "header Content-Type {wellformed_type}",
        "# Beside a copy the server says so itself. Headers that are set last would keep it from sending files as they are.",
        "@plain {",
        `  path_regexp ${quoted(`(?i)(?:/|\\.${oneOf(TEXT_ENDINGS)})$`)}`,
        "  not header_regexp Accept-Encoding (?i)(?:br|gzip|zstd)",
        "}",
        "header @plain Vary Accept-Encoding",
        `@hidden path ${site.hidden.map(path).join(" ")}`,
        "error @hidden 404",
        ...site.bare.flatMap((page, at) => [
          `@bare_${at} path_regexp ${quoted(`^${pathPattern(base + page.slice(1))}$`)}`,
          `header @bare_${at} Content-Type ${quoted(PAGE_TYPE)}`,
          `@bare_plain_${at} {`,
          `  path_regexp ${quoted(`^${pathPattern(base + page.slice(1))}$`)}`,
          "  not header_regexp Accept-Encoding (?i)(?:br|gzip|zstd)",
          "}",
          `header @bare_plain_${at} Vary Accept-Encoding`,
          `rewrite @bare_${at} ${path(`${page}.html`)}`,
        ]),
        "file_server {",
        "  index index.html index.xml",
        "  precompressed br zstd gzip",
        "  disable_canonical_uris",
        "}",
      ]),
      "}",
    ],
    ["handle_errors {", ...inside(["route {", ...inside(errorLines(site)), "}"]), "}"],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

/** Leads to a folder's address with its slash. Comes before types are set, since a redirect has none. */
function folderLines(base: string): string[] {
  return [
    ...(base === "/"
      ? []
      : [`redir ${quoted(base.slice(0, -1))} ${quoted(`${encodeURI(base)}{wellformed_query}`)} 301`]),
    "# By its own rule the server would lose the query.",
    "@folder {",
    "  not path */",
    "  # It is an escape to the matcher of files.",
    '  not vars_regexp {path} "\\\\"',
    "  file {path}/index.html {path}/index.xml",
    "}",
    "route @folder {",
    "  rewrite {path}/",
    "  redir {uri} 301",
    "}",
  ];
}

/** The media type of each file, by the ending of its address. */
function typeMap(site: ServedSite): string[] {
  const base = baseOf(site);
  const folders = site.typesByPath.filter(([file]) => file.endsWith("/index.xml"));
  const exact = [
    ...site.typesByPath,
    ...folders.map(([file, type]) => [file.slice(0, -"index.xml".length), type] as const),
  ];
  return [
    "map {path} {wellformed_type} {",
    ...inside([
      ...exact.map(([path, type]) => `${quoted(base + path.slice(1))} ${quoted(type)}`),
      `~/$ ${quoted(PAGE_TYPE)}`,
      ...site.typesByName.map(([name, type]) => `${quoted(`~${pathPattern(name)}$`)} ${quoted(type)}`),
      `default {wellformed_type_of_ending}`,
    ]),
    "}",
    "map {http.request.uri.path.file.ext} {wellformed_type_of_ending} {",
    ...inside([
      ...MEDIA_TYPES.flatMap(({ type, endings }) =>
        [...endings, ...endings.map((ending) => ending.toUpperCase())].map((ending) => `.${ending} ${quoted(type)}`),
      ),
      `default ${UNKNOWN_TYPE}`,
    ]),
    "}",
  ];
}

/** Policies by the first part of an address after the base path: one lookup in place of a matcher for each folder. */
function policyMap(site: ServedSite): string[] {
  const depth = baseOf(site).split("/").length - 2;
  const rows = site.policies.flatMap(([place, value]) => (isAtTop(place) ? [[topOf(place), value] as const] : []));
  return [
    `map {http.request.uri.path.${depth}} {wellformed_policy} {`,
    ...inside([...rows.map(([top, value]) => `${quoted(top)} ${quoted(value)}`), "default none"]),
    "}",
  ];
}

/** In a route, since Caddy would put what holds for some addresses before what holds for all. */
function errorLines(site: ServedSite): string[] {
  const notFound = quoted(baseOf(site) + site.notFound.slice(1));
  return [
    ...headersAt(site, site.notFound).map(({ name, value }) => `header ${name} ${quoted(value)}`),
    ...site.notFoundIn.flatMap(([below, page], at) => [
      `@language_${at} path ${matcherOf(site, { below })}`,
      ...headersAt(site, page)
        .filter(({ name }) => name === "Content-Security-Policy")
        .map(({ name, value }) => `header @language_${at} ${name} ${quoted(value)}`),
    ]),
    `header Content-Type ${quoted(PAGE_TYPE)}`,
    `rewrite * ${site.notFoundIn.length > 0 ? "{wellformed_not_found}" : notFound}`,
    "file_server {",
    "  precompressed br zstd gzip",
    "}",
  ];
}

/** The page for what is not there, by the folder of a language. */
function notFoundMap(site: ServedSite): string[] {
  if (site.notFoundIn.length === 0) return [];
  const base = baseOf(site);
  return [
    "map {path} {wellformed_not_found} {",
    ...inside([
      ...site.notFoundIn.map(
        ([below, page]) => `${quoted(`~${patternOfPlace(site, { below })}`)} ${quoted(base + page.slice(1))}`,
      ),
      `default ${quoted(base + site.notFound.slice(1))}`,
    ]),
    "}",
  ];
}

function inFolders({ policies }: ServedSite): ServedSite["policies"] {
  return policies.filter(([place]) => !isAtTop(place));
}

function isAtTop(place: Place): boolean {
  return !topOf(place).includes("/");
}

function topOf(place: Place): string {
  return "below" in place ? place.below.slice(1, -1) : place.path.slice(1);
}

function matcherOf(site: ServedSite, place: Place): string {
  const base = baseOf(site);
  return quoted("below" in place ? `${base}${place.below.slice(1)}*` : base + place.path.slice(1));
}

/** Redirects of addresses without a query, as a map. */
function movedMap(site: ServedSite): string[] {
  const rules = redirectRules(site).filter(isPlain);
  if (rules.length === 0) return [];
  return [
    "map {path} {wellformed_moved} {",
    ...inside(rules.map((rule) => `${quoted(rule.path)} ${quoted(targetOf(rule))}`)),
    '  default ""',
    "}",
  ];
}

function redirectLines(site: ServedSite): string[] {
  const rules = redirectRules(site);
  const matched = rules
    .filter((rule) => !isPlain(rule))
    .flatMap((rule, at) => [
      `@asked_${at} {`,
      `  path_regexp ${quoted(`^${pathPattern(rule.path)}$`)}`,
      ...inside(queryLines(rule)),
      "}",
      rule.to ? `redir @asked_${at} ${quoted(targetOf(rule))} 301` : `error @asked_${at} 410`,
    ]);
  if (!rules.some(isPlain)) return matched;
  return [
    ...matched,
    "@gone vars {wellformed_moved} gone",
    "error @gone 410",
    '@moved not vars {wellformed_moved} ""',
    "redir @moved {wellformed_moved} 301",
  ];
}

/** Several `query` matchers are alternatives; negated twice, each becomes a condition of its own. */
function queryLines({ query, wholeQuery }: RedirectRule): string[] {
  if (wholeQuery !== undefined) return [`vars {query} ${quoted(wholeQuery)}`];
  return (query ?? []).flatMap(([name, value]) => [
    "not {",
    `  not query ${quoted(`${decoded(name)}=${decoded(value)}`)}`,
    "}",
  ]);
}

/** True for a redirect that a map can have: braces are placeholders there, even in strings. Patterns write them as codes. */
function isPlain(rule: RedirectRule): boolean {
  return !asksForQuery(rule) && !/[{}]/.test(rule.path);
}

function asksForQuery({ query, wholeQuery }: RedirectRule): boolean {
  return query !== undefined || wholeQuery !== undefined;
}

function targetOf(rule: RedirectRule): string {
  if (!rule.to) return "gone";
  if (asksForQuery(rule)) return locationOf(rule.to);
  const { address, query, anchor } = rule.to;
  const behind = query ? "{wellformed_and}" : "{wellformed_query}";
  return address + (query && `?${query}`) + behind + (anchor && `#${anchor}`);
}

function decoded(text: string): string {
  return new URLSearchParams(`text=${text}`).get("text") ?? "";
}

function inside(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** Caddy takes a backslash as it is, except before a quote. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
