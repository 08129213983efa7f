/** The site's own settings, from `_data/site.ts`. */
import { z } from "zod";
import { CITATION_STYLES } from "./citation.ts";
import { CommentsSetting } from "./comment.ts";
import { EditTemplate } from "./edit-link.ts";
import { FurtherLanguages } from "./editions.ts";
import { Host } from "./host.ts";
import { Licence } from "./licence.ts";
import { Calendar, Numbers } from "./locale-parts.ts";
import { MarkdownSyntax } from "./markdown-syntax.ts";
import { NavigationItem } from "./navigation.ts";
import { OwnCollections } from "./own-collections.ts";
import { Podcast } from "./podcast.ts";
import { didYouMean } from "./problems/nearest-name.ts";
import type { Reason } from "./problems/problem.ts";
import { Profile } from "./profile.ts";
import { refusing } from "./refusal.ts";
import { KNOWN_VERSIONS, labelOf, type System, versionsText } from "./samples/version.ts";
import { Services } from "./services.ts";
import { WithoutParts } from "./site-parts.ts";
import { Slugs } from "./slugs.ts";
import { FEED_FORMATS } from "./syndication.ts";
import { isSlug } from "./text/slug.ts";
import { Flag, Language, Text } from "./text/text.ts";
import { WebAddress } from "./web-address.ts";
import { OwnWords } from "./words/words.ts";

const STYLES = "must be author-date, numeric, note, or the name of a CSL file in _data/";

const Count = z.int({ error: "must be a whole number" }).positive({ error: "must be 1 or more" });
const Email = z.email({ error: "must be a mail address such as name@example.org" });

/** The name in the fediverse that link previews there lead to. */
const Fediverse = z
  .string()
  .regex(/^@[^@\s]+@[^@\s]+$/, { error: "must be a name such as @name@example.org" })
  .optional();

const FeedFormats = z
  .array(z.enum(FEED_FORMATS, { error: `must be one of ${FEED_FORMATS.join(", ")}` }))
  .min(1, { error: 'must name a format; without: ["feeds"] leaves out feeds' })
  .default([...FEED_FORMATS]);

/** Of one program, without repetition; the first is the one that pages show. */
function majorVersions(system: System) {
  const known = KNOWN_VERSIONS[system];
  const labels = known.map((major) => labelOf({ system, major }));
  const error = `is too old for samples, which run on ${versionsText(labels)}`;
  return z
    .array(z.int({ error: "must be a major version, such as 18" }).min(Math.min(...known), { error }))
    .nonempty({ error: "must name a version, or be left out" })
    .refine((versions) => new Set(versions).size === versions.length, { error: "names a version twice" });
}

const Person = z.strictObject({
  name: Text,
  /** Their own site. */
  url: WebAddress.optional(),
  email: Email.optional(),
  /** A sentence or two about them. */
  about: Text.optional(),
  profiles: z.array(Profile).default([]),
  fediverse: Fediverse,
});
export type Person = Partial<z.infer<typeof Person>> & { name: string };

