/** The classes that authors can give, and what is wrong with any other. */
import { didYouMean } from "./problems/nearest-name.ts";
import type { Reason } from "./problems/problem.ts";

export interface StyleClasses {
  /** Those that the theme of the site has styles or scripts for. */
  readonly theme: readonly string[];
  /** Those of the engine's own style sheets, which any version may change. */
  readonly engine: readonly string[];
}

/** Undefined for a class that the site's theme has. */
export function classFault(name: string, { theme, engine }: StyleClasses): Reason | undefined {
  if (theme.includes(name)) return undefined;
  const ofEngine = engine.includes(name);
  const message = ofEngine
    ? `the class "${name}" is one of the engine's own, and may mean something else in its next version`
    : `no style sheet of the theme has the class "${name}"`;
  return { message, hint: didYouMean(name, theme) ?? `write .${name} in theme/style.css, or leave it out` };
}
