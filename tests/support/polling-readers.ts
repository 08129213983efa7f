/** Feed readers with clients of their own, which keep what they need to ask a second time. Each poll returns how much is new. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import FeedSub from "feedsub";

export interface PollingReader {
  name: string;
  isHere: () => boolean;
  /** How many polls it takes until it asks by validators. */
  learnsIn: number;
  /** `folder` is the reader's own, the same at each poll. Resolves to the number of new entries. */
  poll: (url: string, folder: string) => Promise<number>;
}

const run = promisify(execFile);
/** Debian's, whose packages are feedparser's and rss2email's. */
const PYTHON = "/usr/bin/python3";

export const POLLING_READERS: readonly PollingReader[] = [
  { name: "feedparser", isHere: () => hasModule("feedparser"), learnsIn: 1, poll: pollByFeedparser },
  // Newsboat 2.21 has no row to write them to when it reads a feed for the first time.
  { name: "newsboat", isHere: () => isOnPath("newsboat"), learnsIn: 2, poll: pollByNewsboat },
  { name: "rss2email", isHere: () => isOnPath("r2e"), learnsIn: 1, poll: pollByRss2email },
  { name: "feedsub", isHere: () => true, learnsIn: 1, poll: pollByFeedsub },
];

/** Throws where the feed is not well formed, or its charset had to be guessed. */
const FEEDPARSER = `
import feedparser, json, os, sys
url, kept = sys.argv[1:]
known = json.load(open(kept)) if os.path.exists(kept) else {}
feed = feedparser.parse(url, etag=known.get("etag"), modified=known.get("modified"))
assert not feed.bozo, feed.bozo_exception
if feed.status == 304:
    assert not feed.entries
else:
    assert feed.encoding == "utf-8", feed.encoding
    json.dump({"etag": feed.get("etag"), "modified": feed.get("modified")}, open(kept, "w"))
print(len(feed.entries))
`;

async function pollByFeedparser(url: string, folder: string): Promise<number> {
  const { stdout } = await run(PYTHON, ["-c", FEEDPARSER, url, join(folder, "kept.json")]);
  return Number(stdout);
}

/** Newsboat counts what is unread: what was so at the last poll is not new. */
async function pollByNewsboat(url: string, folder: string): Promise<number> {
  const [urls, cache, config] = ["urls", "cache.db", "config"].map((name) => join(folder, name));
  writeFileSync(urls ?? "", `${url}\n`);
  writeFileSync(config ?? "", "");
  const files = ["-u", urls, "-c", cache, "-C", config].map(String);
  const environment = { env: { ...process.env, HOME: folder } };
  const unread = async () => {
    if (!existsSync(cache ?? "")) return 0;
    const { stdout } = await run("newsboat", [...files, "-x", "print-unread"], environment);
    return Number.parseInt(stdout, 10);
  };
  const before = await unread();
  await run("newsboat", [...files, "-x", "reload"], environment);
  return (await unread()) - before;
}

/** Each new entry would be a mail: it says which it would send. */
async function pollByRss2email(url: string, folder: string): Promise<number> {
  const files = ["-VVVV", "-c", join(folder, "config"), "-d", join(folder, "data.json")];
  const environment = { env: { ...process.env, HOME: folder } };
  if (!existsSync(join(folder, "config"))) {
    await run("r2e", [...files, "new", "ida@served.example"], environment);
    await run("r2e", [...files, "add", "served", url], environment);
  }
  const { stderr } = await run("r2e", [...files, "run", "--no-send"], environment);
  return stderr.match(/not seen /g)?.length ?? 0;
}

const subscriptions = new Map<string, FeedSub>();

/** It keeps what it knows in memory. */
function pollByFeedsub(url: string, folder: string): Promise<number> {
  const subscription = subscriptions.get(folder) ?? new FeedSub(url, { emitOnStart: true });
  subscriptions.set(folder, subscription);
  return new Promise((resolve, reject) => {
    subscription.read((error, items) => (error ? reject(error) : resolve(items?.length ?? 0)));
  });
}

function isOnPath(program: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function hasModule(name: string): boolean {
  return existsSync(PYTHON) && existsSync(`/usr/lib/python3/dist-packages/${name}`);
}

export function folderFor(parent: string, name: string): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
