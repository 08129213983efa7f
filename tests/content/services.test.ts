/** The settings of services of others. */
import { describe, expect, it } from "vitest";
import { countingOf, Services } from "../../src/content/services.ts";

describe("services", () => {
  it("are none by default", () => expect(countingOf(Services.parse({}))).toBeUndefined());

  it.each([
    [{ goatcounter: "ada" }, "goatcounter https://ada.goatcounter.com/count"],
    [{ goatcounter: "https://stats.example" }, "goatcounter https://stats.example/count"],
    [{ plausible: "ada.example" }, "plausible https://plausible.io/api/event ada.example"],
    [
      { plausible: "ada.example", at: "https://stats.example" },
      "plausible https://stats.example/api/event ada.example",
    ],
  ])("count by %j", (counting, expected) => expect(countingOf(Services.parse({ counting }))).toBe(expected));

  it.each([
    { counting: { goatcounter: "http://stats.example" } },
    { counting: { goatcounter: "ada; script-src *" } },
    { counting: { plausible: 'x" onload="' } },
    { counting: { matomo: "x" } },
    { comments: { giscus: { repo: "ada", repoId: "1", category: "a", categoryId: "b" } } },
    { newsletter: { action: "http://mail.example/" } },
    { newsletter: { action: "javascript:alert(1)" } },
    { newsletter: { action: "https://user@mail.example:99/" } },
    { webmentions: true },
    { webmentions: { endpoint: "http://webmention.io/ada/webmention" } },
    { webmentions: { endpoint: "javascript:alert(1)" } },
    { webmentions: { endpoint: "https://webmention.io/ada/webmention", token: "x" } },
  ])("refuse %j", (services) => expect(Services.safeParse(services).success).toBe(false));

  it("ask webmention.io for webmentions unless another is named", () => {
    const endpoint = "https://webmention.io/ada.example/webmention";
    const { webmentions } = Services.parse({ webmentions: { endpoint } });
    expect(webmentions).toEqual({ endpoint, api: "https://webmention.io/api/mentions.jf2" });
  });
});
