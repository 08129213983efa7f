/** English words that are never terms. In other languages, only words that many pages have are ruled out. */

const COMMON = new Set(
  (
    "a about above after again against all almost alone also although always among an and another any are as at away be because been before " +
    "being below better between both but by can cannot come could did do does doing done down during each either else enough even ever every few " +
    "first for from get give given go good had has have having he her here him his how however if in into is it its itself just keep know last " +
    "least less let like long look made make makes many may me might more most much must my need never new next no nor not nothing now of off " +
    "often old on once one only or other our out over own part per put rather really same say second see seen set she should show since so some " +
    "something still such take than that the their them then there these they thing things this those three through to too turn two under until " +
    "up upon us use used uses using very want was way we well were what when where whether which while who whole whose why will with within " +
    "without work works would yet you your"
  ).split(" "),
);

export function isCommonWord(word: string): boolean {
  return COMMON.has(word.toLowerCase());
}
