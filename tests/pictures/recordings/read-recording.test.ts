/** What the files of films and sounds say, and which of them not every browser plays. The files were made with ffmpeg. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inMemory } from "../../../src/pictures/metadata/file-bytes.ts";
import { mp3Tracks } from "../../../src/pictures/recordings/mp3.ts";
import { mp4Tracks } from "../../../src/pictures/recordings/mp4.ts";
import { readRecording } from "../../../src/pictures/recordings/read-recording.ts";
import { webmTracks } from "../../../src/pictures/recordings/webm.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const FOLDER = "tests/fixtures/recordings";
const folder = useTemporaryFolder();

describe.each([
  { file: "film.mp4", type: "video/mp4", size: [64, 36], hasSound: true },
  { file: "turned.mp4", type: "video/mp4", size: [36, 64], hasSound: false },
  { file: "fragments.mp4", type: "video/mp4", size: [64, 36], hasSound: false },
  { file: "quiet.webm", type: "video/webm", size: [64, 36], hasSound: false },
  { file: "spoken.webm", type: "video/webm", size: [64, 36], hasSound: true },
  { file: "talk.m4a", type: "audio/mp4", size: [undefined, undefined], hasSound: true },
  { file: "talk.mp3", type: "audio/mpeg", size: [undefined, undefined], hasSound: true },
  { file: "variable.mp3", type: "audio/mpeg", size: [undefined, undefined], hasSound: true },
])("$file", ({ file, type, size: [width, height], hasSound }) => {
  it("is read", () => {
    const read = readRecording(FOLDER, file);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { bytes, seconds, ...others } = read.value;
    expect(others).toMatchObject({ file, type, width, height, hasSound, captions: [], transcript: undefined });
    expect(bytes).toBe(readFileSync(join(FOLDER, file)).length);
    // A film in fragments says no length.
    if (file !== "fragments.mp4") expect(seconds).toBeCloseTo(2, 0);
  });
});

describe.each([
  {
    file: "hevc.mp4",
    says: "is HEVC, which not every browser plays",
    hint: "yuv420p -c:a aac -movflags +faststart hevc-2.mp4",
  },
  { file: "colours.mp4", says: "is H.264 in 4:4:4, which not every browser plays", hint: "colours-2.mp4" },
  { file: "old.mp4", says: "is MPEG-4 Part 2, which not every browser plays", hint: "old-2.mp4" },
  { file: "film.mov", says: "is in a container that not every browser plays", hint: "film.mp4" },
  { file: "film.mkv", says: "is in a container that not every browser plays", hint: "film.mp4" },
  {
    file: "talk.ogg",
    says: "is no film or sound that every browser plays",
    hint: "ffmpeg -i talk.ogg -c:a aac talk.m4a",
  },
  { file: "misnamed.mp4", says: "is WEBM by what is in it", hint: "name it misnamed.webm" },
])("$file", ({ file, says, hint }) => {
  it("is refused, with what to do", () => {
    const read = readRecording(FOLDER, file);
    expect(read).toMatchObject({ ok: false, problems: [{ file, message: says }] });
    expect(!read.ok && read.problems[0]?.hint).toContain(hint);
  });
});

describe("what lies beside a film", () => {
  it("is found by its name, whatever else is there", () => {
    mkdirSync(join(folder, "a"), { recursive: true });
    copyFileSync(join(FOLDER, "film.mp4"), join(folder, "a/film.mp4"));
    for (const name of ["film.en.vtt", "film.pt-br.vtt", "film.vtt", "film.part.two.vtt", "filmed.en.vtt"])
      writeFileSync(join(folder, "a", name), "WEBVTT\n\n00:00.000 --> 00:01.000\nA\n");
    writeFileSync(join(folder, "a/film.x_y.vtt"), "");
    writeFileSync(join(folder, "a/film.txt"), "A");
    expect(readRecording(folder, "a/film.mp4")).toMatchObject({
      value: {
        captions: [
          { file: "a/film.en.vtt", lang: "en" },
          { file: "a/film.pt-br.vtt", lang: "pt-BR" },
          { file: "a/film.vtt", lang: undefined },
        ],
        transcript: "a/film.txt",
        faults: [{ file: "a/film.x_y.vtt", message: 'has "x_y" in its name, which is no language' }],
      },
    });
  });
});

describe("a file that is damaged", () => {
  const files = ["film.mp4", "fragments.mp4", "quiet.webm", "spoken.webm", "talk.mp3", "variable.mp3", "talk.m4a"];
  const all = files.map((name) => readFileSync(join(FOLDER, name)));

  it("is read or not, but never for long and never with a size that no film has", () => {
    const change = fc.tuple(fc.nat(9000), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.array(change, { maxLength: 12 }), fc.nat(9000), (bytes, changes, cut) => {
        const copy = Buffer.from(bytes.subarray(0, cut + 1));
        for (const [at, byte] of changes) copy[at % copy.length] = byte;
        for (const read of [mp4Tracks, webmTracks, mp3Tracks]) {
          const tracks = read(inMemory(copy));
          if (!tracks) continue;
          const { width = 1, height = 1 } = tracks.size ?? {};
          expect(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0).toBe(true);
          expect(tracks.seconds === undefined || (tracks.seconds > 0 && tracks.seconds < 1e6)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("of any bytes, neither", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        for (const read of [mp4Tracks, webmTracks, mp3Tracks]) expect(() => read(inMemory(bytes))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
