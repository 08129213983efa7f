import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sharedText, sharedTexts } from "../../src/reading/shared-texts.ts";

it("texts are what they were, each by itself", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" })), (texts) => {
      const shared = sharedTexts(texts);
      expect(texts.map((_, at) => sharedText(shared, at))).toEqual(texts);
    }),
  );
});

it("another thread has the same memory, and no copy of it", async () => {
  const shared = sharedTexts(["one", "“zwei”", ""]);
  const code =
    'const { parentPort } = require("node:worker_threads"); parentPort.once("message", ({ bytes }) => { bytes[0] = 79; });';
  const worker = new Worker(code, { eval: true });
  worker.postMessage(shared);
  await new Promise((done) => worker.once("exit", done));
  expect(sharedText(shared, 0)).toBe("One");
  expect(sharedText(shared, 1)).toBe("“zwei”");
});
