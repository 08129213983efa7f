/**
 * lighttpd: a file to include after `server.document-root`. Headers in a condition replace those outside of it, so each
 * condition has all of them.
 */
import { MEDIA_TYPES, UNKNOWN_TYPE } from "./media-types.ts";
import { askedPattern, pathPattern, patternOfPlace } from "./patterns.ts";
import { locationOf, type RedirectRule, redirectRules } from "./redirect-rules.ts";
import { baseOf, type Header, headersAt, type ServedSite } from "./served-site.ts";

export function lighttpdFile(site: ServedSite): string {
  const base = baseOf(site);
  const rules = redirectRules(site);
  const gone = rules.filter(({ to }) => !to);
  return [
    [`# Made by wellformed host lighttpd for ${site.url}; include it behind server.document-root.`],
    [`server.modules += ( "mod_setenv", "mod_redirect", "mod_rewrite", "mod_deflate" )`],
    [
      'index-file.names = ( "index.html", "index.xml" )',
      'etag.use-inode = "disable"',
      // Else a file answers at every address below its own.
      'static-file.disable-pathinfo = "enable"',
      `server.error-handler = ${quoted(base + site.notFound.slice(1))}`,
    ],
    ...site.notFoundIn.map(([below, page]) => [
      `$HTTP["url"] =~ ${quoted(patternOfPlace(site, { below }))} {`,
      `  server.error-handler = ${quoted(base + page.slice(1))}`,
      "}",
    ]),
    list("mimetype.assign", [
      ...typesOf(site),
      // lighttpd sends no validators with a file that has no media type.
      ["", UNKNOWN_TYPE],
    ]),
    [
      `deflate.mimetypes = ( ${MEDIA_TYPES.filter(({ isText }) => isText)
        .map(({ type }) => quoted(type.replace(/;.*/, "")))
        .join(", ")} )`,
      'deflate.allowed-encodings = ( "br", "gzip" )',
    ],
    headerList(headersAt(site, "")),
    ...placesOf(site).map(([pattern, headers]) => [
      `$HTTP["url"] =~ ${quoted(pattern)} {`,
      ...headerList(headers).map((line) => `  ${line}`),
      "}",
    ]),
    [
      `$HTTP["url"] =~ ${quoted(`^(?:${site.hidden.map((path) => pathPattern(base + path.slice(1))).join("|")})$`)} {`,
      '  url.rewrite-once = ( "" => "/.hidden" )',
      "}",
    ],
    site.bare.length > 0
      ? list(
          "url.rewrite-once",
          site.bare.map((path) => {
            const address = base + path.slice(1);
            return [`^${wirePattern(address)}(\\?.*)?$`, `${plain(encodeURI(address))}.html$1`] as const;
          }),
        )
      : [],
    list(
      "url.redirect",
      rules.flatMap((rule) => (rule.to ? redirectOf(rule) : [])),
    ),
    "url.redirect-code = 301".split("\n"),
    ...gone.map((rule) => goneLines(rule, base + site.notFound.slice(1))),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

/** lighttpd looks up a file's whole name, then its ending, and never its folder. */
function typesOf({ typesByName, typesByPath }: ServedSite): Map<string, string> {
  return new Map([
    ...MEDIA_TYPES.flatMap(({ type, endings }) => endings.map((ending) => [`.${ending}`, type] as const)),
    ...typesByPath.map(([path, type]) => [path.replace(/^.*\//, ""), type] as const),
    ...typesByName.map(([name, type]) => [name.slice(1), type] as const),
  ]);
}

/** A redirect with another status sends no address. Redirects in a condition that holds replace all others. */
function goneLines(rule: RedirectRule, notFound: string): string[] {
  const { path, query, wholeQuery } = rule;
  const asked = wholeQuery === undefined ? query && askedPattern(query) : `${pathPattern(wholeQuery)}$`;
  const answer = [`url.redirect = ( "" => ${quoted(notFound)} )`, "url.redirect-code = 410"];
  const inner = asked
    ? [`$HTTP["querystring"] =~ ${quoted(`^${asked}`)} {`, ...answer.map((line) => `  ${line}`), "}"]
    : answer;
  return [`$HTTP["url"] =~ ${quoted(`^${pathPattern(path)}$`)} {`, ...inner.map((line) => `  ${line}`), "}"];
}

/** The last condition that holds counts, so single paths come after folders. */
function placesOf(site: ServedSite): [pattern: string, headers: Header[]][] {
  const places = [...site.cache.at, ...site.policies].map(([place]) => place);
  const folders = places.filter((place) => "below" in place);
  const paths = places.filter((place) => "path" in place);
  return [...folders, ...paths].map((place) => [
    patternOfPlace(site, place),
    headersAt(site, "below" in place ? place.below : place.path),
  ]);
}

function headerList(headers: readonly Header[]): string[] {
  return list(
    "setenv.set-response-header",
    headers.map(({ name, value }) => [name, value] as const),
  );
}

function list(name: string, rows: readonly (readonly [string, string])[]): string[] {
  return [`${name} = (`, ...rows.map(([key, value]) => `  ${quoted(key)} => ${quoted(value)},`), ")"];
}

/** `${qsa}` appends the request's query, which after an anchor would be part of it. */
function redirectOf(rule: RedirectRule): (readonly [string, string])[] {
  const { to, query, wholeQuery } = rule;
  if (!to) return [];
  const pattern = patternOf(rule);
  if (query || wholeQuery !== undefined) return [[pattern, plain(locationOf(to))]];
  const address = plain(to.address + (to.query && `?${to.query}`));
  if (!to.anchor) return [[pattern, `${address}\${qsa}`]];
  const withQuery = pattern.replace(/\(\?:\\\?\|\$\)$/, "\\?(.+)$");
  return [
    [withQuery, `${address}${to.query ? "&" : "?"}$1#${plain(to.anchor)}`],
    [pattern, `${address}#${plain(to.anchor)}`],
  ];
}

/** A pattern of the address as it is requested, with its query. */
function patternOf({ path, query, wholeQuery }: RedirectRule): string {
  if (wholeQuery !== undefined) return `^${wirePattern(path)}\\?${pathPattern(wholeQuery)}$`;
  if (!query) return `^${wirePattern(path)}(?:\\?|$)`;
  return `^${wirePattern(path)}\\?${askedPattern(query)}`;
}

/** Matches characters both as they are and percent-encoded, as browsers may send either. */
function wirePattern(path: string): string {
  return [...path]
    .map((mark) => {
      if (/[\w.~/-]/.test(mark)) return pathPattern(mark);
      const encoded = [...Buffer.from(mark)]
        .map((byte) => `%${byte.toString(16).padStart(2, "0").toUpperCase()}`)
        .join("");
      return /[\x21-\x7e]/.test(mark) && !/[#%?]/.test(mark) ? `(?:${pathPattern(mark)}|${encoded})` : encoded;
    })
    .join("");
}

/** Escapes `$1` and `%1`, which refer to what a rule has matched. */
function plain(text: string): string {
  return text.replace(/%(?=[0-9{%])/g, "%%");
}

/** lighttpd takes a backslash as it is, except before a quote. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
