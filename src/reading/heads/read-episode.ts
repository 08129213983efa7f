/** Reads an entry's `episode`: the recording that podcast feeds have for it. */
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { chaptersFault } from "../../content/chapters.ts";
import type { Picture } from "../../content/picture.ts";
import { coverFault, type Episode, type EpisodeMatter } from "../../content/podcast.ts";
import type { Place, Problem, Reason } from "../../content/problems/problem.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import type { Target } from "../../markdown/extension.ts";
import { publishedOf } from "../../pictures/metadata/published.ts";
import { type PictureColours, pictureColours } from "../../pictures/picture-colours.ts";
import { readRecording } from "../../pictures/recordings/read-recording.ts";

interface Circumstances {
  readonly siteDir: string;
  readonly pictures: ReadonlyMap<string, Result<Picture>>;
  /** The text's language, which is also that of captions that name none. */
  readonly lang: string;
  readonly resolve: (target: string) => Result<Target>;
  /** True for a podcast that is heard in the order of its episodes' numbers. */
  readonly isSerial: boolean;
  /** Finds a key in front matter. */
  readonly place: (path: readonly PropertyKey[]) => Place;
}

/** Problems of captions are reported in the captions' own file. */
export function readEpisode(
  { file, image, chapters, ...about }: EpisodeMatter,
  { siteDir, lang, pictures, resolve, isSerial, place }: Circumstances,
): Result<Episode> {
  const refuse = (key: string, reasons: readonly Reason[]) =>
    failure(
      ...reasons.map(({ message, hint }) => ({ ...place(["episode", key]), field: `episode.${key}`, message, hint })),
    );
  if (isSerial && about.kind === "full" && about.number === undefined)
    return refuse("number", [{ message: "is missing, and the podcast is a serial", hint: "write number: 1" }]);
  const main = assetOf(resolve(file));
  if (!main) return refuse("file", [{ message: `"${file}" must be a sound or a film beside the text` }]);
  const read = readRecording(siteDir, main.file);
  if (!read.ok) return refuse("file", named(read.problems));
  const published = publishedOf(siteDir, main.file);
  if (!published.ok) return refuse("file", named(published.problems));
  const recording = read.value;
  if (recording.type.endsWith("/webm"))
    return refuse("file", [{ message: `${main.file} is WebM`, hint: "players of podcasts take MP3, M4A and MP4" }]);
  const beside = (name: string) => ({ file: name, path: `${posix.dirname(main.path)}/${posix.basename(name)}` });
  const captions = recording.captions.map((one) => ({ ...beside(one.file), type: "text/vtt", lang: one.lang ?? lang }));
  const texts = recording.transcript ? [{ ...beside(recording.transcript), type: "text/plain", lang }] : [];
  const listed = chapters === undefined ? undefined : assetOf(resolve(chapters));
  if (chapters !== undefined && !listed)
    return refuse("chapters", [{ message: `"${chapters}" must be a JSON file beside the text` }]);
  const fault = listed && chaptersFault(readFileSync(join(siteDir, listed.file), "utf8"), recording.seconds);
  if (fault) return refuse("chapters", [{ ...fault, message: `${listed.file}: ${fault.message}` }]);
  const cover = image === undefined ? undefined : assetOf(resolve(image));
  const picture = cover && pictures.get(cover.file);
  if (image !== undefined && !picture)
    return refuse("image", [{ message: `"${image}" must be a picture beside the text` }]);
  if (picture && !picture.ok) return refuse("image", named(picture.problems));
  const unlike =
    cover && picture && coverFault(cover.file, { ...picture.value, colours: coloursOf(join(siteDir, cover.file)) });
  if (unlike) return refuse("image", [unlike]);
  const transcripts = [...captions, ...texts];
  return success({
    ...about,
    ...{ path: main.path, type: recording.type, bytes: recording.bytes, seconds: recording.seconds },
    transcripts: transcripts.map(({ path, type, lang: ofText }) => ({ path, type, lang: ofText })),
    image: cover?.path,
    chapters: listed?.path,
    assets: [main, ...transcripts, ...(listed ? [listed] : []), ...(cover ? [cover] : [])].map(
      ({ file: name, path }) => ({ file: name, path }),
    ),
  });
}

function coloursOf(file: string): PictureColours | undefined {
  return pictureColours(readFileSync(file));
}

function assetOf(target: Result<Target>): { file: string; path: string } | undefined {
  return target.ok && target.value.kind === "asset" ? { file: target.value.file, path: target.value.path } : undefined;
}

/** Puts the file's name into each message: the problems are reported where front matter names the file. */
function named(problems: readonly Problem[]): Reason[] {
  return problems.map((problem) => ({ ...problem, message: `${problem.file} ${problem.message}` }));
}
