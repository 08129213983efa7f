/** The Liquid tags of dev.to and others that run Forem (https://dev.to/p/editor_guide), as Markdown. */
import { escapeText } from "../../content/text/escape.ts";
import type { Left } from "../source-site.ts";
import { outsideCode } from "./markdown-parts.ts";

const HOSTS: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  twitter: (id) => `https://twitter.com/i/status/${id}`,
  tweet: (id) => `https://twitter.com/i/status/${id}`,
  x: (id) => `https://x.com/i/status/${id}`,
  github: (id) => `https://github.com/${id}`,
  gist: (id) => `https://gist.github.com/${id}`,
  codepen: (id) => `https://codepen.io/${id}`,
  codesandbox: (id) => `https://codesandbox.io/s/${id}`,
  stackblitz: (id) => `https://stackblitz.com/edit/${id}`,
  replit: (id) => `https://replit.com/${id}`,
  glitch: (id) => `https://glitch.com/edit/#!/${id}`,
  jsfiddle: (id) => `https://jsfiddle.net/${id}`,
  jsitor: (id) => `https://jsitor.com/${id}`,
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
  speakerdeck: (id) => `https://speakerdeck.com/player/${id}`,
  soundcloud: (id) => id,
  spotify: (id) => (id.startsWith("spotify:") ? `https://open.spotify.com/${id.split(":").slice(1).join("/")}` : id),
  asciinema: (id) => `https://asciinema.org/a/${id}`,
  blogcast: (id) => `https://blogcast.host/embed/${id}`,
  kotlin: (id) => id,
  medium: (id) => id,
  reddit: (id) => id,
  slideshare: (id) => `https://www.slideshare.net/slideshow/embed_code/key/${id}`,
  stackexchange: (id) => `https://stackoverflow.com/q/${id}`,
  stackoverflow: (id) => `https://stackoverflow.com/q/${id}`,
  twitch: (id) => `https://www.twitch.tv/videos/${id}`,
  wikipedia: (id) => id,
  dotnetfiddle: (id) => id,
  parler: (id) => id,
  loom: (id) => id,
  link: (id) => `https://dev.to/${id}`,
  post: (id) => `https://dev.to/${id}`,
  tag: (id) => `https://dev.to/t/${id}`,
  user: (id) => `https://dev.to/${id}`,
  organization: (id) => `https://dev.to/${id}`,
  podcast: (id) => id,
  comment: (id) => `https://dev.to/comment/${id}`,
  devcomment: (id) => `https://dev.to/comment/${id}`,
  listing: (id) => `https://dev.to/listings/${id}`,
  embed: (id) => id,
};

const TAG = /\{%-?\s*(\w+)\s*([^%]*?)\s*-?%\}/g;

/** `line` is that of the file on which the text begins. Between `raw` and `endraw` braces are text. */
export function withoutForemTags(markdown: string, file: string, line: number, left: Left[]): string {
  let isRaw = false;
  return outsideCode(markdown, (part, before) => {
    let position = 0;
    return part
      .split(/(\{%-?\s*(?:end)?raw\s*-?%\})/)
      .map((piece, index) => {
        const start = line + before + part.slice(0, position).split("\n").length - 1;
        position += piece.length;
        if (index % 2 === 1) {
          isRaw = !/endraw/.test(piece);
          return "";
        }
        return isRaw ? piece : withoutTags(piece, { file, line: start }, left);
      })
      .join("");
  });
}

function withoutTags(part: string, { file, line }: { file: string; line: number }, left: Left[]): string {
  return part
    .replace(
      /\{%-?\s*katex\s*(inline)?\s*-?%\}([\s\S]*?)\{%-?\s*endkatex\s*-?%\}/g,
      (_, inline: string | undefined, tex: string) => (inline ? `$${tex.trim()}$` : `\n\n$$\n${tex.trim()}\n$$\n\n`),
    )
    .replace(
      /\{%-?\s*cta\s+(\S+?)\s*-?%\}([\s\S]*?)\{%-?\s*endcta\s*-?%\}/g,
      (_, url: string, text: string) => `[${text.trim()}](${url})`,
    )
    .replace(TAG, (written: string, name: string, rest: string, index: number) =>
      tagOf(
        written,
        name.toLowerCase(),
        rest,
        { file, line: line + part.slice(0, index).split("\n").length - 1 },
        left,
      ),
    );
}

function tagOf(
  written: string,
  name: string,
  rest: string,
  place: { file: string; line: number },
  left: Left[],
): string {
  const note = (construct: string, now: string, outcome: Left["outcome"], tag?: string) =>
    left.push({ ...place, construct, outcome, was: written, now, ...(tag && { tag }) });
  if (name === "details" || name === "collapsible" || name === "spoiler")
    return `\n<details>\n<summary>${escapeText(rest || "Details")}</summary>\n\n`;
  if (name === "enddetails" || name === "endcollapsible" || name === "endspoiler") return "\n\n</details>\n";
  const [id = ""] = rest.split(/\s+/);
  const address = Object.hasOwn(HOSTS, name) ? HOSTS[name] : undefined;
  if (address && id) {
    const url = /^https?:\/\//.test(id) ? id : address(id.replace(/^@(?=\w)/, ""));
    if (/^https?:\/\//.test(url)) {
      note("embed", `a link to ${url}`, "noted");
      return `<${url}>`;
    }
  }
  note("Liquid tag", "nothing", "left", name);
  return "";
}
