/** Every page of the notebook is valid HTML. */
import { expect, inject, it } from "vitest";
import { pagesOf, readAt } from "../support/built-site.ts";
import { complaintsAbout } from "../support/html-validity.ts";

const site = inject("notebook");

it.each(pagesOf(site))("%s is valid HTML", async (path) => {
  expect(await complaintsAbout(readAt(site, path))).toEqual([]);
});

it("is a judgement that a broken page does not pass", async () => {
  const page = readAt(site, "/about/");
  expect(await complaintsAbout(page.replace("</main>", ""))).not.toEqual([]);
  expect(await complaintsAbout(page.replace("<h1>", '<h1 id="page.main">'))).not.toEqual([]);
});
