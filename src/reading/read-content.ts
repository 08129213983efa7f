import type { Temporal } from "temporal-polyfill";
import { type Content, contentOf } from "../content/content.ts";
import { byDate, PostFrontMatter, type PostHead, postFromFrontMatter } from "../content/post.ts";
import { ContentError, type Problem } from "../content/problems/problem.ts";
import { byOrder, ProjectFrontMatter, type ProjectHead, projectFromFrontMatter } from "../content/project.ts";
import type { Site } from "../content/site.ts";
import type { PageSamples } from "../proof/prove-page.ts";
import { relatedProblems, tagProblems } from "./check-heads.ts";
import { fileFaults } from "./file-faults.ts";
import type { LinkMap } from "./link-resolver.ts";
import type { PictureTools } from "./picture-tools.ts";
import { type BodyContext, bodiesInTurn, postOf, readFragment } from "./read-bodies.ts";
import { readMarkdownFiles, type SourceFile, sourcesIn } from "./read-files.ts";
import { type Page, type Reading, readHeads } from "./read-heads.ts";
import { readPictures } from "./read-pictures.ts";
import { readRedirects } from "./read-redirects.ts";
import { readSite, type SiteOverrides } from "./read-site.ts";
import { readTranscripts, type Transcripts } from "./read-transcripts.ts";

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
  const pictures = await readPictures(siteDir, tools.cache);
  const context: BodyContext = {
    site,
    tools,
    pictures,
    fileFault: fileFaults(siteDir, pictures),
    map: linkMapOf(siteDir, [...postFiles, ...projectFiles], [...posts, ...projects], isShown),
    problems,
    transcripts: await readTranscripts(
      siteDir,
      ["posts", "projects"],
      [...postFiles, ...projectFiles],
      preview ? [] : problems,
    ),
    needsTranscripts: !preview,
    syntax: [],
    proven: [],
  };
  const essays = await bodiesInTurn(posts.filter(isShown), context);
  const others = await bodiesInTurn(projects.filter(isShown), context);
  const content = contentOf({
    site,
    posts: (await Promise.all(essays.map(({ page, body }) => postOf(page, body, context)))).sort(byDate),
    projects: others.map(({ page, body }) => ({ ...page.head, body })).sort(byOrder),
    intro: await readFragment("_data/intro.md", "/", context),
    about: await readFragment("_data/about.md", "/about/", context),
    redirects: await readRedirects(siteDir, problems),
  });
  problems.push(...(await Promise.all(context.syntax)).filter((problem) => problem !== undefined));
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
