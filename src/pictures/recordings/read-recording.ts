/** Reads the file of a film or a sound, or says why some browsers can't play it. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { Problem } from "../../content/problems/problem.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import type { Captions, Recording } from "../../content/recording.ts";
import { type FileBytes, withFile } from "../metadata/file-bytes.ts";
import { HEAD_LENGTH, kindOf } from "../metadata/file-kind.ts";
import { mp3Tracks } from "./mp3.ts";
import { isQuickTime, mp4Tracks } from "./mp4.ts";
import type { Tracks } from "./tracks.ts";
import { webmTracks } from "./webm.ts";
import { captionFaults } from "./webvtt.ts";

/** Codecs that all current browsers play, by their names in containers. */
const PLAYED = new Set("avc1 avc3 vp08 vp09 V_VP8 V_VP9 mp4a Opus fLaC .mp3 mp3 A_OPUS A_VORBIS".split(" "));
/** Names for readers of codecs that only some browsers play. */
const NAMES: Readonly<Record<string, string>> = {
  ...{ hvc1: "HEVC", hev1: "HEVC", dvh1: "HEVC", dvhe: "HEVC", av01: "AV1", V_AV1: "AV1", mp4v: "MPEG-4 Part 2" },
  ...{ "avc1.110": "H.264 with ten bits", "avc1.122": "H.264 in 4:2:2", "avc1.244": "H.264 in 4:4:4" },
  ...{ apcn: "ProRes", apch: "ProRes", apcs: "ProRes", ap4h: "ProRes", alac: "Apple Lossless" },
  ...{ "ac-3": "Dolby Digital", "ec-3": "Dolby Digital Plus", "V_MPEG4/ISO/AVC": "H.264 outside of MP4" },
};
/** Endings of each kind. */
const ENDINGS = { mp4: /\.(mp4|m4v|m4a|m4b)$/i, webm: /\.webm$/i, mp3: /\.mp3$/i };
const SOUNDS = /\.(mp3|m4a|m4b|aac|ogg|oga|opus|wav|aiff?|flac|wma|mka|amr)$/i;

/** `file` is relative to the site's folder, in which it is a plain file. */
export function readRecording(siteDir: string, file: string): Result<Recording> {
  return withFile(join(siteDir, file), (bytes) => {
    const found = tracksIn(bytes);
    if (found === "damaged") return failure({ file, message: "is damaged or cut off", hint: "save it again" });
    if (!found) return refused(file, "is no film or sound that every browser plays");
    const { container, tracks } = found;
    const unplayed = [...tracks.video, ...tracks.audio].find((codec) => !PLAYED.has(codec));
    if (container === undefined) return refused(file, "is in a container that not every browser plays");
    if (unplayed !== undefined)
      return refused(file, `is ${NAMES[unplayed] ?? `coded as "${unplayed.trim()}"`}, which not every browser plays`);
    if (tracks.video.length + tracks.audio.length === 0) return refused(file, "has nothing to see or to hear");
    const kind = tracks.video.length > 0 ? "video" : "audio";
    if (!ENDINGS[container].test(file)) return misnamed(file, container, kind);
    if (kind === "video" && !tracks.size) return refused(file, "does not say how large it is");
    const subtype = container === "mp3" ? "mpeg" : container;
    return success({
      ...{ file, kind, type: `${kind}/${subtype}`, seconds: tracks.seconds, bytes: bytes.length },
      ...{ width: tracks.size?.width, height: tracks.size?.height, hasSound: tracks.audio.length > 0 },
      ...besideOf(siteDir, file, tracks.seconds),
    });
  });
}

type Container = keyof typeof ENDINGS;

/** Without a container where it is one that some play only; undefined for what is neither film nor sound. */
function tracksIn(bytes: FileBytes): { container: Container | undefined; tracks: Tracks } | "damaged" | undefined {
  const head = bytes.read(0, HEAD_LENGTH);
  const kind = kindOf(head);
  if (kind === "movie") {
    const tracks = mp4Tracks(bytes);
    return tracks ? { container: isQuickTime(head) ? undefined : "mp4", tracks } : "damaged";
  }
  if (kind === "matroska") {
    const tracks = webmTracks(bytes);
    return tracks ? { container: tracks.isWebm ? "webm" : undefined, tracks } : "damaged";
  }
  const tracks = kind === undefined ? mp3Tracks(bytes) : undefined;
  return tracks && { container: "mp3", tracks };
}

function refused(file: string, message: string): Result<never> {
  const name = posix.basename(file);
  const stem = name.replace(/\.\w+$/, "");
  const [settings, ending] = SOUNDS.test(file)
    ? ["-c:a aac", "m4a"]
    : ["-c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart", "mp4"];
  // ffmpeg can't write to its own input.
  const made = name === `${stem}.${ending}` ? `${stem}-2.${ending}` : `${stem}.${ending}`;
  return failure({ file, message, hint: `convert it: ffmpeg -i ${name} ${settings} ${made}` });
}

/** Servers derive the media type from the name. */
function misnamed(file: string, container: Container, kind: "video" | "audio"): Result<never> {
  const ending = container === "mp4" && kind === "audio" ? "m4a" : container;
  const stem = posix.basename(file).replace(/\.\w+$/, "");
  return failure({ file, message: `is ${ending.toUpperCase()} by what is in it`, hint: `name it ${stem}.${ending}` });
}

function besideOf(
  siteDir: string,
  file: string,
  seconds: number | undefined,
): Pick<Recording, "captions" | "transcript" | "faults"> {
  const folder = posix.dirname(file);
  const stem = posix.basename(file).replace(/\.\w+$/, "");
  const names = readdirSync(join(siteDir, folder)).filter((name) => name.startsWith(`${stem}.`));
  const captions: Captions[] = [];
  const faults: Problem[] = [];
  for (const name of names.sort()) {
    const [isCaptions, tag] = /^\.(?:([^.]+)\.)?vtt$/i.exec(name.slice(stem.length)) ?? [];
    if (!isCaptions) continue;
    const captionFile = posix.join(folder, name);
    const lang = tag === undefined ? undefined : languageOf(tag);
    if (tag !== undefined && lang === undefined) {
      const hint = `name it ${stem}.en.vtt`;
      faults.push({ file: captionFile, message: `has "${tag}" in its name, which is no language`, hint });
      continue;
    }
    captions.push({ file: captionFile, lang });
    const text = readFileSync(join(siteDir, captionFile), "utf8");
    faults.push(...captionFaults(text, seconds).map((fault) => ({ file: captionFile, ...fault })));
  }
  const transcript = names.includes(`${stem}.txt`) ? posix.join(folder, `${stem}.txt`) : undefined;
  return { captions, transcript, faults };
}

function languageOf(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
