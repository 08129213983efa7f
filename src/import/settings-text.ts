/** The settings of the new site, `_data/site.ts`, from those of the old one. */
import { Site } from "../content/site.ts";
import { slugOf } from "../content/text/slug.ts";
import { oneLineText } from "./front-matter-text.ts";
import type { SourceAuthor, SourceSite } from "./source-site.ts";

/** Of a blog whose address is not known. Texts link to example.org, and those are no links of the site to itself. */
export const NO_ADDRESS = "https://blog.invalid/";

type Settings = Pick<Site, "title" | "url" | "language" | "description" | "timeZone">;

export function settingsOf({ title, url, language, description, timeZone }: SourceSite): Settings {
  const name = oneLineText(title ?? "") ?? "A blog";
  const wanted = {
    title: name,
    url: url ?? NO_ADDRESS,
    language: languageTag(language),
    description: oneLineText(description ?? "") ?? name,
    timeZone: timeZone ?? "UTC",
  };
  const read = Site.safeParse(wanted);
  if (read.success) return read.data;
  const bad = new Set(read.error.issues.map(({ path }) => path[0]));
  return {
    ...wanted,
    url: bad.has("url") ? NO_ADDRESS : wanted.url,
    language: bad.has("language") ? "en" : wanted.language,
    timeZone: bad.has("timeZone") ? "UTC" : wanted.timeZone,
  };
}

function languageTag(text = "en"): string {
  try {
    return Intl.getCanonicalLocales(text.replaceAll("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}

export function settingsText({ title, url, language, description, timeZone }: Settings, source: SourceSite): string {
  const keys = authorKeys(source);
  const authors = source.authors.flatMap((author) => personText(author) ?? []);
  const several = [...new Set(keys.values())].map((key) => {
    const author = source.authors.find((one) => keys.get(one.key) === key);
    return `    ${JSON.stringify(key)}: ${author ? personText(author) : "{}"},\n`;
  });
  const [only] = several.length === 0 ? authors : [];
  const author = only ?? (source.owner && personText({ name: source.owner }));
  const rows = [
    `title: ${JSON.stringify(title)}`,
    `url: ${JSON.stringify(url)}`,
    `language: ${JSON.stringify(language)}`,
    `description: ${JSON.stringify(description)}`,
    `timeZone: ${JSON.stringify(timeZone)}`,
    ...(author ? [`author: ${author}`] : []),
    ...(several.length > 0 ? [`authors: {\n${several.join("")}  }`] : []),
    ...(source.dashes ? ["markdown: { dashes: true }"] : []),
    `navigation: [\n    { label: "Posts", path: "/posts/" },\n    { label: "Subscribe", path: "/subscribe/" },\n  ]`,
  ];
  const settings = `{\n${rows.map((row) => `  ${row},\n`).join("")}}`;
  return `import type { SiteInput } from "wellformed";\n\nexport default ${settings} satisfies SiteInput;\n`;
}

/** The keys in the settings of the authors that the old site names; none where it has only one. */
export function authorKeys({ authors }: Pick<SourceSite, "authors">): ReadonlyMap<string, string> {
  const named = authors.filter((author) => personText(author) !== undefined);
  return named.length < 2 ? new Map() : new Map(named.map(({ key, name }) => [key, slugOf(name)]));
}

function personText({ name, url }: Omit<SourceAuthor, "key">): string | undefined {
  const shown = oneLineText(name);
  const address = url && /^https?:\/\/[^\s"]+$/.test(url) && URL.canParse(url) ? `, url: ${JSON.stringify(url)}` : "";
  return shown && `{ name: ${JSON.stringify(shown)}${address} }`;
}
