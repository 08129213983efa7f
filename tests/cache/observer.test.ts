/** Whatever way a value is read in, it is noted, so that what was made of it is made again when it changes. */
import { describe, expect, it } from "vitest";
import { Observer } from "../../src/cache/observer.ts";

interface Post {
  title: string;
  date: string;
  tags: string[];
}

const POST: Post = { title: "A", date: "2026-01-01", tags: ["x"] };
const PART = { name: "head of a", keys: new Set(["title"]) };

/** The names of what is asked while something is made. */
function askedBy(make: (watched: ReturnType<typeof watchedIn>) => unknown): string[] {
  const observer = new Observer();
  const watched = watchedIn(observer);
  return Array.from(observer.during(() => make(watched)).asked, (question) => observer.nameOf(question));
}

function watchedIn(observer: Observer) {
  return {
    post: observer.watch("post a", POST, () => POST, PART),
    settings: observer.watchKeys<Record<string, string>>("settings", { language: "en" }),
    map: observer.watchMap("paths", new Map([["a.md", "/a/"]])),
    empty: observer.watchMap<string>("comments", new Map()),
    observer,
  };
}

describe("what is asked", () => {
  it.each<[how: string, make: Parameters<typeof askedBy>[0], asked: string[]]>([
    ["nothing", () => 1, []],
    ["a key", ({ post }) => post.date, ["post a"]],
    ["a key of its part", ({ post }) => post.title, ["head of a"]],
    ["whether there is a key", ({ post }) => "date" in post, ["post a"]],
    ["all keys", ({ post }) => Object.keys(post), ["post a"]],
    ["a copy", ({ post }) => ({ ...post }), ["post a", "head of a"]],
    ["one key of many", ({ settings }) => settings["language"], ["settings language"]],
    ["a key that is not there", ({ settings }) => settings["author"], ["settings author"]],
    ["whether there is one of many", ({ settings }) => "author" in settings, ["settings author"]],
    ["all of many", ({ settings }) => Object.keys(settings), ["settings"]],
    ["a key of a map", ({ map }) => map.get("a.md"), ["paths a.md"]],
    ["whether a map has one", ({ map }) => map.has("b.md"), ["paths b.md"]],
    ["the size of a map", ({ map }) => map.size, ["paths"]],
    ["the keys of a map", ({ map }) => [...map.keys()], ["paths"]],
    ["the values of a map", ({ map }) => [...map.values()], ["paths"]],
    ["a map, pair by pair", ({ map }) => [...map], ["paths"]],
    ["a map, visited", ({ map }) => map.forEach(() => {}), ["paths"]],
    ["keys of an empty map", ({ empty }) => [empty.get("a"), empty.has("b")], ["comments"]],
    ["a digest", ({ post, observer }) => observer.digest([post]), []],
  ])("by %s", (_, make, asked) => expect(askedBy(make)).toEqual(asked));
});

describe("an answer", () => {
  const answersOf = (post: Post, paths: Map<string, string>) => {
    const observer = new Observer();
    const watched = observer.watch("post a", post, () => post, PART);
    observer.watchMap("paths", paths);
    observer.watch("list", [watched]);
    return Object.fromEntries(
      ["post a", "head of a", "list", "paths", "paths a.md", "paths b.md", "gone"].map((name) => [
        name,
        observer.answer(observer.questionOf(name)),
      ]),
    );
  };
  const before = answersOf(POST, new Map([["a.md", "/a/"]]));
  const changedBy = (post: Partial<Post>, paths = new Map([["a.md", "/a/"]])) => {
    const after = answersOf({ ...POST, ...post }, paths);
    return Object.keys(before).filter((name) => after[name] !== before[name]);
  };

  it("is another one where the value is, and the same everywhere else", () => {
    expect(changedBy({})).toEqual([]);
    expect(changedBy({ date: "2026-01-02" })).toEqual(["post a"]);
    expect(changedBy({ title: "B" })).toEqual(["post a", "head of a"]);
    expect(changedBy({}, new Map([["a.md", "/b/"]]))).toEqual(["paths", "paths a.md"]);
    expect(changedBy({}, new Map([...[["a.md", "/a/"]], ...[["b.md", "/b/"]]] as [string, string][]))).toEqual([
      "paths",
      "paths b.md",
    ]);
  });

  it("is another one for a map that is no longer empty", () => {
    const answerWith = (comments: Map<string, string>) => {
      const observer = new Observer();
      observer.watchMap("comments", comments);
      return observer.answer(observer.questionOf("comments"));
    };
    expect(answerWith(new Map([["a", "Thanks"]]))).not.toBe(answerWith(new Map()));
  });

  it("is none to what nobody can ask any more", () => {
    expect(before["gone"]).toBeUndefined();
    expect(before["paths b.md"]).toBeDefined();
  });
});
