/** The files of a new site. */
import { readFile } from "node:fs/promises";
import type { Temporal } from "temporal-polyfill";
import type { Collection } from "../content/collection.ts";
import type { Answers } from "./answers.ts";
import { frontMatter } from "./front-matter.ts";
import { type Phrases, phrasesFor } from "./phrases.ts";
import { siteFrame } from "./site-frame.ts";

export interface NewSite extends Answers {
  timeZone: string;
  /** The version of the engine, or a packed one, as `package.json` names it. */
  engine: string;
}

/** Texts by path, relative to the site's folder. `now` is in the site's time zone; `collections` are those that it may have. */
export async function siteFiles(
  site: NewSite,
  now: Temporal.ZonedDateTime,
  collections: readonly Collection[],
): Promise<Map<string, string>> {
  const { language, phrases } = phrasesFor(site.language);
  // Its first texts are in English where we have none in its language, and say so.
  const lang = language === site.language.split("-")[0] ? {} : { lang: language };
  const [firstPost, about] = await Promise.all([textOf(language, "first-post"), textOf(language, "about")]);
  const post = {
    title: phrases.firstPost,
    date: now.toPlainDate().toString(),
    description: phrases.firstPostDescription,
    tags: [phrases.firstTag],
    ...lang,
  };
  return new Map([
    ...siteFrame(site.engine, collections),
    ["README.md", readme(site)],
    ["_data/site.ts", settings(site, phrases)],
    [
      "pages/about.md",
      `${frontMatter({ title: phrases.about, description: phrases.aboutDescription, ...lang })}\n${about}`,
    ],
    ["pages/index.md", frontMatter({ sections: ["text", "posts"] })],
    ["theme/tokens.ts", tokens(site)],
    ["posts/first-post.md", `${frontMatter(post)}\n${firstPost}`],
  ]);
}

function textOf(language: string, name: string): Promise<string> {
  return readFile(new URL(`texts/${language}/${name}.md`, import.meta.url), "utf8");
}

function settings({ title, url, author, language, timeZone }: NewSite, phrases: Phrases): string {
  const links = [
    { label: phrases.posts.title, path: "/posts/" },
    { label: phrases.about, path: "/about/" },
    { label: phrases.subscribe, path: "/subscribe/" },
  ];
  return `import type { SiteInput } from "wellformed";

export default {
  title: ${JSON.stringify(title)},
  /** Where it is published. */
  url: ${JSON.stringify(url)},
  language: ${JSON.stringify(language)},
  /** One sentence for search engines, feeds and those who share a page. */
  description: ${JSON.stringify(phrases.description.replace("{author}", author))},
  author: { name: ${JSON.stringify(author)} },
  timeZone: ${JSON.stringify(timeZone)},
  navigation: [
${links.map(({ label, path }) => `    { label: ${JSON.stringify(label)}, path: ${JSON.stringify(path)} },`).join("\n")}
  ],
  /** What your posts are called. */
  collections: {
    posts: {
${Object.entries(phrases.posts)
  .map(([key, word]) => `      ${key}: ${JSON.stringify(word)},`)
  .join("\n")}
    },
  },
} satisfies SiteInput;
`;
}

/** One colour is enough: by night it is the same at another lightness. */
function tokens({ accent }: NewSite): string {
  return `import { defineTokens } from "wellformed/theme";

export default defineTokens({
  colours: { accent: ${JSON.stringify(accent)} },
});
`;
}

function readme({ title }: NewSite): string {
  return `# ${title}

\`\`\`sh
npm install                           # once
npm start                             # the site at http://localhost:8080, with drafts, and with every change as it is saved
npx wellformed new post "My post"     # a file for a post
npm run build                         # writes _site, which any host can serve
npx wellformed publish ada@example.org:/srv/blog    # puts it on a server of your own
npx wellformed workflow github        # or gitlab, forgejo, systemd: publishes it on each push
\`\`\`

Texts are in \`posts/\` and \`pages/\`, settings in \`_data/site.ts\`. \`npx wellformed --help\` lists what else there is, and
\`node_modules/wellformed/docs/\` explains all of it.
`;
}
