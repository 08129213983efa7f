/**
 * What a kept value depends on beside its key: the questions that were asked while it was made, each with a digest of the
 * answer. The value holds as long as all answers are the same. So nobody has to foresee what will be asked.
 */
import { digestOfData } from "./digest.ts";

/** A digest of the answer, the question's name, and what was asked about. */
type Asked = readonly [answer: string, name: string, ...about: string[]];
export type Trace = readonly Asked[];

/** Questions by name: functions from texts to plain data, whose answers are the same throughout a build. */
// biome-ignore lint/suspicious/noExplicitAny: functions of some texts, more narrowly typed than `string`, are only assignable so
export type Questions = Readonly<Record<string, (...about: any[]) => unknown>>;

/** The same questions, wrapped so that they note when they are asked. */
export function traced<Asking extends Questions>(questions: Asking): { questions: Asking; trace: () => Trace } {
  const asked = new Map<string, Asked>();
  const noting = new Proxy(questions, {
    get(target, key) {
      const [name, ask] = [String(key), target[String(key)]];
      return (...about: string[]) => {
        const answer = ask?.(...about);
        asked.set(JSON.stringify([name, ...about]), [digestOfData(answer ?? null), name, ...about]);
        return answer;
      };
    },
  });
  return { questions: noting, trace: () => [...asked.values()] };
}

export function holds(trace: Trace, questions: Questions): boolean {
  return trace.every(([answer, name, ...about]) => digestOfData(questions[name]?.(...about) ?? null) === answer);
}
