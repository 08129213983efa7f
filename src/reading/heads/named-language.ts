/** Files whose names tell their language: `posts/x.de.md` beside `posts/x.md`. */
import { editionsOf } from "../../content/editions.ts";
import { nearestName } from "../../content/problems/nearest-name.ts";
import type { Problem } from "../../content/problems/problem.ts";
import type { Site } from "../../content/site.ts";

const NAMED = /^(?<before>.+)\.(?<tag>[a-z]{2,3}(?:-[a-z\d]{2,8})*)\.md$/i;

type InLanguages = Pick<Site, "language" | "languages">;

/** Splits a language of the site off a file's name. */
export function namedLanguage(file: string, site: InLanguages): { file: string; language?: string } {
  if (Object.keys(site.languages).length === 0) return { file };
  const { before, tag = "" } = NAMED.exec(file)?.groups ?? {};
  const found = editionsOf(site).find(({ language }) => language.toLowerCase() === tag.toLowerCase());
  return found && before ? { file: `${before}.md`, language: found.language } : { file };
}

/** Names that seem to tell a language that the site does not have, beside a file that they would translate. */
export function namedLanguageProblems(files: readonly string[], site: InLanguages): Problem[] {
  const all = new Set(files);
  if (Object.keys(site.languages).length === 0) return [];
  const tags = editionsOf(site).map(({ language }) => language);
  return files.flatMap((file): Problem[] => {
    const { before, tag = "" } = NAMED.exec(file)?.groups ?? {};
    if (!before || !all.has(`${before}.md`) || namedLanguage(file, site).language) return [];
    const near = nearLanguage(tag, tags);
    if (near) {
      const hint = `name it ${before}.${near}.md`;
      return [{ file, message: `"${tag}" is no language of this site, and it stands beside ${before}.md`, hint }];
    }
    if (!isLanguage(tag)) return [];
    const hint = `if it is a translation, add languages: ["${tag}"] to _data/site.ts; else name it otherwise`;
    return [{ file, message: `"${tag}" is no language of this site`, hint }];
  });
}

/** The language that is meant by a tag with a typo, or by a country's code: `jp`, `cn`. */
export function nearLanguage(tag: string, languages: readonly string[]): string | undefined {
  const spoken = /^[a-z]{2}$/i.test(tag) ? new Intl.Locale(`und-${tag}`).maximize().language : undefined;
  return nearestName(tag, languages, 1) ?? languages.find((language) => language.split("-")[0] === spoken);
}

function isLanguage(tag: string): boolean {
  return new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(tag) !== undefined;
}
