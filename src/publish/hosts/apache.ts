/** Apache: `.htaccess` in the site's folder, which can also be included in the `<Directory>` of that folder. */
import { MEDIA_TYPES, TEXT_ENDINGS } from "./media-types.ts";
import { acceptsPattern, oneOf, pathPattern, patternOfPlace } from "./patterns.ts";
import { type RedirectRule, type RedirectTarget, redirectRules } from "./redirect-rules.ts";
import { baseOf, type Place, type ServedSite } from "./served-site.ts";

const CODINGS = [
  { coding: "br", ending: "br" },
  { coding: "gzip", ending: "gz" },
];

export function htaccess(site: ServedSite): string {
  const base = baseOf(site);
  const notFound = base + site.notFound.slice(1);
  const texts = oneOf(TEXT_ENDINGS);
  return [
    [
      `# Made by wellformed host apache for ${site.url}. It needs mod_rewrite, mod_headers, mod_mime, mod_dir and mod_setenvif.`,
    ],
    [
      "Options -Indexes -MultiViews",
      "DirectoryIndex index.html index.xml",
      // Its redirect would hide a page that has the same name as a folder.
      "DirectorySlash Off",
      "FileETag MTime Size",
      `ErrorDocument 404 ${quoted(notFound)}`,
      `ErrorDocument 410 ${quoted(notFound)}`,
      ...site.notFoundIn.flatMap(([below, page]) => [
        `<If "%{REQUEST_URI} =~ m#${patternOfPlace(site, { below })}#">`,
        `  ErrorDocument 404 ${quoted(base + page.slice(1))}`,
        `  ErrorDocument 410 ${quoted(base + page.slice(1))}`,
        "</If>",
      ]),
    ],
    typeLines(site),
    [
      "# Copies are compressed already. What mod_deflate or mod_brotli compresses has a validator that is never found again.",
      "SetEnvIf Request_URI ^ no-gzip=1 no-brotli=1",
      `<FilesMatch "(?i)\\.${texts}$">`,
      '  Header always set Vary "Accept-Encoding"',
      "</FilesMatch>",
      "# A copy was chosen below; other files with such an ending are what somebody offers for download.",
      "<If \"-n reqenv('REDIRECT_wellformed_copy')\">",
      ...CODINGS.flatMap(({ coding, ending }) => [
        `  RemoveLanguage .${ending}`,
        `  RemoveType .${ending}`,
        `  AddEncoding ${coding} .${ending}`,
      ]),
      '  Header always set Vary "Accept-Encoding"',
      "</If>",
    ],
    [
      ...site.headers.map(({ name, value }) => `Header always set ${name} ${quoted(value)}`),
      `Header always set Cache-Control ${quoted(site.cache.elsewhere)}`,
      ...site.cache.at.flatMap((row, at) => headerLines(site, row, "Cache-Control", `wellformed_cache_${at}`)),
      ...site.policies.flatMap((row, at) =>
        headerLines(site, row, "Content-Security-Policy", `wellformed_policy_${at}`),
      ),
    ],
    [
      "RewriteEngine On",
      `RewriteBase ${quoted(base)}`,
      ...site.hidden.map((path) => `RewriteRule "^${pathPattern(path.slice(1))}$" - [R=404,L]`),
      ...redirectRules(site).flatMap((rule) => redirectLines(rule, base)),
    ],
    [
      ...site.bare.flatMap((page) => bareLines(page.slice(1))),
      "RewriteCond %{REQUEST_FILENAME} -d",
      'RewriteRule "[^/]$" "%{REQUEST_URI}/" [R=301,L]',
      ...CODINGS.flatMap(({ coding, ending }) => copyLines(coding, ending)),
    ],
  ]
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function typeLines({ typesByName, typesByPath }: ServedSite): string[] {
  const named = [...typesByName, ...typesByPath.map(([path, type]) => [path.replace(/^.*\//, "/"), type] as const)];
  const ofName = new Map(named.map(([name, type]) => [name.slice(1), type]));
  return [
    ...MEDIA_TYPES.map(({ type, endings }) => `AddType ${quoted(type)} ${endings.map((one) => `.${one}`).join(" ")}`),
    ...[...ofName].flatMap(([name, type]) => [
      `<FilesMatch "^${pathPattern(name)}(?:\\.(?:br|gz))?$">`,
      `  ForceType ${quoted(type)}`,
      "</FilesMatch>",
    ]),
  ];
}

/** Conditions are variables, which Apache tests faster than expressions. */
function headerLines(
  site: ServedSite,
  [place, value]: readonly [Place, string],
  name: string,
  variable: string,
): string[] {
  return [
    `SetEnvIf Request_URI "${patternOfPlace(site, place)}" ${variable}`,
    `Header always set ${name} ${quoted(value)} env=${variable}`,
  ];
}

/** Patterns are matched against the path below the site's folder. */
function redirectLines({ path, query, wholeQuery, to }: RedirectRule, base: string): string[] {
  const pattern = `"^${pathPattern(path.slice(base.length))}$"`;
  const asked =
    wholeQuery === undefined
      ? query?.map((pair) => `(?:^|&)${pathPattern(pair.join("="))}(?:&|$)`)
      : [`^${pathPattern(wholeQuery)}$`];
  const conditions = (asked ?? []).map((one) => `RewriteCond %{QUERY_STRING} "${one}"`);
  if (!to) return [...conditions, `RewriteRule ${pattern} - [G]`];
  const { anchor } = to;
  const rule = (target: string, flags: string) => `RewriteRule ${pattern} ${quoted(target)} [R=301,NE,L${flags}]`;
  if (asked) return [...conditions, rule(written(to), to.query ? "" : ",QSD")];
  // Apache would add the query after the anchor.
  const withQuery = anchor
    ? [
        "RewriteCond %{QUERY_STRING} .",
        rule(`${written({ ...to, anchor: "" })}${to.query ? "&" : "?"}%{QUERY_STRING}#${plain(anchor)}`, ""),
      ]
    : [];
  return [...withQuery, rule(written(to), to.query ? ",QSA" : "")];
}

function written({ address, query, anchor }: RedirectTarget): string {
  return plain(address) + (query && `?${plain(query)}`) + (anchor && `#${plain(anchor)}`);
}

/** Escapes `$1` and `%1`, which refer to what a rule has matched. */
function plain(text: string): string {
  return text.replace(/[$%]/g, "\\$&");
}

/** A page whose address has neither a slash nor an ending. */
function bareLines(page: string): string[] {
  const rule = (ending: string, flags = "") =>
    `RewriteRule "^${pathPattern(page)}$" "${plain(encodeURI(page))}.html${ending}" [${flags}END]`;
  const copies = CODINGS.flatMap(({ coding, ending }) => [
    accepts(coding),
    `RewriteCond "%{DOCUMENT_ROOT}%{REQUEST_URI}.html.${ending}" -f`,
    rule(`.${ending}`, "E=wellformed_copy:1,"),
  ]);
  return [...copies, rule("")];
}

/**
 * Serves the compressed copy beside a file or a folder's page, to clients that accept it. The substitution is parsed as an address
 * again.
 */
function copyLines(coding: string, ending: string): string[] {
  return [
    accepts(coding),
    "RewriteCond %{REQUEST_FILENAME} -d",
    `RewriteCond %{REQUEST_FILENAME}/index.html.${ending} -f`,
    `RewriteRule "^((?:.*/)?)$" "$1index.html.${ending}" [B=%?,E=wellformed_copy:1,END]`,
    accepts(coding),
    `RewriteCond %{REQUEST_FILENAME}.${ending} -f`,
    `RewriteRule "^(.*\\.${oneOf(TEXT_ENDINGS)})$" "$1.${ending}" [NC,B=%?,E=wellformed_copy:1,END]`,
  ];
}

function accepts(coding: string): string {
  return `RewriteCond %{HTTP:Accept-Encoding} "${acceptsPattern(coding)}" [NC]`;
}

/** Apache drops a backslash only before another one or a quote. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
