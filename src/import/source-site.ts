/**
 * The source of an import: another engine's site as that engine understood it, before it is converted.
 * Each reader (`sources/`) gives one; `write-site.ts` makes a site's folder of it, whatever it came from.
 */

/** A blog as its own engine would have published it. */
export interface SourceSite {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Where it was published, with a path if it lived in a subfolder: `https://example.org/blog/`. */
  readonly url?: string | undefined;
  /** A BCP 47 tag. */
  readonly language?: string | undefined;
  /** An IANA name: the zone in which dates without one were meant. */
  readonly timeZone?: string | undefined;
  /** By whom the site is, if its settings say so; entries that name no author are theirs. */
  readonly owner?: string | undefined;
  readonly authors: readonly SourceAuthor[];
  /** True where its engine showed `--` as a dash and `...` as an ellipsis. */
  readonly dashes?: boolean | undefined;
  readonly entries: readonly SourceEntry[];
  /** Addresses that led on: from a path, with its query if it had one, to a path or an address elsewhere. */
  readonly redirects: readonly SourceRedirect[];
  /** Its lists of posts, where they are known. */
  readonly listings?: readonly SourceListing[] | undefined;
  readonly feeds: readonly SourceFeed[];
  /** Files that it published as they are, by the path at which they were. */
  readonly files: readonly SourceFile[];
  /** For the report: anything without a counterpart that belongs to no entry. */
  readonly left?: readonly Left[] | undefined;
}

export interface SourceAuthor {
  /** The name by which entries refer to it. */
  readonly key: string;
  readonly name: string;
  readonly url?: string | undefined;
  readonly about?: string | undefined;
}

export interface SourceRedirect extends SourcePlace {
  readonly from: string;
  readonly to: string;
}

/** The page at a path that listed all posts, tags or authors, or the posts of a year, of a tag, or of an author by the key. */
export type SourceListing = { readonly path: string } & (
  | { readonly posts: true }
  | { readonly tags: true }
  | { readonly authors: true }
  | { readonly year: number }
  | { readonly tag: string }
  | { readonly author: string }
);

/** The old path of a feed with all posts, or with those of a tag or of an author by the key. */
export type SourceFeed =
  | string
  | ({ readonly path: string } & ({ readonly tag: string } | { readonly author: string }));

export interface SourceFile {
  /** The path at which it was published, decoded: `/images/a b.png`. */
  readonly path: string;
  /** True for one that has to stay at that path, whether an entry refers to it or not. */
  readonly isPublished?: true | undefined;
  /** Where its bytes are: a file of this machine, or an address that only `--fetch` asks. */
  readonly at: { readonly file: string } | { readonly url: string };
  /** The description that was kept with a picture, such as WordPress' alternative text of an attachment. */
  readonly description?: string | undefined;
}

/** A position in what is imported; `file` is relative to its folder, or names the export file. Counts from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line?: number | undefined;
}

export interface SourceEntry extends SourcePlace {
  /** Pages have an address of their own, no date that matters, and are not in feeds. */
  readonly kind: "post" | "page";
  readonly title?: string | undefined;
  /** The path at which it was, decoded: `/2016/03/My-Post.html`. Undefined if it was never public. */
  readonly address?: string | undefined;
  /** Other paths that led to it. */
  readonly aliases: readonly string[];
  /** Its guid or id in the old feed, by the rule of its engine; a given feed takes precedence. */
  readonly id?: string | undefined;
  /** RFC 3339 with an offset, or a plain date that is midnight in the site's zone. */
  readonly date?: string | undefined;
  readonly updated?: string | undefined;
  /** True for whatever was not public: drafts, private, scheduled, password-protected, paid. `why` is for the report. */
  readonly draft?: { readonly why: string } | undefined;
  readonly tags: readonly string[];
  /** Keys of authors. */
  readonly authors: readonly string[];
  /** One line of plain text. */
  readonly description?: string | undefined;
  readonly language?: string | undefined;
  readonly series?: string | undefined;
  readonly image?: { readonly src: string; readonly alt?: string | undefined } | undefined;
  /** Where a link post points; the link stands above the text. */
  readonly link?: string | undefined;
  /** Where it was first published, if that was elsewhere. */
  readonly canonical?: string | undefined;
  readonly comments: readonly SourceComment[];
  readonly body: SourceBody;
  /** For the report: anything without a counterpart here. */
  readonly left: readonly Left[];
}

/**
 * The text: Markdown in the dialect of its engine with that engine's tags rendered or mapped already, or HTML.
 * `line` is the line of the file where it starts.
 */
export interface SourceBody {
  readonly format: "markdown" | "html";
  readonly text: string;
  readonly line: number;
  /** How its engine read Markdown, where that differs from CommonMark with GitHub's tables. */
  readonly dialect?: MarkdownDialect | undefined;
}

export interface MarkdownDialect {
  /** A line end is a line break, as in Hexo and on dev.to. */
  readonly breaks?: boolean | undefined;
  /** True where `$…$` was a formula. */
  readonly math?: boolean | undefined;
  /** Components, expressions and `import`. */
  readonly mdx?: boolean | undefined;
  /** How its engine made ids of headings; none if left out. */
  readonly anchors?: "github" | "kramdown" | "hugo" | "zola" | undefined;
  /** The folders of the tree that a link may count from, with `/` between their parts: `content` for Zola's `@/`. */
  readonly contentRoot?: string | undefined;
}

export interface SourceComment {
  readonly id: string;
  /** The id of the comment that it answers. */
  readonly parent?: string | undefined;
  readonly author: string;
  readonly url?: string | undefined;
  /** RFC 3339 with an offset. */
  readonly date?: string | undefined;
  /** HTML as hostile as any. */
  readonly html: string;
}

/** One thing that comes over changed (`noted`) or not at all (`left`): a line of the report. */
export interface Left extends SourcePlace {
  /** The kind, by which the report groups and counts: `shortcode`, `style attribute`. */
  readonly construct: string;
  readonly outcome: "noted" | "left";
  /** As it was written, cut to a line. */
  readonly was: string;
  /** What replaces it. */
  readonly now: string;
  /** The name of a tag, shortcode or component of the site's own, for which the report proposes a rule. */
  readonly tag?: string | undefined;
}
