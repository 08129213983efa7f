/**
 * Started by itself: prints the runs of one code in each of Prism's languages, as JSON by their ids, after it has read it in all of them in
 * the order of `components.json` or, with `reversed`, the other way round.
 */
import { createRequire } from "node:module";
import { runsIn } from "../../src/markdown/languages/language.ts";

const { languages }: { languages: Record<string, unknown> } = createRequire(import.meta.url)("prismjs/components.json");
const ids = Object.keys(languages).filter((id) => id !== "meta");
const [code = "", order] = process.argv.slice(2);
if (order === "reversed") ids.reverse();
const runs = ids.map((id) => [id, runsIn(code, id).map(({ role = "", text }) => `${role} ${text}`)] as const);
process.stdout.write(JSON.stringify(Object.fromEntries(runs)));
