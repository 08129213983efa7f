/** The versions of Node that the engine runs on. */

/** As in `engines` of `package.json`. */
const OLDEST = [20, 19] as const;

/** The message for a Node that is too old, such as `20.11.1`; undefined for a supported one. */
export function nodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  if (!isOld) return undefined;
  return `wellformed needs Node ${OLDEST.join(".")} or later, and this is ${version}: https://nodejs.org/ has newer ones`;
}
