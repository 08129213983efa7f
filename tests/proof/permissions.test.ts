/** Which samples may not run: a hint names only what would allow them. */
import { expect, it } from "vitest";
import { SAMPLE_LANGUAGES } from "../../src/content/samples/languages.ts";
import { type Permissions, refusalOf } from "../../src/proof/permissions.ts";

const OWN: Permissions = { mayRunShell: false };
const STRANGERS: Permissions = { mayRunShell: false, isStrangers: true };

it.each(SAMPLE_LANGUAGES)("%s: what the hint names allows it", (language) => {
  const stranger = refusalOf(language, { ...STRANGERS, mayRunPrograms: false });
  const allowed = refusalOf(language, { ...STRANGERS, mayRunPrograms: true });
  expect(stranger?.hint).toBe(allowed || language === "sql" ? undefined : "--programs allows it");
  const own = refusalOf(language, OWN);
  if (own) expect(own.hint).toContain("proofs.shell");
  expect(refusalOf(language, { mayRunShell: true })).toBeUndefined();
});
