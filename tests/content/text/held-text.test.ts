/** Texts as bytes: what `TextEncoder` makes of them, in memory of their own. */
import { describe, expect, it } from "vitest";
import { held, inBytes } from "../../../src/content/text/held-text.ts";

const LONG = 400_000;

describe("a text in bytes", () => {
  it.each([
    ["empty", ""],
    ["plain", "<p>Locks</p>"],
    ["of many scripts", "“Größe”, ロック, 🔒"],
    ["with half a pair", "a\ud83d b \udd12"],
    ["long", "a“".repeat(LONG)],
    ["just as long as there is room for", "“".repeat(Math.floor((1 << 20) / 3))],
  ])("is UTF-8: %s", (_, text) => {
    const bytes = inBytes(text);
    expect(bytes.equals(new TextEncoder().encode(text))).toBe(true);
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  });

  it("stays what it is when another is made", () => {
    const first = inBytes("one");
    inBytes("another");
    expect(first.toString()).toBe("one");
    expect(held("“one”")()).toBe("“one”");
  });
});