export const Site = z.strictObject({
  title: Text,
  /** Where it is published, with a path if it lives in a subfolder. */
  url: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://example.org/" })
    .refine((url) => !/[?#]/.test(url), { error: "must have no ? and no #" })
    // Every link of the site would go to another host.
    .refine((url) => !(URL.canParse(url) && new URL(url).pathname.includes("//")), {
      error: "must have no // after its host",
    })
    .transform((url) => new URL(url.endsWith("/") ? url : `${url}/`).href),
  language: Language,
  /** Of its dates for people, where it is not the usual one: `"persian"`. */
  calendar: Calendar.optional(),
  /** The digits of its dates and numbers, where they are not the usual ones: `"arab"`. */
  numbers: Numbers.optional(),
  /** Further languages that it is in, each below an address of its own such as `/de/`: tags, or tags with what it is called there. */
  languages: FurtherLanguages,
  /** One sentence that says what the site is; for search engines, feeds and people who share it. */
  description: Text,
  /** A few words under the title: who writes here. */
  tagline: Text.optional(),
  /** An IANA name. A date without a time, in front matter, is midnight there. */
  timeZone: z.string().refine(isTimeZone, { error: "must be a time zone's name such as Europe/Berlin" }).default("UTC"),
  /** Where left out, feeds and metadata name the site's title as their author. */
  author: z.strictObject({ name: Text, url: WebAddress.optional(), email: Email.optional() }).optional(),
  /** Several authors, by the keys with which posts name them (`authors: [ada]`); each has a page and feeds. */
  authors: z
    .record(z.string().refine(isSlug), Person, {
      error: (issue) =>
        issue.code === "invalid_key"
          ? "can't stand in an address: write it in lower case, with hyphens"
          : 'must be authors by their keys, such as { ada: { name: "Ada Lovelace" } }',
    })
    .default({}),
  /** Profiles of the site or its author elsewhere: addresses, or `{ label, url }`. Pages link to them at their foot. */
  profiles: z.array(Profile).default([]),
  /** The site's or its author's name in the fediverse, such as `@name@example.org`. */
  fediverse: Fediverse,
  /** A theme to look like: the name of a package, or a path from the site's folder such as `./my-theme`. */
  theme: Text.optional(),
  /** The links at the top of each page: to a `path` of this site, or to a `url` elsewhere. */
  navigation: z
    .array(NavigationItem, { error: 'must be a list, such as [{ label: "Now", path: "/now/" }]' })
    .default([]),
  /** Parts that the site does without: their pages don't exist, and nothing links to them. */
  without: WithoutParts,
  /** What readers call collections and their entries, and where these are: `{ posts: { title: "Notes", path: "/notes/" } }`. */
  collections: OwnCollections,
  /** Where a page's file can be edited, with `{file}` in its place: `https://github.com/name/blog/edit/main/{file}`. */
  edit: EditTemplate.optional(),
  /** Under which terms the texts may be used; pages, their data and feeds say so. */
  licence: Licence.optional(),
  /** The formats in which each feed is there. */
  feedFormats: FeedFormats,
  /** In which letters the names in addresses are that the engine makes: `"letters"`, their own, or `"latin"`. */
  slugs: Slugs,
  /** The site's own wording of what the interface says in its language, by the keys of `src/content/words/en.ts`. */
  words: OwnWords.default({}),
  /** The address of a WebSub hub, if the site tells one of what is new; feeds name it. */
  hub: WebAddress.optional(),
  /**
   * In whose name the ids of feed entries are (RFC 4151): a domain and a date on which it was yours, `example.org,2026`.
   * It is written down once and stays, whatever becomes of `url`. A domain alone takes the year of each entry, and so does
   * the host of `url` where this is left out.
   */
  idAuthority: z
    .string()
    .regex(/^[a-z0-9.-]+(,\d{4}(-\d{2}(-\d{2})?)?)?$/, {
      error: "must be a domain and a year such as example.org,2026",
    })
    .optional(),
  /** Where the site is served: builds say which redirects that host can't make. */
  host: Host.optional(),
  /** Tells browsers to come by HTTPS alone, for a year after each visit. */
  hsts: z.boolean({ error: "must be true or false, without quotes" }).default(false),
  /** Whether links in texts have previews of their targets. */
  previews: z.boolean({ error: "must be true or false, without quotes" }).default(false),
  /** How texts cite the works of `_data/references.bib` or `.json`: a style of ours, or a CSL style in `_data/`. */
  citations: z
    .strictObject({
      style: z
        .union([z.enum(CITATION_STYLES), z.string().check(refusing(styleRefusal))], { error: STYLES })
        .default("author-date"),
    })
    .prefault({}),
  /** Further syntax of texts. */
  markdown: MarkdownSyntax.prefault({}),
  /** True makes each picture that is larger than it is shown a link to itself; its file is published, too. */
  linkPictures: z.boolean({ error: "must be true or false, without quotes" }).default(false),
  /** A feed for episodes (`episode` in front matter), with what directories of podcasts ask for. */
  podcast: Podcast.optional(),
  /** How many entries a feed's current document holds at most. */
  feedLength: Count.default(20),
  /** How many of the newest posts the home page shows. */
  homeLength: Count.default(10),
  /** False draws no pictures of pages' titles for those who share them; `faces` are packages with letters that our face lacks. */
  shareImages: z
    .union([z.boolean(), z.strictObject({ faces: z.array(Text) })], {
      error: "must be true or false, without quotes, or { faces: [packages of fonts] }",
    })
    .default(true),
  /** True shows in lists, and on share images, a small drawing of one of each entry's timelines. */
  covers: Flag.default(false),
  /** True keeps search engines from all of it. */
  noindex: z.boolean({ error: "must be true or false, without quotes" }).default(false),
  /** Services of others, each with what it needs; none is used before it is named here. */
  services: Services.default({}),
  /** Whether comments that are kept in `_data/comments/` are shown below posts. */
  comments: CommentsSetting,
  /**
   * Whether `npm run prove` may run samples in the shell, Python, Go, Rust, Java and Kotlin, which can do whatever you can where
   * the system does not confine them; and the versions of what runs the others.
   */
  proofs: z
    .strictObject({
      shell: z.boolean().default(false),
      postgres: majorVersions("PostgreSQL").optional(),
      node: majorVersions("Node").optional(),
      /** Samples that one session can run have a button that runs them in the page, in PGlite. */
      runInPage: z.boolean({ error: "must be true or false, without quotes" }).default(false),
    })
    .default({ shell: false, runInPage: false }),
});
export type Site = z.infer<typeof Site> & {
  /** Words of further languages, by their tags: the files of `_data/words/`. */
  readonly dictionaries?: Readonly<Record<string, OwnWords>> | undefined;
};
/** What `_data/site.ts` exports: the settings before defaults are filled in. */
export type SiteInput = z.input<typeof Site>;

/** The site's settings with another base path, so that it can be published in a subfolder. */
export function withBasePath(site: Site, basePath: string): Site {
  const url = new URL(site.url);
  url.pathname = `/${basePath}/`.replace(/\/+/g, "/");
  return { ...site, url: url.href };
}

/** Who speaks for the site: its author, or else its title. */
export function authorOf(site: Site): Person {
  return site.author ?? { name: site.title };
}

function styleRefusal(name: string): Reason | undefined {
  if (/^[\w.-]+\.csl$/.test(name)) return undefined;
  return { message: STYLES, hint: didYouMean(name, CITATION_STYLES) };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
