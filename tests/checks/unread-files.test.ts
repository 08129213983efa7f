/** A content file that is not read is an error, unless a page publishes or shows it, which is then what it is for. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { deriveFolder, saidOf } from "../support/read-folder.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { writeFiles } from "../support/write-files.ts";

const folder = useTemporaryFolder();
const POST = "---\ntitle: T\ndate: 2026-01-01\ndescription: D.\n---\n";

/** What a build says of a site with these files. */
async function problemsWith(name: string, files: Record<string, string>): Promise<string[]> {
  const siteDir = join(folder, name);
  copyFixture("no-posts", siteDir);
  writeFiles(siteDir, files);
  return saidOf(await deriveFolder(siteDir));
}

it.each([
  ["posts/x.markdown", "posts/x.markdown is not read, since its name does not end in .md (rename it to x.md)"],
  ["posts/X.MD", "posts/X.MD is not read, since its name does not end in .md (rename it to x.md)"],
  ["posts/x.Md", "posts/x.Md is not read, since its name does not end in .md (rename it to x.md)"],
  [
    "projects/x/index.mdx",
    "projects/x/index.mdx is not read, since its name does not end in .md (rename it to index.md)",
  ],
  ["posts/2026/01/x.mkd", "posts/2026/01/x.mkd is not read, since its name does not end in .md (rename it to x.md)"],
  ["posts/x.html", "posts/x.html is not read, since its name does not end in .md (rename it to x.md)"],
  ["posts/x.md.txt", "posts/x.md.txt is not read, since its name does not end in .md (rename it to x.md)"],
  [
    "_data/about.markdown",
    '_data/about.markdown is not read here: pages stand in pages/ (make it pages/about.md, with "title: About" between two lines of --- above its text)',
  ],
  [
    "_data/Intro.md",
    '_data/Intro.md is not read here: pages stand in pages/ (make it pages/index.md, with "sections: [text, posts]" between two lines of --- above its text)',
  ],
  ["pages/x.html", "pages/x.html is not read, since its name does not end in .md (rename it to x.md)"],
])("%s", async (file, problem) => {
  expect(await problemsWith(file, { [file]: `${POST}Text.\n` })).toEqual([problem]);
});

it.each([
  ["is linked to, and published beside its page", "[its source](example.mdx)", "example.mdx"],
  ["is shown as code", '```jsx fragment file="example.mdx"\n```', "example.mdx"],
  ["is HTML or text without front matter", "[a demonstration](demo.html)", "demo.html"],
  ["is no text that an engine reads", "Text.", "data.csv"],
])("a file that %s is none", async (_, markdown, file) => {
  const text = file.endsWith(".mdx") ? `${POST}<Chart />\n` : "<p>Text.</p>\n";
  expect(await problemsWith(_, { "posts/post.md": `${POST}${markdown}\n`, [`posts/${file}`]: text })).toEqual([]);
});
