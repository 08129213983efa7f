/**
 * Films and sounds: `![Title](demo.mp4 "Caption")` in a paragraph of its own. The file says its size, captions and a transcript lie beside
 * it, and so may a picture that is shown before it plays. `{silent}` after it says that nobody speaks. Feeds have the picture and
 * links, since readers take players out.
 */
import { posix } from "node:path";
import type { StateCore, Token } from "markdown-it";
import { absoluteUrl, hrefOf } from "../content/address.ts";
import { type Captions, isRecording, lengthText, type Recording } from "../content/recording.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import { givenTo } from "./attribute-list.ts";
import { type Extension, envOf, noteProblem, type RenderEnv, speakIn, type Target } from "./extension.ts";
import { type Source, sourceOf } from "./images.ts";
import { marksOf } from "./marks.ts";
import { type Addressing, addressOf, noteUnencrypted, publish, readTarget } from "./targets.ts";
import { tokenKey } from "./token-key.ts";
import { inlineTokens, tokenAt } from "./tokens.ts";
import { plainText } from "./words-of-tokens.ts";

export const recordings: Extension = {
  parse: (md) => md.core.ruler.push("recordings", readRecordings),
  page: {
    recording: (tokens, index, _options, env) => {
      const token = tokenAt(tokens, index);
      return figureOf(recordingKey.need(token), marksOf(givenTo(token), ["recording"]), envOf(env));
    },
  },
  feed: {
    recording: (tokens, index, _options, env) => {
      const shown = recordingKey.need(tokenAt(tokens, index));
      const { poster, title, target } = shown;
      const { context } = envOf(env);
      const href = escapeMarkup(addressOf(target, context, absoluteUrl));
      const src = poster && escapeMarkup(absoluteUrl({ url: context.siteUrl }, poster.path));
      const still = src ? `<p><a href="${href}"><img src="${src}" alt="${escapeMarkup(title)}"></a></p>\n` : "";
      return `${still}<p>${captionOf(shown, envOf(env), absoluteUrl)}</p>\n`;
    },
  },
  text: {
    recording: (token) => {
      const { title, caption } = recordingKey.need(token);
      return [title, caption].filter(Boolean).join("\n");
    },
  },
};

interface Shown {
  readonly target: Target;
  readonly title: string;
  readonly caption: string;
  readonly recording: Recording;
  readonly poster: Source | undefined;
  readonly captions: readonly (Captions & { readonly target: Target })[];
  readonly transcript: Target | undefined;
}

const recordingKey = tokenKey<Shown>("recording");

const SILENT_MARK = /^\{\s*silent\s*\}\s*$/;
const POSTERS = ["jpg", "jpeg", "png", "webp", "avif"];
const ALONE = "leave an empty line before and behind it";

function readRecordings(state: StateCore): void {
  if (!state.src.includes("![")) return;
  const env = envOf(state.env);
  const kept: Token[] = [];
  for (let index = 0; index < state.tokens.length; index++) {
    const open = tokenAt(state.tokens, index);
    const written = writtenAlone(open, state.tokens[index + 1]);
    const shown = written && shownBy(written, open.map?.[0], env);
    if (shown) {
      const block = new state.Token("recording", "", 0);
      recordingKey.set(block, shown);
      kept.push(Object.assign(block, { block: true, map: open.map, level: open.level, attrs: open.attrs }));
      index += 2;
      continue;
    }
    // What is wrong with it has been said; its title stands there.
    if (written) showTitle(written.image, env);
    kept.push(open);
  }
  state.tokens = kept;
  for (const { token, line } of inlineTokens(state.tokens)) {
    const src = srcOf(token);
    if (src === undefined) continue;
    noteProblem(env, "recording-file", line, "a film or a sound is within a line of text", ALONE, src);
    showTitle(token, env);
  }
}

interface Written {
  readonly image: Token;
  readonly src: string;
  readonly caption: string;
  readonly isSilent: boolean;
}

/** What is the only thing in its paragraph, or in the figure that `figures.ts` made of that. */
function writtenAlone(open: Token, inline: Token | undefined): Written | undefined {
  const [image, next] = inline?.children ?? [];
  const src = image && srcOf(image);
  if (!image || src === undefined || open.hidden) return undefined;
  const isSilent = inline?.children?.length === 2 && next?.type === "text" && SILENT_MARK.test(next.content);
  const isAlone = open.type === "figure_open" || (open.type === "paragraph_open" && (!next || isSilent));
  if (!isAlone) return undefined;
  // As the text's language writes quotation marks, where figures.ts made a caption of it.
  const caption = next?.type === "caption_open" ? inline?.children?.[2]?.content : image.attrGet("title");
  return { image, src, caption: String(caption ?? ""), isSilent };
}

/** The target of a picture's syntax, where it is called like a film or a sound. */
function srcOf(token: Token): string | undefined {
  const src = token.type === "image" ? String(token.attrGet("src")) : "";
  return isRecording(src) ? src : undefined;
}

function showTitle(image: Token, env: RenderEnv): void {
  image.content = plainText(image.children ?? [], env);
  image.type = "text";
  image.children = null;
}

