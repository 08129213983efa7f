/** `vercel.json`, which Vercel reads in the folder that is deployed (https://vercel.com/docs/project-configuration). */
import { locationOf, type RedirectRule, redirectRules } from "./redirect-rules.ts";
import { baseOf, type Header, headersAt, type Place, type ServedSite } from "./served-site.ts";

/** Characters that mean something to its matcher; a colon does even before a digit. */
const OWN_MARKS = /[:()*+?{}[\]\\|^$.]/g;

export function vercelFile(site: ServedSite): string {
  return `${JSON.stringify({ trailingSlash: true, headers: headerRules(site), redirects: redirectRules(site).flatMap(redirectOf) }, null, 2)}\n`;
}

/** If several rules set one header, the last one counts, so single paths come after folders. */
function headerRules(site: ServedSite): object[] {
  const base = baseOf(site);
  const places = [...site.cache.at, ...site.policies].map(([place]) => place);
  const ordered = [...places.filter((place) => "below" in place), ...places.filter((place) => "path" in place)];
  const source = (place: Place) =>
    "below" in place ? `${escaped(base + place.below.slice(1))}(.*)` : escaped(base + place.path.slice(1));
  const everywhere = [...site.headers, { name: "Cache-Control", value: site.cache.elsewhere }];
  return [
    { source: `${escaped(base)}(.*)`, headers: everywhere.map(row) },
    ...site.typesByName.map(([name, type]) => ({
      source: `${escaped(base)}(.*/)?${escaped(name.slice(1))}`,
      headers: [row({ name: "Content-Type", value: type })],
    })),
    ...site.typesByPath.map(([path, type]) => ({
      source: escaped(base + path.slice(1)),
      headers: [row({ name: "Content-Type", value: type })],
    })),
    ...ordered.map((place) => ({
      source: source(place),
      headers: headersAt(site, "below" in place ? place.below : place.path)
        .filter(({ name }) => /^(Cache-Control|Content-Security-Policy)$/.test(name))
        .map(row),
    })),
  ];
}

function row({ name, value }: Header): object {
  return { key: name, value };
}

function redirectOf({ path, query, wholeQuery, to }: RedirectRule): object[] {
  if (!to || wholeQuery !== undefined) return [];
  const has = query?.map(([key, value]) => ({
    type: "query",
    key,
    value: `^${valueIn(value).replace(OWN_MARKS, "\\$&")}$`,
  }));
  const rule = {
    source: escaped(encodeURI(path)),
    ...(has && { has }),
    destination: escapedTarget(locationOf(to)),
    statusCode: 301,
  };
  return [rule];
}

function valueIn(text: string): string {
  return new URLSearchParams(`text=${text}`).get("text") ?? "";
}

function escaped(path: string): string {
  return path.replace(/[:()*+?{}\\]/g, "\\$&");
}

/** Colons are escaped, except for those after a scheme and before a port. */
function escapedTarget(href: string): string {
  const [, origin = "", rest = ""] = /^(https?:\/\/[^/]*)?(.*)$/s.exec(href) ?? [];
  return (
    origin +
    rest.replace(/[:()*+{}\\]/g, (mark) =>
      encodeURIComponent(mark).replace(/^[()*]$/, `%${mark.charCodeAt(0).toString(16).toUpperCase()}`),
    )
  );
}
