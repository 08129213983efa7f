/** Its own types describe another export than the one that it has. */
declare module "feedsub" {
  export default class FeedSub {
    constructor(feed: string, options?: { emitOnStart?: boolean });
    read(callback: (error: Error | null, items?: unknown[]) => void): void;
  }
}
