/** Where a page's samples may be fetched from, and what is taken for them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { samplesFile } from "../../src/content/samples/samples-file.ts";
import { fetchSamples, samplesAddress } from "../../src/elsewhere/fetch-samples.ts";
import { transcriptOf } from "../support/proven-page.ts";
import { renderPost } from "../support/render-post.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { samples } = renderPost("```sql proof\nSELECT 1;\n```\n");
const transcript = transcriptOf({ proven: samples.map(({ digest }) => ({ digest, outcome: { output: "1" } })) });
const page = "https://example.org/posts/x/";
const text = samplesFile({ page, title: "X", samples, transcript }) ?? "";
const folder = useTemporaryFolder();

/** A web of these answers, by address; what else is asked for is not there. */
function web(answers: Record<string, () => Response>) {
  const asked: string[] = [];
  const fetch = async (input: string | URL | Request) => {
    const address = String(input instanceof Request ? input.url : input);
    asked.push(address);
    return answers[address]?.() ?? new Response("", { status: 404 });
  };
  return { asked, fetch };
}

const redirect = (location: string) => () => new Response(null, { status: 301, headers: { location } });

it.each([
  [page, "https://example.org/posts/x/samples.json"],
  ["https://example.org/posts/x", "https://example.org/posts/x/samples.json"],
  ["https://example.org/2016/x.html?utm=1#top", "https://example.org/2016/x/samples.json"],
  ["https://example.org/blog/", "https://example.org/blog/samples.json"],
  ["https://example.org/posts/x/samples.json?v=2", "https://example.org/posts/x/samples.json?v=2"],
])("the samples of %s are at %s", (address, file) => {
  expect(samplesAddress(new URL(address)).href).toBe(file);
});

describe("samples are fetched", () => {
  it("by HTTPS, and from where the site has moved them", async () => {
    const { asked, fetch } = web({
      "https://example.org/old/samples.json": redirect("/posts/x/samples.json"),
      "https://example.org/posts/x/samples.json": () => new Response(text),
    });
    expect((await fetchSamples("https://example.org/old/", fetch)).samples).toEqual(samples);
    expect(asked).toHaveLength(2);
  });

  it.each(["http://localhost:8080/", "http://127.0.0.1:8080/", "http://[::1]:8080/"])("from %s", async (address) => {
    const { fetch } = web({ [`${address}x/samples.json`]: () => new Response(text) });
    expect((await fetchSamples(`${address}x/`, fetch)).title).toBe("X");
  });

  it("from a file, or the folder of a built page", async () => {
    mkdirSync(join(folder, "x"));
    writeFileSync(join(folder, "x/samples.json"), text);
    const { asked, fetch } = web({});
    for (const place of [join(folder, "x"), join(folder, "x/samples.json")])
      expect((await fetchSamples(place, fetch)).page).toBe(page);
    expect(asked).toEqual([]);
  });
});

describe("samples are not fetched", () => {
  it.each<[string, string, Record<string, () => Response>, RegExp]>([
    ["without encryption", "http://example.org/x/", {}, /neither https nor on this machine/],
    ["by another protocol", "ftp://example.org/x/", {}, /neither https nor on this machine/],
    ["from an address that is a file's", "file:///etc/passwd", {}, /neither https nor on this machine/],
    ["with a password", "https://a:b@example.org/x/", {}, /no name and no password/],
    ["where there are none", "https://example.org/y/", {}, /answers 404: the page has no proven samples/],
    ...["https://other.example/x/", "http://example.org/x/", "http://localhost/x/", "https://example.org:8443/x/"].map(
      (target): [string, string, Record<string, () => Response>, RegExp] => [
        `by way of ${target}`,
        "https://example.org/x/",
        { "https://example.org/x/samples.json": redirect(target), [target]: () => new Response(text) },
        /leads to .* another site/,
      ],
    ),
    [
      "in circles",
      page,
      { "https://example.org/posts/x/samples.json": redirect("/posts/x/samples.json") },
      /without end/,
    ],
    [
      "if they are too many",
      page,
      { "https://example.org/posts/x/samples.json": () => new Response(text + " ".repeat(4_000_000)) },
      /more than 4000000 bytes/,
    ],
    [
      "if they are none",
      page,
      { "https://example.org/posts/x/samples.json": () => new Response("<html>") },
      /is not JSON/,
    ],
    ["from a path that is not there", "no/such/page", {}, /there is no file/],
  ])("%s", async (_, place, answers, reason) => {
    await expect(fetchSamples(place, web(answers).fetch)).rejects.toThrow(reason);
  });

  it("if nobody answers", async () => {
    const fetch = () => Promise.reject(new TypeError("fetch failed", { cause: new Error("ECONNREFUSED") }));
    await expect(fetchSamples(page, fetch)).rejects.toThrow(/can't be reached: ECONNREFUSED/);
  });
});
