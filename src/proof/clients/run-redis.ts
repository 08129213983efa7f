/** Runs the commands of a `redis` sample, one in a line, and gives the replies as redis-cli prints them. */
import type { Place } from "../../content/problems/problem.ts";
import { type Result, success } from "../../content/problems/result.ts";
import type { StatementResult } from "../../content/samples/transcript.ts";
import { LIMITS } from "../limits.ts";
import { notProven } from "../not-proven.ts";
import { type Reply, replyText } from "./redis-reply.ts";
import type { RedisServer } from "./redis-server.ts";
import { redisWords } from "./redis-words.ts";

/** They change what comes over the connection, so that one command has more than one reply, or none. */
const NOT_ONE_REPLY = /^(p|s)?(un)?subscribe$|^(monitor|sync|psync|hello|quit|reset|client)$/i;

export interface RedisRun {
  results: StatementResult[];
  /** The line of each command, counted from 0. */
  ends: number[];
}

export async function runRedis(code: string, server: RedisServer, place: Place): Promise<Result<RedisRun>> {
  const results: StatementResult[] = [];
  const ends: number[] = [];
  for (const [line, text] of code.split("\n").entries()) {
    const at = { ...place, line: (place.line ?? 1) + line };
    if (!text.trim() || text.trimStart().startsWith("#")) continue;
    const words = redisWords(text);
    if (!words) return notProven(at, "has a command whose quotes do not end", "write \"…\" or '…' around blanks");
    const [name] = words;
    if (name && NOT_ONE_REPLY.test(name.toString())) return notProven(at, `can't show what ${name} gives`);
    const reply = await withinLimits(server, words, at);
    if (!reply.ok) return reply;
    results.push(resultOf(reply.value));
    ends.push(line);
  }
  return success({ results, ends });
}

async function withinLimits(server: RedisServer, words: Buffer[], place: Place): Promise<Result<Reply>> {
  let timer: NodeJS.Timeout | undefined;
  const { milliseconds } = LIMITS;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), milliseconds);
  });
  const reply = await Promise.race([server.ask(words), late]);
  clearTimeout(timer);
  if (reply !== "late" && reply) {
    const isLong = replyText(reply).length > LIMITS.output;
    return isLong ? notProven(place, `gives more than ${LIMITS.output} characters`, "ask for less") : success(reply);
  }
  await server.end();
  if (!reply) return notProven(place, "could not run: the server has closed the connection");
  return notProven(place, `ran for ${milliseconds / 1000} s and was stopped`, "make it end");
}

/** An error's first word is its kind: `WRONGTYPE Operation against …`. */
function resultOf(reply: Reply): StatementResult {
  if (reply.kind !== "error") return { reply: replyText(reply) };
  const [, code = "ERR", message = reply.text] = /^([A-Z][A-Z_]+) (.*)$/s.exec(reply.text) ?? [];
  return { error: { code, message } };
}
