/** Amazon S3: a script that uploads the files, since a bucket has no rules but keeps the type and cache of each file. */
import { MEDIA_TYPES } from "./media-types.ts";
import { locationOf, redirectRules } from "./redirect-rules.ts";
import { baseOf, type ServedSite } from "./served-site.ts";

/** upload.sh, website.json and, for CloudFront, headers.json. */
export function s3Files(site: ServedSite): [name: string, text: string][] {
  return [
    ["upload.sh", uploadScript(site)],
    [
      "website.json",
      json({ IndexDocument: { Suffix: "index.html" }, ErrorDocument: { Key: keyOf(site, site.notFound) } }),
    ],
    ["cloudfront-headers.json", cloudFrontHeaders(site)],
  ];
}

function uploadScript(site: ServedSite): string {
  const { cache, typesByName, typesByPath, hidden } = site;
  const forEver = cache.at.flatMap(([place, value]) =>
    "below" in place ? [[`${place.below.slice(1)}*`, value] as const] : [],
  );
  const named = [
    ...typesByName.flatMap(([name, type]) => [[name.slice(1), type] as const, [`*${name}`, type] as const]),
  ];
  const exact = typesByPath.map(([path, type]) => [path.slice(1), type] as const);
  const ofEnding = MEDIA_TYPES.map(({ type, endings }) => [endings.map((ending) => `*.${ending}`), type] as const);
  const special = [...named, ...exact].map(([pattern]) => pattern);
  const put = (type: string, value: string, includes: readonly string[], excludes: readonly string[]) =>
    `put ${[type, value].map(quoted).join(" ")} ${[...includes.flatMap((one) => ["--include", one]), ...excludes.flatMap((one) => ["--exclude", one])].map(quoted).join(" ")}`;
  const out = hidden.map((path) => path.slice(1));
  return `${[
    "#!/bin/sh",
    `# Made by wellformed host s3 for ${site.url}: sh upload.sh _site BUCKET. What names change comes first, pages last.`,
    "set -eu",
    "site=$1 bucket=$2",
    `base=${quoted(baseOf(site).slice(1))}`,
    'put() { type=$1 cache=$2; shift 2; aws s3 sync "$site" "s3://$bucket/$base" --exclude "*" "$@" --content-type "$type" --cache-control "$cache"; }',
    "",
    ...forEver.flatMap(([folder, value]) =>
      ofEnding.map(([endings, type]) =>
        put(
          type,
          value,
          endings.map((ending) => folder + ending.slice(1)),
          [],
        ),
      ),
    ),
    ...ofEnding.map(([endings, type]) =>
      put(type, cache.elsewhere, endings, [...forEver.map(([folder]) => folder), ...special, ...out]),
    ),
    ...[...named, ...exact].map(([pattern, type]) => put(type, cache.elsewhere, [pattern], [])),
    `aws s3 sync "$site" "s3://$bucket/$base" --delete --cache-control ${quoted(cache.elsewhere)} ${out
      .flatMap((one) => ["--exclude", one])
      .map(quoted)
      .join(" ")}`,
    "",
    ...redirectRules(site).flatMap(({ path, query, wholeQuery, to }) =>
      to && !query && wholeQuery === undefined
        ? [
            `aws s3api put-object --bucket "$bucket" --key ${quoted(path.slice(1) + (path.endsWith("/") ? "index.html" : ""))} --website-redirect-location ${quoted(locationOf(to))} >/dev/null`,
          ]
        : [],
    ),
    'aws s3api put-bucket-website --bucket "$bucket" --website-configuration "file://$(dirname "$0")/website.json"',
  ].join("\n")}\n`;
}

/** For `aws cloudfront create-response-headers-policy`. */
function cloudFrontHeaders(site: ServedSite): string {
  const { hostname } = new URL(site.url);
  const items = site.headers.map(({ name, value }) => ({ Header: name, Value: value, Override: true }));
  return json({
    Name: `wellformed-${hostname.replaceAll(".", "-")}`,
    CustomHeadersConfig: { Quantity: items.length, Items: items },
  });
}

function keyOf(site: ServedSite, path: string): string {
  return baseOf(site).slice(1) + path.slice(1);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Quotes a text for a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
