/** The change log's notes for owners of sites. */
import { compareVersions } from "./version.ts";

const RELEASE = /^## (\d+\.\d+\.\d+\S*).*$/m;
const BY_HAND = /^### By hand\n([\s\S]*?)(?=^##|$(?![\s\S]))/m;

/** The points under “By hand” of the releases after `from`, up to and with `to`, oldest first. */
export function byHand(changeLog: string, from: string, to: string): string[] {
  const parts = changeLog.split(/^(?=## \d)/m).map((text) => ({ text, version: RELEASE.exec(text)?.[1] ?? "" }));
  return parts
    .filter(({ version }) => version && compareVersions(version, from) > 0 && compareVersions(version, to) <= 0)
    .toSorted((a, b) => compareVersions(a.version, b.version))
    .flatMap(({ text }) => pointsIn(BY_HAND.exec(text)?.[1] ?? ""));
}

/** `- One point,\n  on two lines.` → `One point, on two lines.` */
function pointsIn(list: string): string[] {
  return list
    .split(/^- /m)
    .map((point) => point.trim().replaceAll(/\s*\n\s*/g, " "))
    .filter(Boolean);
}
