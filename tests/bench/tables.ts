/** Tables of measurements in `docs/performance.md`, which the bench writes itself. */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

const DOCUMENT = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));

/** In place of the table of that title among those of `subject`, with the day, what the machine has, and what the figures are. */
export function writeTable(subject: string, title: string, figures: string, table: string): void {
  const [begin, end] = [`<!-- bench:${subject} -->`, `<!-- /bench:${subject} -->`];
  const [before = "", rest = ""] = readFileSync(DOCUMENT, "utf8").split(begin);
  const [tables = "", after = ""] = rest.split(end);
  const heading = `### ${title}`;
  const others = tables.split(/^(?=### )/m).filter((part) => part.trim() && !part.startsWith(`${heading}\n`));
  const day = new Date().toISOString().slice(0, 10);
  const circumstances = `${availableParallelism()} cores, Node ${process.versions.node}, ${day}; ${figures}.`;
  const all = [...others.map((part) => part.trim()), `${heading}\n\n${circumstances}\n\n${table}`];
  writeFileSync(DOCUMENT, `${before}${begin}\n\n${all.join("\n\n")}\n\n${end}${after}`);
}
