/**
 * Makes a fresh clone ready: `npm ci` where what is installed differs from the lockfile, and with `--browser` a Chromium
 * for the tests, found or installed. Plain JavaScript, since nothing is installed before it.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** npm's own record of what it installed, which it writes last: an installation that was interrupted has none. */
const INSTALLED = "node_modules/.package-lock.json";
const browserFile = `${root}/.cache/browser`;
/** The id of the process that installs. */
const lockFile = `${root}/.cache/installing`;
/** Milliseconds. */
const ASK_EVERY = 200;

process.chdir(root);
if (!isInstalled()) {
  // Each of two at once would delete what the other installs.
  takeLock();
  const status = isInstalled() ? 0 : install();
  rmSync(lockFile, { force: true });
  if (status !== 0) process.exit(status);
}
if (process.argv.includes("--browser")) findBrowser();

/** Whether each package of the lockfile is installed in its version; binaries of other platforms may be missing. */
function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const installed = packagesIn(INSTALLED);
  return Object.entries(packagesIn("package-lock.json")).every(([path, { integrity, optional }]) => {
    const found = installed[path];
    return path === "" || (found ? found.integrity === integrity : optional);
  });
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { integrity?: string, optional?: boolean }>} by the package's folder
 */
function packagesIn(lockfile) {
  return JSON.parse(readFileSync(lockfile, "utf8")).packages;
}

/** @returns {number} npm's exit status */
function install() {
  console.log("Installing packages …");
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  return spawnSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" }).status ?? 1;
}

/** Waits as long as another process has it. */
function takeLock() {
  mkdirSync(".cache", { recursive: true });
  for (let hasSaidSo = false; !lock(); hasSaidSo = true) {
    const owner = ownerOfLock();
    if (owner !== undefined && !isRunning(owner)) rmSync(lockFile, { force: true });
    else {
      if (!hasSaidSo) console.log("Another command installs packages: waiting for it …");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ASK_EVERY);
    }
  }
}

function lock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    return false;
  }
}

/** @returns {number | undefined} undefined if it is gone, or has not said yet who it is */
function ownerOfLock() {
  try {
    return Number(readFileSync(lockFile, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** Leaves the path of a Chromium in `.cache/browser`, where the tests look for it. */
function findBrowser() {
  if (existsSync(browserFile) && existsSync(readFileSync(browserFile, "utf8"))) return;
  const path = browserHere() ?? installedByPlaywright() ?? installedByApt();
  if (!path) {
    console.error(
      "The browser tests need Chromium, and none was found or could be installed.\n" +
        "Install Chromium or Chrome with your system's package manager, or set CHROME_PATH to one, and run npm test again.",
    );
    process.exit(1);
  }
  mkdirSync(".cache", { recursive: true });
  writeFileSync(browserFile, path);
  console.log(`Browser for the tests: ${path}`);
}

/** @returns {string | undefined} */
function browserHere() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH && existsSync(CHROME_PATH)) return CHROME_PATH;
  const places = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ];
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const onPath = (process.env["PATH"] ?? "").split(":").flatMap((folder) => names.map((name) => `${folder}/${name}`));
  return [...places, ...onPath].find((place) => existsSync(place)) ?? playwrightBrowser();
}

/** @returns {string | undefined} */
function playwrightBrowser() {
  const code = 'import("playwright-core").then(({ chromium }) => console.log(chromium.executablePath()))';
  const path = execFileSync(process.execPath, ["-e", code], { encoding: "utf8" }).trim();
  return existsSync(path) ? path : undefined;
}

/** @returns {string | undefined} */
function installedByPlaywright() {
  console.log("Installing Chromium …");
  spawnSync("npx", ["playwright-core", "install", "--only-shell", "chromium"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return playwrightBrowser();
}

/** @returns {string | undefined} */
function installedByApt() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
  spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return browserHere();
}