function shownBy(
  { image, src, caption, isSilent }: Written,
  line: number | undefined,
  env: RenderEnv,
): Shown | undefined {
  const title = plainText(image.children ?? [], env).trim();
  if (title === "")
    noteProblem(env, "link-text", line, "a film or a sound has no title", "say what it is: ![Title](demo.mp4)", "![");
  const target = readTarget(src, line, env);
  noteUnencrypted(target, line, env);
  if (target.kind !== "asset") {
    if (target.kind === "external" && target.url !== "")
      noteProblem(
        env,
        "recording-file",
        line,
        "a film or a sound lies elsewhere",
        "put it beside the text, or link to it",
        src,
      );
    return undefined;
  }
  const read = env.context.recording?.(target.file);
  if (!read) return undefined;
  if (!read.ok) {
    for (const { file, message, hint } of read.problems)
      noteProblem(env, "recording-file", line, `${file} ${message}`, hint, src);
    return undefined;
  }
  const recording = read.value;
  env.notes.problems.push(...recording.faults.map((fault) => ({ ...fault, rule: "recording-file" as const })));
  const isHeard = recording.hasSound && !isSilent;
  const isCaptioned = recording.captions.length > 0 || (recording.kind === "audio" && recording.transcript);
  if (isHeard && !isCaptioned)
    noteProblem(
      env,
      "recording-captions",
      line,
      `${target.file} has no captions${recording.kind === "audio" ? " and no transcript" : ""}`,
      howToCaption(recording),
      src,
    );
  const beside = (file: string) => {
    const asset = { kind: "asset" as const, file, path: pathBeside(target.path, file) };
    publish(asset, line, env, "file");
    return asset;
  };
  publish(target, line, env, "file");
  return {
    ...{ target, title, caption, recording },
    poster: recording.kind === "video" ? posterOf(target, line, env) : undefined,
    captions: recording.captions.map((one) => ({ ...one, target: beside(one.file) })),
    transcript: recording.transcript === undefined ? undefined : beside(recording.transcript),
  };
}

function howToCaption({ file, kind }: Recording): string {
  const stem = posix.basename(file).replace(/\.\w+$/, "");
  const text = kind === "audio" ? `${stem}.txt or ${stem}.en.vtt` : `${stem}.en.vtt`;
  return `put ${text} beside it; if nobody speaks, write {silent} behind its )`;
}

function pathBeside(path: string, file: string): string {
  return `${posix.dirname(path)}/${posix.basename(file)}`.normalize("NFC").replace(/^\/\//, "/");
}

/** The picture beside it that is called like it. */
function posterOf(
  { file, path, kind }: Target & { kind: "asset" },
  line: number | undefined,
  env: RenderEnv,
): Source | undefined {
  for (const ending of POSTERS) {
    const named = (name: string) => name.replace(/\w+$/, ending);
    if (env.context.picture?.(named(file))) return sourceOf({ kind, file: named(file), path: named(path) }, line, env);
  }
  return undefined;
}

function figureOf(shown: Shown, marks: string, env: RenderEnv): string {
  const caption = captionOf(shown, env, hrefOf);
  return `<figure${marks}>\n${playerOf(shown, env)}\n<figcaption>${caption}</figcaption>\n</figure>\n`;
}

/** Nothing plays or is fetched before a reader asks for it, except the first frame of a film without a still. */
function playerOf({ target, title, recording, poster, captions }: Shown, env: RenderEnv): string {
  const { kind, width, height } = recording;
  const { context } = env;
  const attributes = {
    src: addressOf(target, context, hrefOf),
    "aria-label": title,
    ...(width && height && { width: String(width), height: String(height) }),
    ...(poster && { poster: hrefOf({ url: context.siteUrl }, poster.path) }),
    preload: kind === "video" && !poster ? "metadata" : "none",
  };
  const tracks = captions.map(({ lang = context.lang, target: file }) => {
    const track = { kind: "captions", src: addressOf(file, context, hrefOf), srclang: lang, label: languageName(lang) };
    return `<track${written(track)}>`;
  });
  const inline = kind === "video" ? " playsinline" : "";
  return `<${kind} controls${inline}${written(attributes)}>${tracks.join("")}</${kind}>`;
}

/** Its caption, its title as a link to the file, with its length and size, and links to what can be read. */
function captionOf(
  { target, title, caption, recording, captions, transcript }: Shown,
  env: RenderEnv,
  address: Addressing,
): string {
  const speak = speakIn(env);
  const { context } = env;
  const link = (to: Target, words: string, more = "") =>
    `<a href="${escapeMarkup(addressOf(to, context, address))}"${more}>${words}</a>`;
  const size = sizeText(recording.bytes, context.locale ?? context.lang);
  const facts = [recording.seconds === undefined ? "" : lengthText(recording.seconds), size].filter(Boolean).join(", ");
  const read = transcript
    ? [link(transcript, speak("transcript"))]
    : captions.map(({ lang = context.lang, target: file }) =>
        link(
          file,
          `${speak("captions")} (<bdi>${escapeMarkup(languageName(lang))}</bdi>)`,
          ` hreflang="${escapeMarkup(lang)}"`,
        ),
      );
  const file = `<span>${link(target, escapeMarkup(title))} (<bdi>${facts}</bdi>)</span>`;
  return [caption && escapeMarkup(caption), file, ...read].filter(Boolean).join(" · ");
}

/** In the language itself, as players list them. */
function languageName(lang: string): string {
  return new Intl.DisplayNames([lang], { type: "language" }).of(lang) ?? lang;
}

/** In the decimal units of disks and networks. */
function sizeText(bytes: number, locale: string): string {
  const [unit, size] = bytes >= 1e6 ? ["megabyte", bytes / 1e6] : ["kilobyte", Math.max(1, bytes / 1e3)];
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: size < 10 ? 1 : 0 }).format(size);
}

function written(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
    .join("");
}
