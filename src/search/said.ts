/** What search needs to know of a body: counted when the body is rendered, and kept with it. */
import type { Body, RenderedBody, Said, Section } from "../content/body.ts";
import type { PageFile } from "./query/page.ts";
import { segmented } from "./segmented.ts";
import { shortDigest } from "./short-digest.ts";
import { countsAsText, countWords, WEIGHTS } from "./word-counts.ts";

/** The blocks of a body as search shows them. */
export type BodyText = Pick<PageFile, "code" | "headings"> & { readonly blocks: readonly string[] };

const LEAD_LENGTH = 240;

/** `lang` is the language of the entry (BCP 47). Words are counted when they are first asked for. */
export function withSaid(body: RenderedBody, lang: string): Body {
  let known: Said | undefined;
  return {
    ...body,
    get said() {
      known ??= saidBy(body, lang);
      return known;
    },
  };
}

function saidBy(body: RenderedBody, lang: string): Said {
  const shown = bodyText(body, lang);
  const ofHeadings = new Set(shown.headings.map(([at]) => at));
  const headings = shown.blocks.filter((_, at) => ofHeadings.has(at));
  const [lead = "", ...rest] = shown.blocks.filter((_, at) => !ofHeadings.has(at));
  const { length, ...counts } = countWords([
    [headings.join("\n"), WEIGHTS.headings],
    [lead, WEIGHTS.lead],
    [rest.join("\n"), WEIGHTS.text],
  ]);
  const words = countsAsText(counts);
  return {
    digest: shortDigest(JSON.stringify(shown)),
    length,
    lead: leadOf(body),
    words: () => words,
  };
}

/** Text in scripts without spaces is cut into words. */
export function bodyText({ sections }: Pick<Body, "sections">, lang: string): BodyText {
  const blocks: string[] = [];
  const code: number[] = [];
  const headings: BodyText["headings"] = [];
  for (const section of sections) {
    if (section.heading) {
      headings.push([blocks.length, section.heading.id]);
      blocks.push(oneLine(segmented(section.heading.text, lang)));
    }
    for (const { text, isCode } of blocksOf(section)) {
      if (isCode) code.push(blocks.length);
      blocks.push(segmented(text, lang));
    }
  }
  return { blocks, code, headings };
}

/** A text without empty lines, which would make several blocks of it. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, " ");
}

/** The text of a section, its code, and the outcomes of samples. */
function blocksOf({ text, code = [], outcomes }: Section): { text: string; isCode: boolean }[] {
  const own = text()
    .split("\n\n")
    .map((text, at) => ({ text, isCode: code.includes(at) }));
  const all = outcomes ? [...own, ...outcomes.split("\n\n").map((text) => ({ text, isCode: false }))] : own;
  return all.filter(({ text }) => text.trim());
}

/** The first words of a text, for entries without a description. */
function leadOf({ sections }: Pick<Body, "sections">): string {
  const text = sections[0]?.heading ? "" : (sections[0]?.text().replace(/\n+/g, " ") ?? "");
  if (text.length <= LEAD_LENGTH) return text;
  const space = text.lastIndexOf(" ", LEAD_LENGTH);
  // Text without spaces is cut between characters, which may be two code units long.
  return space > 0 ? text.slice(0, space) : [...text].slice(0, LEAD_LENGTH).join("");
}
