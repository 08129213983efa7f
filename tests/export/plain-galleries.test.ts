/** Other engines show the pictures of a gallery, one below the other, and not its marks. */
import { expect, it } from "vitest";
import { withoutGalleries } from "../../src/export/plain-galleries.ts";

const TEXTS: [name: string, given: string, text: string][] = [
  [
    "with its caption",
    'One.\n\n:::gallery[Two of *them*]\n![A](a.png "First")\n![B](b.png)\n:::\n\nTwo.',
    'One.\n\n![A](a.png "First")\n\n![B](b.png)\n\nTwo of *them*\n\nTwo.',
  ],
  ["without one", ":::gallery\n\n![A](a.png)\n\n![B](b.png)\n\n:::", "![A](a.png)\n\n![B](b.png)"],
  ["between lines of text", "One\n:::gallery\n![A](a.png)\n:::\nTwo", "One\n\n![A](a.png)\n\nTwo"],
  ["in a list", "- :::gallery\n  ![A](a.png)\n  ![B](b.png)\n  :::\n- Two", "- ![A](a.png)\n\n  ![B](b.png)\n\n- Two"],
  ["in a quotation", "> One\n>\n> :::gallery[C]\n> ![A](a.png)\n> :::", "> One\n>\n> ![A](a.png)\n>\n> C"],
  ["with more colons", "::::gallery\n![A](a.png)\n::::", "![A](a.png)"],
];

it.each(TEXTS)("a gallery %s", (_, given, text) => expect(withoutGalleries(given)).toBe(text));

it.each(["```md\n:::gallery\n![A](a.png)\n:::\n```", ":::gallery\n![A](a.png)", ":::note\n![A](a.png)\n:::"])(
  "%j stays",
  (text) => expect(withoutGalleries(text)).toBe(text),
);
