/** What of an entry its whole text in feeds, and its Markdown, are made of. An entry is one, and so is what a thread is handed of it. */
import type { Body } from "../content/body.ts";
import type { Entry } from "../content/entry.ts";
import type { Picture } from "../content/picture.ts";

export interface TextSource extends Pick<Entry, "file" | "path" | "lang"> {
  readonly body: Pick<Body, "markdown" | "feedHtml"> & {
    readonly assets: Body["assets"];
    readonly pictures: readonly SourcePicture[];
  };
}

/** Where it is published. */
interface SourcePicture {
  readonly file: Picture["file"];
  readonly fallback?: Pick<NonNullable<Picture["fallback"]>, "path"> | undefined;
}
