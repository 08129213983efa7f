import { truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readFrontMatter } from "../../../src/reading/front-matter/front-matter.ts";
import { KeptFrontMatter } from "../../../src/reading/front-matter/kept-front-matter.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const folder = useTemporaryFolder();
let files = 0;
const newFile = () => join(folder, String(files++));

function read(text: string, known?: KeptFrontMatter) {
  const read = readFrontMatter("posts/x.md", text, known);
  if (!read.ok) throw new Error("there are problems");
  const { place, ...rest } = read.value;
  return { ...rest, places: [place(["title"]), place(["tags", 1]), place(["missing"])] };
}

// Numbers that JSON does not know, keys that objects have anyway, and texts in several lines.
const TEXTS = [
  "---\ntitle: One\ntags: [a, b]\n---\nText.\n",
  "---\r\ntitle: >\r\n  two\r\n  lines\r\nnumbers: [.nan, .inf, -0, 0x10, 1e3]\r\nnothing: null\r\n---\r\nText.",
  '---\ntitle: "“Größe”"\n"__proto__": { a: 1 }\nconstructor: x\ndate: 2026-01-01\n---',
];

it("kept front matter says what its YAML says, and where each key stands", () => {
  const file = newFile();
  const first = new KeptFrontMatter(file);
  for (const text of TEXTS) expect(read(text, first)).toEqual(read(text));
  first.save(false);
  const second = new KeptFrontMatter(file);
  for (const text of TEXTS) expect(read(text, second)).toEqual(read(text));
  expect(second.get(TEXTS[0]?.split("---\n")[1]?.trimEnd() ?? "")).toEqual({
    data: { title: "One", tags: ["a", "b"] },
  });
});

it("is forgotten when a build has not used it, and where the file is damaged", () => {
  const file = newFile();
  const yaml = "title: One";
  const first = new KeptFrontMatter(file);
  first.set(yaml, { title: "One" });
  first.save(false);
  const second = new KeptFrontMatter(file);
  second.set("title: Two", { title: "Two" });
  second.save(false);
  expect(new KeptFrontMatter(file).get(yaml)).toBeUndefined();
  expect(new KeptFrontMatter(file).get("title: Two")).toEqual({ data: { title: "Two" } });
  truncateSync(file, 40);
  expect(new KeptFrontMatter(file).get("title: Two")).toBeUndefined();
});

it("has nothing of YAML with problems", () => {
  const known = new KeptFrontMatter(newFile());
  const text = "---\ntitle: a\ntitle: b\n---\n";
  expect(readFrontMatter("posts/x.md", text, known).ok).toBe(false);
  expect(readFrontMatter("posts/x.md", text, known).ok).toBe(false);
});
