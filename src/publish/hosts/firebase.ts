/** `firebase.json` (https://firebase.google.com/docs/hosting/full-config). Its rules are patterns of RE2 and of glob. */
import { pathPattern, patternOfPlace } from "./patterns.ts";
import { locationOf, redirectRules } from "./redirect-rules.ts";
import { baseOf, type Header, headersAt, type Place, type ServedSite } from "./served-site.ts";

/** `folder` is the path of the build's folder from that of the file. */
export function firebaseFile(site: ServedSite, folder: string): string {
  const hosting = {
    public: folder,
    ignore: ["firebase.json", ...site.hidden.map((path) => path.slice(1))],
    trailingSlash: true,
    headers: headerRules(site),
    redirects: redirectRules(site).flatMap(({ path, query, wholeQuery, to }) =>
      to && !query && wholeQuery === undefined
        ? [{ regex: `^${pathPattern(path)}$`, destination: locationOf(to), type: 301 }]
        : [],
    ),
  };
  return `${JSON.stringify({ hosting }, null, 2)}\n`;
}

/** If several rules set one header, the last one counts. */
function headerRules(site: ServedSite): object[] {
  const base = pathPattern(baseOf(site));
  const places = [...site.cache.at, ...site.policies].map(([place]) => place);
  const ordered = [...places.filter((place) => "below" in place), ...places.filter((place) => "path" in place)];
  return [
    rule(`^${base}`, [...site.headers, { name: "Cache-Control", value: site.cache.elsewhere }]),
    ...site.typesByName.map(([name, value]) =>
      rule(`^${base}(?:.*/)?${pathPattern(name.slice(1))}$`, [{ name: "Content-Type", value }]),
    ),
    ...site.typesByPath.map(([path, value]) => rule(patternOfPlace(site, { path }), [{ name: "Content-Type", value }])),
    ...ordered.map((place) => rule(patternOfPlace(site, place), ownHeaders(site, place))),
  ];
}

function ownHeaders(site: ServedSite, place: Place): Header[] {
  const headers = headersAt(site, "below" in place ? place.below : place.path);
  return headers.filter(({ name }) => /^(Cache-Control|Content-Security-Policy)$/.test(name));
}

function rule(regex: string, headers: readonly Header[]): object {
  return { regex, headers: headers.map(({ name, value }) => ({ key: name, value })) };
}
