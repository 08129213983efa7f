/** A feed with one entry that says everything that an entry can, and one that says as little as it may. */
import type { Feed } from "../../src/feeds/feed.ts";

export const plainFeed: Feed = {
  title: "Queues & Locks",
  description: "On <queues>, mostly.",
  language: "en",
  author: { name: "A. Writer", url: "https://writer.example/", email: "a@writer.example" },
  home: "https://tiny.example/blog/",
  updated: new Date("2026-03-01T08:00:00Z"),
  entries: [
    {
      id: "tag:tiny.example,2026:posts/full",
      url: "https://tiny.example/blog/posts/full/",
      title: 'Why "<b>" & co. are text',
      summary: "All of it, and then some.",
      html: '<p>1 &lt; 2 &amp; <a href="https://tiny.example/blog/posts/bare/">more</a>.</p>\n<pre><code>]]&gt;</code></pre>\n',
      language: "de",
      tags: ["C++", "R&D"],
      published: new Date("2026-02-28T22:30:00Z"),
      updated: new Date("2026-03-01T08:00:00Z"),
      image: "https://tiny.example/blog/posts/full/picture.png",
    },
    {
      id: "tag:tiny.example,2025:posts/bare",
      url: "https://tiny.example/blog/posts/bare/",
      title: "Bare",
      summary: undefined,
      html: "<p>Text.</p>\n",
      language: "en",
      tags: [],
      published: new Date("2025-12-31T23:00:00Z"),
      updated: new Date("2025-12-31T23:00:00Z"),
      image: undefined,
    },
  ],
};
