/** What editors are told of front matter is what a build takes; this repository's own files for them are the latest. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { collections } from "../../src/site/collections.ts";
import { editorFiles } from "../../src/starter/editor-files.ts";

const files = editorFiles(collections);
interface JsonSchema {
  type?: string;
  required?: string[];
  additionalProperties?: boolean;
  properties?: Record<string, { description?: string; enum?: string[] }>;
}
const schemaOf = (name: string): JsonSchema => JSON.parse(files.get(`.vscode/schemas/${name}.json`) ?? "");

it.each(collections.map(({ name, schema }) => [name, schema] as const))(
  "%s: every key is known and explained",
  (name, schema) => {
    const { properties = {}, additionalProperties, required = [] } = schemaOf(name);
    expect(Object.keys(properties)).toEqual(Object.keys(schema.shape));
    expect(Object.entries(properties).filter(([, { description }]) => !description)).toEqual([]);
    expect(additionalProperties).toBe(false);
    expect(required).toEqual(
      Object.entries(schema.shape)
        .filter(([, key]) => !key.safeParse(undefined).success)
        .map(([key]) => key),
    );
  },
);

it("choices are listed, for editors to offer", () => {
  expect(schemaOf("posts").properties?.["feed"]?.enum).toEqual(["full", "summary", "none"]);
  expect(schemaOf("projects").properties?.["kind"]?.enum).toEqual(["case study", "open source"]);
});

it("each schema holds for the files of its collection", () => {
  expect(JSON.parse(files.get(".vscode/settings.json") ?? "")).toEqual({
    "yaml.schemas": {
      ".vscode/schemas/posts.json": ["posts/**/*.md"],
      ".vscode/schemas/projects.json": ["projects/**/*.md"],
      ".vscode/schemas/pages.json": ["pages/**/*.md"],
    },
  });
});

it.each([...files])(
  "%s of this repository is the latest (npm exec tsx -- src/commands/wellformed.ts init makes it)",
  (path, text) => {
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(JSON.parse(text));
  },
);
