/** Asks how often a post's copy on Mastodon or Bluesky was liked, shared and answered. */
import type { PostCopy } from "../content/post-copy.ts";
import { CopyCounts } from "../content/reactions.ts";
import { valueAt } from "../content/value-at.ts";
import type { Answer, Asker } from "./ask.ts";

/** Answers without signing in. */
const BLUESKY = "https://public.api.bsky.app/xrpc";
const NO_COUNTS: Answer<CopyCounts> = { reason: "answers with no counts" };

export async function fetchCopyCounts(copy: PostCopy, asker: Asker): Promise<Answer<CopyCounts>> {
  return copy.network === "mastodon" ? ofMastodon(copy, asker) : ofBluesky(copy, asker);
}

/** https://docs.joinmastodon.org/entities/Status/. */
async function ofMastodon(
  { origin, id }: Extract<PostCopy, { network: "mastodon" }>,
  asker: Asker,
): Promise<Answer<CopyCounts>> {
  const answer = await asker.json(`${origin}/api/v1/statuses/${id}`);
  if ("reason" in answer) return answer;
  return countsOf(answer.value, { likes: "favourites_count", reposts: "reblogs_count", replies: "replies_count" });
}

/** `app.bsky.feed.defs#postView` of the AT Protocol. Posts are known by DIDs: of a handle, `getPosts` finds none. */
async function ofBluesky(
  { actor, key }: Extract<PostCopy, { network: "bluesky" }>,
  asker: Asker,
): Promise<Answer<CopyCounts>> {
  const did = await didOf(actor, asker);
  if ("reason" in did) return did;
  const uri = `at://${did.value}/app.bsky.feed.post/${key}`;
  const answer = await asker.json(`${BLUESKY}/app.bsky.feed.getPosts?uris=${encodeURIComponent(uri)}`);
  if ("reason" in answer) return answer;
  const posts = valueAt(answer.value, "posts");
  const post = Array.isArray(posts) ? posts.find((one) => valueAt(one, "uri") === uri) : undefined;
  if (!post) return { reason: "is not there" };
  return countsOf(post, { likes: "likeCount", reposts: "repostCount", replies: "replyCount" });
}

async function didOf(actor: string, asker: Asker): Promise<Answer<string>> {
  if (actor.startsWith("did:")) return { value: actor };
  const answer = await asker.json(`${BLUESKY}/com.atproto.identity.resolveHandle?handle=${encodeURIComponent(actor)}`);
  if ("reason" in answer) return answer;
  const did = valueAt(answer.value, "did");
  if (typeof did !== "string" || !/^did:[a-z]+:[\w.:%-]{1,200}$/.test(did)) return { reason: "has no such author" };
  return { value: did };
}

function countsOf(data: unknown, keys: Record<keyof CopyCounts, string>): Answer<CopyCounts> {
  const { likes, reposts, replies } = keys;
  const counts = { likes: valueAt(data, likes), reposts: valueAt(data, reposts), replies: valueAt(data, replies) };
  const checked = CopyCounts.safeParse(counts);
  return checked.success ? { value: checked.data } : NO_COUNTS;
}
