/** Files by which editors know the keys of front matter: a JSON Schema for each collection, and where they hold. */
import { z } from "zod";
import type { Collection } from "../content/collection.ts";

const FOLDER = ".vscode";

/** Texts by path, relative to the site's folder. docs/writing.md says which editors read them. */
export function editorFiles(collections: readonly Collection[]): Map<string, string> {
  const schemas = collections.map((collection) => [schemaPath(collection), jsonText(schemaOf(collection))] as const);
  const holds = Object.fromEntries(collections.map((one) => [schemaPath(one), [`${one.folder}/**/*.md`]]));
  return new Map([[`${FOLDER}/settings.json`, jsonText({ "yaml.schemas": holds })], ...schemas]);
}

/** What an author may write, so before defaults are filled in; draft 7 is what most editors read. */
function schemaOf({ schema, labels }: Collection): object {
  return { title: `Front matter: ${labels.one}`, ...z.toJSONSchema(schema, { io: "input", target: "draft-7" }) };
}

function schemaPath({ name }: Collection): string {
  return `${FOLDER}/schemas/${name}.json`;
}

function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
