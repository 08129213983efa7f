/** `npm start` shows a change of a site's theme, whichever file of it is another, and what is wrong with it. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { copyFixture } from "../support/built-fixture.ts";
import { type DevServer, useDevServers } from "../support/dev-server.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { writeFiles } from "../support/write-files.ts";

const folder = useTemporaryFolder();
const start = useDevServers();
const site = join(folder, "site");
let server: DevServer;

const masthead = (text: string) =>
  `import { WORD } from "../../words.ts";\nexport function Masthead() { return <header>${text} {WORD}</header>; }\n`;

beforeAll(async () => {
  copyFixture("withheld", site);
  writeFiles(site, { "words.ts": 'export const WORD = "here";' });
  server = await start(site);
});

describe("a theme", () => {
  it("comes, changes and goes again", async () => {
    expect(await server.textAt("/")).toContain('class="masthead"');
    mkdirSync(join(site, "theme"));
    writeFiles(site, { "theme/components/masthead.tsx": masthead("First") });
    await expect.poll(() => server.textAt("/")).toContain("<header>First here</header>");
    writeFiles(site, { "theme/components/masthead.tsx": masthead("Second") });
    await expect.poll(() => server.textAt("/posts/")).toContain("<header>Second here</header>");
    writeFiles(site, { "theme/style.css": "header { color: teal }" });
    await expect.poll(() => server.textAt("/")).toContain("header{color:teal}");
    writeFiles(site, { "theme/tokens.ts": "export default { measure: 40 };" });
    await expect.poll(() => server.textAt("/")).toContain("--measure:40rem");
  });

  it("is shown again when what it imports from elsewhere is another", async () => {
    writeFiles(site, { "words.ts": 'export const WORD = "there";' });
    await expect.poll(() => server.textAt("/")).toContain("<header>Second there</header>");
  });

  it("that is wrong says so at every address, and comes back", async () => {
    writeFiles(site, { "theme/tokens.ts": "export default { measure: 4 };" });
    await expect.poll(() => server.textAt("/posts/")).toContain("measure: must be a number from 20 to 60");
    writeFiles(site, { "theme/tokens.ts": "export default {};" });
    await expect.poll(() => server.textAt("/posts/")).toContain("<header>Second there</header>");
    writeFiles(site, { "theme/components/masthead.tsx": "while (true) {}\nexport function Masthead() {}\n" });
    await new Promise((done) => setTimeout(done, 1500));
    writeFiles(site, { "theme/components/masthead.tsx": masthead("Third") });
    await expect.poll(() => server.textAt("/")).toContain("<header>Third there</header>");
    rmSync(join(site, "theme"), { recursive: true });
    await expect.poll(() => server.textAt("/")).toContain('class="masthead"');
  });
});
