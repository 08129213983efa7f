/** A site of so many short posts that a build makes their texts in workers, too. */
import { writeFiles } from "./write-files.ts";

/** Enough for one worker. */
const POSTS = 300;

export function writeManyPosts(folder: string): void {
  const settings = { title: "Many", url: "https://many.example", language: "en", description: "Many posts." };
  const posts = Array.from({ length: POSTS }, (_, post) => [
    `posts/post-${post}.md`,
    `---\ntitle: Post ${post}\ndate: 2020-01-01\n---\n\nText of post ${post}.\n`,
  ]);
  writeFiles(folder, {
    "_data/site.ts": `export default ${JSON.stringify({ ...settings, shareImages: false })};`,
    ...Object.fromEntries(posts),
  });
}
