/** A feed with one item that says everything that an item can, and one that says as little as it may. */
import type { Feed } from "../../src/feeds/feed.ts";

export const plainFeed: Feed = {
  id: "https://tiny.example/blog/",
  title: "Queues & Locks",
  description: "On <queues>, mostly.",
  language: "en",
  author: { name: "A. Writer", url: "https://writer.example/", email: "a@writer.example" },
  home: "https://tiny.example/blog/",
  updated: new Date("2026-03-01T08:00:00Z"),
  items: [
    {
      id: "tag:tiny.example,2026:posts/full",
      uri: "tag:tiny.example,2026:posts/full",
      url: "https://tiny.example/blog/posts/full/",
      title: 'Why "<b>" & co. are text',
      summary: "All of it, and then some.",
      html: () =>
        '<p>1 &lt; 2 &amp; <a href="https://tiny.example/">more</a>.</p>\n<pre><code>]]&gt; ]]></code></pre>\n',
      markdown: () => "1 < 2 & [more](/).\n\n    ]]>\n",
      words: 460,
      minutes: 3,
      language: "de",
      tags: ["C++", "R&D"],
      published: new Date("2026-02-28T22:30:00Z"),
      updated: new Date("2026-03-01T08:00:00Z"),
      image: { url: "https://tiny.example/blog/posts/full/x.png", alt: "A <queue>", type: "image/png", bytes: 123 },
    },
    {
      id: "tag:tiny.example,2025:posts/bare",
      uri: "tag:tiny.example,2025:posts/bare",
      url: "https://tiny.example/blog/posts/bare/",
      title: "Bare",
      summary: undefined,
      html: () => "<p>Text.</p>\n",
      markdown: undefined,
      words: undefined,
      language: "en",
      tags: [],
      published: new Date("2025-12-31T23:00:00Z"),
      updated: new Date("2025-12-31T23:00:00Z"),
      image: undefined,
    },
  ],
  links: { self: "https://tiny.example/blog/feed" },
  stylesheet: "/blog/feed.css",
};
