/** `wellformed publish`: builds the site and makes it live in a folder, here or over SSH, by one rename; `--back` returns to the release before. */
import { ContentError } from "../content/problems/problem.ts";
import { readBuiltFolder } from "../publish/releases/built-folder.ts";
import { type Published, publishBefore, publishRelease } from "../publish/releases/publish-release.ts";
import { readSite } from "../reading/data/read-site.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { buildSite } from "./build-site.ts";
import { noteAsPublished } from "./note-as-published.ts";
import { readPublishOptions } from "./options/build-options.ts";
import { count, withCommas } from "./report/numbers.ts";

export async function publish(args: string[]): Promise<void> {
  const { destination, back, build } = readPublishOptions(args, process.env);
  const settings = await readSite(build.siteDir, build);
  if (!settings.ok) throw new ContentError(settings.problems, sourcesIn(build.siteDir));
  const site = settings.value.url;
  if (back) {
    const { now, was } = await publishBefore(destination, site);
    return console.log(`${destination.name}: release ${now} is live again, and ${was} is not`);
  }
  const published = await publishRelease({
    ...{ destination, site, drafts: build.drafts },
    build: async () => {
      // New addresses are added to the ledger when the site is live.
      await buildSite({ ...build, isTrial: true });
      return readBuiltFolder(build.outDir);
    },
  });
  console.log(`${destination.name}: ${sayWhat(published)}`);
  if (published.kind === "live" && published.copiesLost.length > 0) console.log(sayLost(published.copiesLost));
  // Only what is online is noted.
  const noted = await noteAsPublished(build.siteDir, build.outDir);
  if (noted !== undefined) console.log(noted);
}

/** Copies are asked for by an option, which is easily forgotten. */
function sayLost(endings: readonly string[]): string {
  const copies = endings.map((ending) => `.${ending}`).join(", ");
  const hint = "publish with --compress, or name the host in _data/site.ts, which then decides";
  return `It has no compressed copies (${copies}), which the release before had (${hint})`;
}

function sayWhat(published: Published): string {
  const { kind, name } = published;
  if (kind === "unchanged") return `release ${name} is live and has all of this already`;
  const { files } = published;
  const parts = [
    `${count(files.new, "file")} sent`,
    `${withCommas(files.same)} as before`,
    files.kept > 0 && `${withCommas(files.kept)} of earlier builds kept for pages that are open`,
  ];
  return `release ${name} is live: ${parts.filter(Boolean).join(", ")}`;
}
