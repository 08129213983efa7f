/**
 * A line with nothing but the address of a film, a pen, a gist or a post elsewhere is a still of it, with its title and a link.
 * The card is what `wellformed embeds` has fetched; without one, the line stays a link.
 */
import type { StateCore } from "markdown-it";
import { EMBEDS_FOLDER, type EmbedCard, type Embeddable, embeddableAt, PROVIDERS } from "../content/embed.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import { givenTo } from "./attribute-list.ts";
import { type Extension, envOf, type RenderEnv } from "./extension.ts";
import { pictureOf, type Source, sourceOf } from "./images.ts";
import { marksOf } from "./marks.ts";
import { tokenKey } from "./token-key.ts";
import { type Paragraph, replaceParagraphs, tokenAt } from "./tokens.ts";

export const embeds: Extension = {
  parse: (md) => md.core.ruler.after("images", "embeds", readEmbeds),
  page: {
    embed: (tokens, index, _options, env) => {
      const embed = embedKey.need(tokenAt(tokens, index));
      const { embeddable } = embed;
      const frame = embeddable.frame ? ` data-embed="${escapeMarkup(embeddable.frame)}"` : "";
      return `<figure${marksOf(givenTo(tokens[index]), ["embed"])}${frame}>\n${contentOf(embed, envOf(env))}<figcaption>${captionOf(embed)}</figcaption>\n</figure>\n`;
    },
  },
  feed: {
    embed: (tokens, index) => {
      const embed = embedKey.need(tokenAt(tokens, index));
      return `${wordsOf(embed, "<pre>")}<p>${captionOf(embed)}</p>\n`;
    },
  },
  text: {
    embed: (token) => {
      const embed = embedKey.need(token);
      const { card, embeddable } = embed;
      const said = [titleOf(embed), card.author, PROVIDERS[embeddable.kind].label, card.text];
      return [...new Set(said)].filter(Boolean).join("\n");
    },
  },
  code: { embed: (token) => embedKey.need(token).card.code ?? "" },
};

/** A keyboard reaches what scrolls. */
const SCROLLING = '<pre tabindex="0">';

interface Embed {
  embeddable: Embeddable;
  card: EmbedCard;
  still: Source | undefined;
}

const embedKey = tokenKey<Embed>("embed");

function readEmbeds(state: StateCore): void {
  const env = envOf(state.env);
  replaceParagraphs(state, (paragraph) => {
    const { map } = paragraph[0];
    const address = addressAlone(paragraph);
    const embeddable = address === undefined ? undefined : embeddableAt(address);
    if (!embeddable) return undefined;
    env.notes.embeds.push({ address: embeddable.address, line: env.context.firstLine + (map?.[0] ?? 0) });
    const card = env.context.embed?.(embeddable.address);
    if (!card) return undefined;
    const embed = new state.Token("embed", "", 0);
    embedKey.set(embed, { embeddable, card, still: stillOf(card, map?.[0], env) });
    return embed;
  });
}

/** The address that a paragraph consists of. */
function addressAlone([open, inline]: Paragraph): string | undefined {
  const [link, text, end, ...others] = inline.children ?? [];
  if (open.hidden || link?.type !== "link_open" || link.info !== "auto") return undefined;
  if (text?.type !== "text" || end?.type !== "link_close" || others.length > 0) return undefined;
  return String(link.attrGet("href"));
}

function stillOf({ picture }: EmbedCard, line: number | undefined, env: RenderEnv): Source | undefined {
  if (!picture) return undefined;
  return sourceOf(
    { kind: "asset", file: `${EMBEDS_FOLDER}/${picture}`, path: `/${EMBEDS_FOLDER}/${picture}` },
    line,
    env,
  );
}

/** The still, which plays where there is something to play; else what there is to read. */
function contentOf(embed: Embed, { context }: RenderEnv): string {
  const { embeddable, still } = embed;
  const site = { url: context.siteUrl };
  const shown = still && pictureOf(still, { alt: titleOf(embed), loading: "lazy" }, {}, site);
  if (embeddable.frame) {
    const words = shown ?? `<span>${escapeMarkup(titleOf(embed))}</span>`;
    return `<a class="still" href="${escapeMarkup(embeddable.address)}">${words}</a>\n`;
  }
  return wordsOf(embed, SCROLLING) + (shown ? `${shown}\n` : "");
}

function wordsOf({ embeddable, card: { text, code } }: Embed, pre: string): string {
  const paragraphs = (text ?? "").split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "");
  const quoted = paragraphs.map((paragraph) => `<p>${escapeMarkup(paragraph.trim()).replaceAll("\n", "<br>\n")}</p>\n`);
  const quote =
    quoted.length > 0
      ? `<blockquote cite="${escapeMarkup(embeddable.address)}">\n${quoted.join("")}</blockquote>\n`
      : "";
  return quote + (code ? `${pre}<code>${escapeMarkup(code)}</code></pre>\n` : "");
}

function captionOf(embed: Embed): string {
  const { embeddable, card } = embed;
  const title = titleOf(embed);
  const link = `<a href="${escapeMarkup(embeddable.address)}">${escapeMarkup(title)}</a>`;
  const others = [card.author, card.date, PROVIDERS[embeddable.kind].label].filter((text) => text && text !== title);
  return [link, ...others.map((text) => escapeMarkup(String(text)))].join(" · ");
}

/** A post has none, and is known by its author. */
function titleOf({ card, embeddable }: Embed): string {
  return card.title ?? card.author ?? embeddable.address;
}
