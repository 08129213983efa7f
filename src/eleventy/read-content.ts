/** A site's folder to its `Content`: read, validated and rendered once, with every problem found in one run. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Temporal } from "temporal-polyfill";
import { type Code, checkSyntax } from "../checks/syntax.ts";
import type { Body } from "../content/body.ts";
import { type Content, contentOf } from "../content/content.ts";
import type { Picture, PictureFault } from "../content/picture.ts";
import { byDate, type Post, PostFrontMatter, type PostHead, postFromFrontMatter } from "../content/post.ts";
import { ContentError, didYouMean, type Problem } from "../content/problem.ts";
import { byOrder, ProjectFrontMatter, type ProjectHead, projectFromFrontMatter } from "../content/project.ts";
import type { Site } from "../content/site.ts";
import { spellingProblems } from "../content/tag.ts";
import { renderMarkdown } from "../markdown/render.ts";
import type { Cache } from "../pictures/cache.ts";
import { drawDiagram } from "../pictures/diagrams.ts";
import type { Typeface } from "../pictures/typeface.ts";
import type { PageSamples } from "../proof/prove-page.ts";
import { previewImage } from "./preview-image.ts";
import { readMarkdownFiles, readOptionalFile, type SourceFile, sourcesIn } from "./read-files.ts";
import { type Page, type Reading, readHeads } from "./read-heads.ts";
import { readPictures } from "./read-pictures.ts";
import { readRedirects } from "./read-redirects.ts";
import { readSite, type SiteOverrides } from "./read-site.ts";
import { readTranscripts, type Transcripts } from "./read-transcripts.ts";
import { type LinkMap, resolverFor } from "./targets.ts";

export interface ReadOptions extends SiteOverrides {
  siteDir: string;
  /** The moment that the site is built for: what is dated later is withheld. */
  at: Temporal.Instant;
  /** Development: drafts and what is dated later are shown too. */
  preview: boolean;
}

export interface ReadResult {
  content: Content;
  /** How many posts and projects are kept back as drafts or for a later date. */
  withheld: number;
  /** Each page's samples that are proven, of those pages that have any. */
  proven: PageSamples[];
  transcripts: Transcripts;
}

/** What is known while a site is read. */
interface Context {
  site: Site;
  tools: PictureTools;
  pictures: Map<string, Picture | PictureFault>;
  map: LinkMap;
  problems: Problem[];
  transcripts: Transcripts;
  /** False in development, where samples are shown before they are proven. */
  needsTranscripts: boolean;
  fences: Code[];
  proven: PageSamples[];
}

/** What pictures are made with. */
export interface PictureTools {
  /** Has what was made in earlier builds. */
  cache: Cache;
  /** The site's own face. */
  typeface: Typeface;
}

type Source = { file: string; path: string; lang: string };

/** Reads everything; what is wrong is added to `problems`. Throws a `ContentError` where nothing can be read at all. */
export async function readContent(options: ReadOptions, tools: PictureTools, problems: Problem[]): Promise<ReadResult> {
  const { siteDir, preview } = options;
  const site = await readSite(siteDir, options, problems);
  if (!site) throw new ContentError(problems, sourcesIn(siteDir));

  const postFiles = await readMarkdownFiles(siteDir, "posts", problems);
  const projectFiles = await readMarkdownFiles(siteDir, "projects", problems);
  const posts = readHeads(postFiles, postReading(site, options.at), problems);
  const projects = readHeads(projectFiles, projectReading(site, options.at), problems);
  problems.push(...tagProblems(posts), ...relatedProblems(projects, posts));

  const isShown = ({ head }: Page<PostHead | ProjectHead>) => preview || withheldBecause(head) === undefined;
  const pictures = await readPictures(siteDir);
  const context: Context = {
    site,
    tools,
    pictures,
    map: linkMapOf(siteDir, [...postFiles, ...projectFiles], [...posts, ...projects], isShown),
    problems,
    transcripts: await readTranscripts(
      siteDir,
      ["posts", "projects"],
      [...postFiles, ...projectFiles],
      preview ? [] : problems,
    ),
    needsTranscripts: !preview,
    fences: [],
    proven: [],
  };
  const content = contentOf({
    site,
    posts: (await Promise.all(posts.filter(isShown).map((page) => postOf(page, context)))).sort(byDate),
    projects: projects
      .filter(isShown)
      .map((page) => ({ ...page.head, body: bodyOf(page, context) }))
      .sort(byOrder),
    intro: await readFragment("_data/intro.md", "/", context),
    about: await readFragment("_data/about.md", "/about/", context),
    redirects: await readRedirects(siteDir, problems),
  });
  problems.push(...(await checkSyntax(context.fences)));
  return { content, withheld: context.map.withheld.size, proven: context.proven, transcripts: context.transcripts };
}

