import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { readOwnTheme } from "../../src/looks/read-theme.ts";
import { collections } from "../../src/site/collections.ts";
import { adviseOnWeight } from "../../src/site/page-weight.ts";
import type { RenderedPage } from "../../src/site/render.ts";
import { siteWords } from "../../src/site/tools.ts";

const ours = await readOwnTheme(siteWords(collections, { language: "en" }));
/** Nothing makes it smaller. */
const heavy = Buffer.from(randomBytes(20_000).toString("base64"));
const home: RenderedPage = {
  path: "/",
  output: "/index.html",
  from: undefined,
  isKept: false,
  isOnDisk: false,
  bytes: () => heavy,
};

it("is said of a theme of the site's own", () => {
  expect(adviseOnWeight([home], { ...ours, styleFile: "theme/style.css" })[0]?.file).toBe("theme/style.css");
  const own = { path: "/assets/own.js", needed: / data-own="/ };
  const scripts = [...ours.assets.scripts, own];
  const assets = { ...ours.assets, scripts };
  expect(adviseOnWeight([home], { ...ours, assets })[0]?.file).toBe("theme/client");
});

it("is nobody's affair where the theme is ours", () => {
  expect(adviseOnWeight([home], ours)).toEqual([]);
});
