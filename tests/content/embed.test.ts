/** Which addresses are those of films, pens, gists and posts, and where each is played. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { embeddableAt } from "../../src/content/embed.ts";

describe("an address", () => {
  it.each([
    ["https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ["https://youtube.com/watch?feature=share&v=dQw4w9WgXcQ&list=x", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ["http://m.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ["https://youtu.be/dQw4w9WgXcQ?si=abc", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ["https://youtu.be/dQw4w9WgXcQ?t=1h2m3s", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3723s"],
    ["https://www.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ["https://www.youtube.com/embed/dQw4w9WgXcQ?start=5", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=5s"],
    ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
    ["https://vimeo.com/76979871", "https://vimeo.com/76979871"],
    ["https://vimeo.com/76979871/ab12cd", "https://vimeo.com/76979871/ab12cd"],
    ["https://player.vimeo.com/video/76979871?h=ab12cd", "https://vimeo.com/76979871/ab12cd"],
    ["https://codepen.io/ada/pen/xyzABC", "https://codepen.io/ada/pen/xyzABC"],
    ["https://codepen.io/ada/full/xyzABC/", "https://codepen.io/ada/pen/xyzABC"],
    [
      "https://gist.github.com/ada/0123456789abcdef0123456789abcdef#file-x",
      "https://gist.github.com/ada/0123456789abcdef0123456789abcdef",
    ],
    ["https://twitter.com/ada/status/20?s=20&t=x", "https://x.com/ada/status/20"],
    ["https://x.com/ada/status/20", "https://x.com/ada/status/20"],
    ["https://social.example/@ada/112233445566778899", "https://social.example/@ada/112233445566778899"],
    [
      "https://social.example/@ada@other.example/112233445566778899",
      "https://social.example/@ada@other.example/112233445566778899",
    ],
  ])("%s is known as %s", (written, address) => {
    expect(embeddableAt(written)?.address).toBe(address);
    // And by that name again.
    expect(embeddableAt(address)).toEqual(embeddableAt(written));
  });

  it.each([
    "https://www.youtube.com/@somebody",
    "https://www.youtube.com/watch?v=short",
    "https://www.youtube.com/playlist?list=PL123",
    "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
    "https://evil.example/?https://youtu.be/dQw4w9WgXcQ",
    "https://user@www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://www.youtube.com:8443/watch?v=dQw4w9WgXcQ",
    "ftp://vimeo.com/1",
    "https://vimeo.com/channels/staffpicks",
    "https://codepen.io/ada",
    "https://gist.github.com/ada",
    "https://x.com/ada",
    "https://medium.com/@ada/a-title-112233445566",
    "https://social.example/@ada",
    "not an address",
  ])("%s is none", (written) => expect(embeddableAt(written)).toBeUndefined());

  it("plays at the host of its provider, whatever else was in it", () => {
    const hosts = /^https:\/\/(www\.youtube-nocookie\.com|player\.vimeo\.com|codepen\.io)\/[\w\-/?=&]+$/;
    const parts = [
      "https://youtu.be/",
      "https://vimeo.com/",
      "https://codepen.io/",
      "dQw4w9WgXcQ",
      "76979871",
      "a/pen/b",
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...parts), fc.string()), { maxLength: 5 }), (texts) => {
        const { frame, address } = embeddableAt(texts.join("")) ?? {};
        if (frame) expect(frame).toMatch(hosts);
        if (address) expect(URL.canParse(address) && new URL(address).href).toBe(address);
      }),
      { numRuns: 500 },
    );
  });
});
