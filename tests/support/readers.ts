/** Reads pages without their styles, as reader views, savers, mail programs and text browsers do, in one shape. */
import { extractFromHtml } from "@extractus/article-extractor";
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { convert } from "html-to-text";
import { parseHTML } from "linkedom";

export interface ReadPage {
  html: string;
  /** As it stands in code, with its white space. */
  text: string;
  title?: string | null | undefined;
  author?: string | null | undefined;
  published?: string | null | undefined;
}

export interface PageReader {
  name: string;
  /** Elements that it leaves out wherever they stand. */
  drops?: string;
  read: (html: string, url: string) => Promise<ReadPage>;
}

export const pageReaders: PageReader[] = [
  {
    name: "Readability, the reader view of Firefox and of most others",
    read: async (html) => {
      const article = new Readability(documentOf(html)).parse();
      const content = article?.content ?? "";
      return {
        html: content,
        text: textOfHtml(content),
        title: article?.title,
        author: article?.byline,
        published: article?.publishedTime,
      };
    },
  },
  {
    name: "article-extractor, as programs that save pages use it",
    drops: "math",
    read: async (html, url) => {
      const article = await extractFromHtml(html, url);
      const content = article?.content ?? "";
      return {
        html: content,
        text: textOfHtml(content),
        title: article?.title,
        author: article?.author,
        published: article?.published,
      };
    },
  },
  {
    name: "Defuddle, Obsidian's clipper",
    read: async (html, url) => {
      const { content, title, author, published } = await Defuddle(documentOf(html), url);
      return { html: content, text: textOfHtml(content), title, author, published };
    },
  },
  {
    name: "html-to-text, as mail programs make a letter's plain text",
    drops: "math",
    read: async (html) => {
      const main = documentOf(html).querySelector(".prose, body")?.innerHTML ?? "";
      const text = convert(main, {
        wordwrap: false,
        selectors: [
          { selector: "a", options: { ignoreHref: true } },
          { selector: "table", format: "dataTable", options: { uppercaseHeaderCells: false } },
          ...["h2", "h3"].map((selector) => ({ selector, options: { uppercase: false } })),
        ],
      });
      return { html: main, text };
    },
  },
];

const INLINE = "span, a, code, em, strong, b, i, u, small, abbr";

/** The text of a piece of HTML as words, without what is hidden from those who listen to it. */
export function textOfHtml(html: string): string {
  const { body } = documentOf(`<!doctype html><html><head></head><body>${html}</body></html>`);
  for (const hidden of body.querySelectorAll("[aria-hidden=true], svg")) hidden.remove();
  for (const block of body.querySelectorAll(`:not(${INLINE})`)) {
    block.before(" ");
    block.after(" ");
  }
  return body.textContent ?? "";
}

export function documentOf(html: string): Document {
  return parseHTML(html).document;
}
