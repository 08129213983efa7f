/** Makes and writes files of whole texts, in whichever thread. */
import { digestOf } from "../cache/digest.ts";
import { FolderWriter } from "../cache/folder-writer.ts";
import { Observer } from "../cache/observer.ts";
import { heldAt } from "../cache/pack.ts";
import { inBytes } from "../content/text/held-text.ts";
import type { Item } from "../feeds/feed.ts";
import { formats } from "../feeds/formats.ts";
import { type Texts, textsOf } from "../feeds/items.ts";
import { markdownWriter, type TitledSource } from "../feeds/plain-text.ts";
import type { TextSource } from "../feeds/text-source.ts";
import { markdownReader } from "../feeds/whole-markdown.ts";
import { type Addresses, observedAddresses } from "./observed-content.ts";
import { release } from "./page-store.ts";
import type { FeedFile, HandedItem, HandedSource, TextFile } from "./text-file.ts";

/** What there is to note of a file that was written. */
export interface WrittenText {
  /** Of its bytes. */
  readonly digest: string;
  /** The names of the questions that were asked beside what its description says. */
  readonly asked: readonly string[];
}

type Made = Texts & { readonly markdownFileOf: (entry: TitledSource) => string };

export class TextFileWriter {
  readonly #files: FolderWriter;
  readonly #observer = new Observer();
  readonly #making: readonly Made[];

  constructor(folder: string, addresses: readonly Addresses[]) {
    this.#files = new FolderWriter(folder);
    this.#making = addresses.map((one) => {
      const observed = observedAddresses(this.#observer, one);
      return { ...observed, markdownOf: markdownReader(observed), markdownFileOf: markdownWriter(observed) };
    });
  }

  write(file: TextFile): WrittenText {
    const { made, asked } = this.#observer.during(() => this.#textOf(file));
    const bytes = inBytes(made);
    const digest = digestOf(bytes);
    this.#files.write(file.path, bytes);
    release(bytes);
    return { digest, asked: Array.from(asked, (question) => this.#observer.nameOf(question)) };
  }

  #textOf(file: TextFile): string {
    const making = this.#making[file.addresses];
    if (!making) throw new Error(`${file.path} is of no edition`);
    return file.kind === "feed" ? documentOf(file, making) : making.markdownFileOf(titledSource(file.entry));
  }
}

function documentOf({ format, feed, items }: FeedFile, texts: Texts): string {
  const row = formats.find(({ key }) => key === format);
  if (!row) throw new Error(`${format} is no format of feeds`);
  return row.write({ ...feed, items: items.map((item) => itemOf(item, texts)) });
}

function itemOf({ source, html, ...item }: HandedItem, texts: Texts): Item {
  if (source) return { ...item, ...textsOf(texts, sourceOf(source)) };
  return { ...item, html: html === undefined ? undefined : () => html, markdown: undefined };
}

function titledSource({ title, summary, ...source }: HandedSource & Pick<TitledSource, "title" | "summary">) {
  return { ...sourceOf(source), title, summary };
}

function sourceOf({ body, ...source }: HandedSource): TextSource {
  return { ...source, body: { ...body, markdown: heldAt(body.markdown), feedHtml: heldAt(body.feedHtml) } };
}
