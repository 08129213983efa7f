/** A small site of which everything can be edited, by chance that comes out the same every time. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Chance, chanceFrom } from "../bench/random.ts";

const CONTENT = ["_data", "posts", "projects", "pages", "public"];
const POSTS = 14;
const TAGS = ["SQL", "Locks", "Rust", "Time"];
const WORDS = "lock queue row snapshot tenant index cache log planner worker commit holds reads orders".split(" ");
const SETTINGS = {
  title: "Editable",
  url: "https://editable.example",
  language: "en",
  description: "A site that is edited.",
  feedLength: 4,
  homeLength: 3,
  timeZone: "UTC",
};

export class EditableSite {
  readonly folder: string;
  readonly #chance: Chance;
  /** A copy, from before the last edit. */
  readonly #before: string;
  #made = 0;

  constructor(folder: string, seed: number) {
    this.folder = folder;
    this.#before = `${folder}-before`;
    this.#chance = chanceFrom(seed);
    for (const name of CONTENT) mkdirSync(join(folder, name), { recursive: true });
    // A process loads settings once; these are read anew by each build.
    const keys = [...Object.keys(SETTINGS), "tagline", "navigation"];
    const code = `import { readFileSync } from "node:fs";
const read = (key) => JSON.parse(readFileSync(new URL("./settings.json", import.meta.url), "utf8"))[key];
export default Object.defineProperties({}, Object.fromEntries(
  ${JSON.stringify(keys)}.map((key) => [key, { enumerable: true, get: () => read(key) }])));\n`;
    this.#write("_data/site.ts", code);
    this.#write("_data/settings.json", JSON.stringify(SETTINGS));
    for (let post = 0; post < POSTS; post++) this.#newPost();
    this.#newProject();
  }

  /** Takes the last edit back. */
  undo(): void {
    for (const name of CONTENT) {
      rmSync(join(this.folder, name), { recursive: true });
      cpSync(join(this.#before, name), join(this.folder, name), { recursive: true });
    }
  }

  /** One edit, and what it was. */
  edit(): string {
    for (const name of CONTENT) {
      rmSync(join(this.#before, name), { recursive: true, force: true });
      cpSync(join(this.folder, name), join(this.#before, name), { recursive: true });
    }
    const edits: Record<string, () => void> = {
      "a new post": () => this.#newPost(),
      "a word more": () => this.#change((text) => `${text}\n${this.#sentence()}\n`),
      "a heading more": () => this.#change((text) => `${text}\n## ${this.#sentence()}\n\n${this.#sentence()}\n`),
      "another title": () => this.#changeKey("title", JSON.stringify(this.#sentence())),
      "another day": () => this.#changeKey("date", this.#day()),
      "other tags": () => this.#changeKey("tags", `[${this.#tags().join(", ")}]`),
      "a series": () => this.#changeKey("series", this.#chance.pick(["One", "Two"])),
      "no series": () => this.#changeKey("series", undefined),
      "another description": () => this.#changeKey("description", JSON.stringify(this.#sentence())),
      "another address": () => this.#changeKey("permalink", `/elsewhere/${this.#number()}/`),
      "its own address again": () => this.#changeKey("permalink", undefined),
      "a draft": () => this.#changeKey("draft", "true"),
      "no draft": () => this.#changeKey("draft", undefined),
      "a summary for feeds": () => this.#changeKey("feed", this.#chance.pick(["summary", "none", "full"])),
      "an alias": () => this.#changeKey("aliases", `[/old/${this.#number()}/]`),
      "a revision": () => this.#changeKey("revisions", `[{ date: ${this.#day()}, note: "${this.#sentence()}" }]`),
      "another language": () => this.#changeKey("lang", this.#chance.pick(["de", "ar", "en"])),
      "a renamed file": () => this.#rename(),
      "a link by file name": () => this.#change((text) => `${text}\n[there](${this.#anyPost()})\n`),
      "a link by path": () =>
        this.#change((text) => `${text}\n[there](/posts/${this.#anyPost().replace(".md", "")}/)\n`),
      "a file beside it": () => this.#shownFile(),
      "the file says something else": () => this.#write("posts/shown.js", `let now = ${this.#number()};\n`),
      "a deleted post": () => rmSync(join(this.folder, "posts", this.#anyPost())),
      "a renamed tag": () => this.#renameTag(),
      "a new project": () => this.#newProject(),
      "a page about": () => this.#page("about"),
      "no page about": () => rmSync(join(this.folder, "pages/about.md"), { force: true }),
      "another page": () => this.#page(`page-${this.#number()}`),
      "a file that is published as it is": () =>
        this.#write(`public/${this.#chance.pick(["a", "b"])}.txt`, this.#sentence()),
      "another title of the site": () => this.#set("title", this.#sentence()),
      "another description of the site": () => this.#set("description", this.#sentence()),
      "longer feeds": () => this.#set("feedLength", this.#chance.between(1, 8)),
      "a longer home page": () => this.#set("homeLength", this.#chance.between(1, 8)),
      "another tagline": () => this.#set("tagline", this.#sentence()),
      "another language of the site": () => this.#set("language", this.#chance.pick(["de", "en"])),
      navigation: () => this.#set("navigation", [{ label: this.#sentence(), path: "/posts/" }]),
    };
    const name = this.#chance.pick(Object.keys(edits));
    edits[name]?.();
    return name;
  }

  posts(): string[] {
    return readdirSync(join(this.folder, "posts")).filter((name) => name.endsWith(".md"));
  }

  #newPost(): void {
    const keys = [
      `title: ${JSON.stringify(this.#sentence())}`,
      `date: ${this.#day()}`,
      `tags: [${this.#tags().join(", ")}]`,
      ...(this.#chance.between(0, 1) ? [`description: ${JSON.stringify(this.#sentence())}`] : []),
    ];
    const text = [this.#sentence(), `## ${this.#sentence()}`, this.#sentence(), "```js\nlet one = 1;\n```"];
    this.#write(
      `posts/post-${this.#number()}.md`,
      ["---", ...keys, "---", "", ...text, ""].join("\n\n").replaceAll("\n\n---", "\n---"),
    );
  }

  #page(name: string): void {
    this.#write(`pages/${name}.md`, `---\ntitle: ${this.#sentence()}\n---\n\n${this.#sentence()}\n`);
  }

  #newProject(): void {
    const about = [
      `title: ${this.#sentence()}`,
      "kind: open source",
      `summary: ${this.#sentence()}`,
      `order: ${this.#made}`,
    ];
    this.#write(`projects/project-${this.#number()}.md`, `---\n${about.join("\n")}\n---\n\n${this.#sentence()}\n`);
  }

  #rename(): void {
    const name = this.#anyPost();
    renameSync(join(this.folder, "posts", name), join(this.folder, "posts", `post-${this.#number()}.md`));
  }

  #renameTag(): void {
    const [from, to] = [this.#chance.pick(TAGS), `New${this.#number()}`];
    for (const name of this.posts())
      this.#changeFile(`posts/${name}`, (text) => text.replace(new RegExp(`\\b${from}\\b`), to));
  }

  #shownFile(): void {
    if (!existsSync(join(this.folder, "posts/shown.js"))) this.#write("posts/shown.js", "let now = 0;\n");
    this.#change((text) => `${text}\n\`\`\`js file=shown.js\n\`\`\`\n`);
  }

  #change(change: (text: string) => string): void {
    this.#changeFile(`posts/${this.#anyPost()}`, change);
  }

  #changeKey(key: string, value: string | undefined): void {
    this.#change((text) => {
      const without = text.replace(new RegExp(`^${key}: .*\\n+`, "m"), "");
      return value === undefined ? without : without.replace(/^---\n+/, `---\n${key}: ${value}\n`);
    });
  }

  #changeFile(file: string, change: (text: string) => string): void {
    this.#write(file, change(readFileSync(join(this.folder, file), "utf8")));
  }

  #set(key: string, value: unknown): void {
    const settings = JSON.parse(readFileSync(join(this.folder, "_data/settings.json"), "utf8"));
    this.#write("_data/settings.json", JSON.stringify({ ...settings, [key]: value }));
  }

  #write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text);
  }

  #anyPost(): string {
    return this.#chance.pick(this.posts());
  }

  #number(): number {
    this.#made += 1;
    return this.#made;
  }

  #day(): string {
    return `20${this.#chance.between(18, 26)}-0${this.#chance.between(1, 9)}-1${this.#chance.between(0, 9)}`;
  }

  #tags(): string[] {
    return TAGS.filter(() => this.#chance.between(0, 1));
  }

  #sentence(): string {
    const words = Array.from({ length: this.#chance.between(3, 6) }, () => this.#chance.pick(WORDS));
    return `A ${words.join(" ")} ${this.#number()}`;
  }
}
