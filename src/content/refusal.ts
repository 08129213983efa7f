/** Zod rules that suggest what to write instead of a refused value. */
import type { z } from "zod";
import type { Reason } from "./problems/problem.ts";

/** A schema's `check` by a rule that gives the reason for refusing an input, or nothing; its hint is in the issue's `params`. */
export function refusing<Input>(rule: (input: Input) => Reason | undefined): z.core.CheckFn<Input> {
  return ({ value, issues }) => {
    const refusal = rule(value);
    if (!refusal) return;
    const { message, hint } = refusal;
    issues.push({ code: "custom", message, params: { hint }, input: value, continue: true });
  };
}