function postReading(site: Site, at: Temporal.Instant): Reading<typeof PostFrontMatter, PostHead> {
  return { schema: PostFrontMatter, head: (matter, file) => postFromFrontMatter(matter, { ...file, site, at }) };
}

function projectReading(site: Site, at: Temporal.Instant): Reading<typeof ProjectFrontMatter, ProjectHead> {
  return { schema: ProjectFrontMatter, head: (matter, file) => projectFromFrontMatter(matter, { ...file, site, at }) };
}

function withheldBecause(head: PostHead | ProjectHead): string | undefined {
  if (head.draft) return "is a draft";
  return head.scheduled ? "is dated in the future" : undefined;
}

function linkMapOf(
  siteDir: string,
  files: SourceFile[],
  pages: Page<PostHead | ProjectHead>[],
  isShown: (page: Page<PostHead | ProjectHead>) => boolean,
): LinkMap {
  const shown = pages.filter(isShown).map(({ head }) => [head.file, head.path] as const);
  const withheld = pages
    .filter((page) => !isShown(page))
    .map(({ head }) => [head.file, withheldBecause(head) ?? ""] as const);
  const read = new Set(pages.map(({ head }) => head.file));
  const broken = new Set(files.map(({ file }) => file).filter((file) => !read.has(file)));
  return { siteDir, pathOfFile: new Map(shown), withheld: new Map(withheld), broken };
}

async function postOf(page: Page<PostHead>, context: Context): Promise<Post> {
  const { imageFile, ...head } = page.head;
  const body = bodyOf(page, context);
  if (!imageFile) return { ...head, body, image: undefined };
  const target = resolverFor(head, context.map)(imageFile.src);
  const preview = await previewImage(target, imageFile.alt, {
    ...context,
    ...context.tools,
    siteDir: context.map.siteDir,
  });
  if (typeof preview === "string") {
    context.problems.push({ ...page.place(["image", "src"]), field: "image.src", message: preview });
    return { ...head, body, image: undefined };
  }
  const { assets, pictures } = preview.needs;
  const needing = { assets: [...body.assets, ...assets], pictures: [...body.pictures, ...pictures] };
  return { ...head, body: { ...body, ...needing }, image: preview.image };
}

function bodyOf({ head, source }: Page<PostHead | ProjectHead>, context: Context): Body {
  return renderBody(source.body, source.bodyLine, head, context);
}

async function readFragment(file: string, path: string, context: Context): Promise<Body | undefined> {
  const text = await readOptionalFile(context.map.siteDir, file, context.problems);
  return text === undefined ? undefined : renderBody(text, 1, { file, path, lang: context.site.language }, context);
}

function renderBody(markdown: string, firstLine: number, from: Source, context: Context): Body {
  const { site, tools, pictures, map, problems, transcripts, needsTranscripts } = context;
  const rendered = renderMarkdown(markdown, {
    ...{ ...from, firstLine, siteUrl: site.url, needsTranscript: needsTranscripts },
    resolve: resolverFor(from, map),
    picture: (file) => pictures.get(file),
    draw: (text) => drawDiagram(text, tools),
    readText: (file) => readFileSync(join(map.siteDir, file), "utf8"),
    transcript: transcripts.known.get(from.file),
  });
  problems.push(...rendered.problems);
  context.fences.push(...rendered.fences);
  if (rendered.samples.length > 0) context.proven.push({ file: from.file, samples: rendered.samples });
  return rendered.body;
}

function tagProblems(posts: Page<PostHead>[]): Problem[] {
  const uses = posts.flatMap(({ head, place }) =>
    head.tags.map((name, index) => ({ name, place: place(["tags", index]) })),
  );
  return spellingProblems(uses);
}

function relatedProblems(projects: Page<ProjectHead>[], posts: Page<PostHead>[]): Problem[] {
  const slugs = new Set(posts.map(({ head }) => head.slug));
  return projects.flatMap(({ head, place }) =>
    head.related
      .map((slug, index) => ({ slug, place: place(["related", index]) }))
      .filter(({ slug }) => !slugs.has(slug))
      .map(({ slug, place }) => ({
        ...place,
        field: "related",
        message: `there is no post "${slug}"`,
        hint: didYouMean(slug, slugs),
      })),
  );
}
