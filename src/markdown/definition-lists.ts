/** Lists of terms, each with what it is on the lines below it that begin with `: `, as Pandoc has them. */
import readDefinitionLists from "markdown-it-deflist";
import type { Extension } from "./extension.ts";
import { SILENT } from "./words-of-tokens.ts";

/** The name of the rule. */
export const DEFINITION_LISTS = "deflist";

export const definitionLists: Extension = {
  parse: (md) => md.use(readDefinitionLists),
  text: Object.fromEntries(
    ["dl", "dt", "dd"].flatMap((name) => [`${name}_open`, `${name}_close`].map((type) => [type, SILENT])),
  ),
};
