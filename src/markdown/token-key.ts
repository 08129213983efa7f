/** Typed keys for what extensions attach to markdown-it's tokens, whose `meta` is a record of anything. */
import type { Token } from "markdown-it";

export interface TokenKey<Value> {
  /** Undefined where nothing was attached. */
  get(token: Token | undefined): Value | undefined;
  /** Throws where nothing was attached. */
  need(token: Token | undefined): Value;
  set(token: Token, value: Value): void;
}

/** `name` is unique among all keys, or what a plugin of markdown-it calls its own. */
export function tokenKey<Value>(name: string): TokenKey<Value> {
  // `set` alone writes this name, or the plugin, and what they write is a Value.
  const get = (token: Token | undefined) => token?.meta?.[name] as Value | undefined;
  return {
    get,
    need(token) {
      const value = get(token);
      if (value === undefined) throw new Error(`a token of type "${token?.type}" has no ${name}`);
      return value;
    },
    set(token, value) {
      token.meta = { ...token.meta, [name]: value };
    },
  };
}
