/** The table of collections, and what its rows must have: a wrong one is not compiled. */
import { expect, it } from "vitest";
import { PostFrontMatter } from "../../src/content/post.ts";
import { byOrder, ProjectFrontMatter } from "../../src/content/project.ts";
import { collections, row } from "../../src/site/collections.ts";
import { postPage } from "../../src/theme/pages/post.tsx";
import { projectPage } from "../../src/theme/pages/project.tsx";
import { collectionNamed } from "../support/entries.ts";

const { labels } = collectionNamed("posts");
const named = { name: "x", folder: "x", labels };

it("has each name and each folder once, and references that name a row", () => {
  expect(new Set(collections.map(({ name }) => name)).size).toBe(collections.length);
  expect(new Set(collections.map(({ folder }) => folder)).size).toBe(collections.length);
  const names = new Set(collections.map(({ name }) => name));
  const referred = collections.flatMap(({ references }) => Object.values(references ?? {}));
  expect(referred.filter((name) => !names.has(name))).toEqual([]);
});

it("takes rows that fit their schemas, and the compiler refuses others", () => {
  const post = { ...named, schema: PostFrontMatter, page: postPage } as const;
  const project = { ...named, schema: ProjectFrontMatter, page: projectPage } as const;
  row({ ...post, summary: "description", keywords: "tags" });
  row({ ...project, summary: "summary", keywords: "stack", compare: byOrder });
  // @ts-expect-error a summary is a key of the schema
  row({ ...post, summary: "summary", keywords: "tags" });
  // @ts-expect-error keywords are a list
  row({ ...post, summary: "description", keywords: "title" });
  // @ts-expect-error what need not have a date can't be ordered by it
  row({ ...project, summary: "summary", keywords: "stack" });
  // @ts-expect-error a page is for entries of the row's own schema
  row({ ...post, summary: "description", keywords: "tags", page: projectPage });
  expect(collections.length).toBeGreaterThan(0);
});
