/** Reads the theme of a site: its own parts replace ours. */

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { build as bundleWith, type Message } from "esbuild";
import type { Problem } from "../content/problems/problem.ts";
import { ProblemCollector } from "../content/problems/problem-collector.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { escapeRegExp } from "../content/text/escape-reg-exp.ts";
import type { Cache } from "../pictures/cache.ts";
import { Typeface } from "../pictures/typeface.ts";
import { buildAssets, readTextFonts, type SiteWords, TARGET } from "../theme/assets.ts";
import { type Components, components } from "../theme/components.ts";
import type { Looks, OwnScript } from "../theme/looks.ts";
import { type Pages, pages } from "../theme/pages.ts";
import { defaultTheme } from "../theme/theme.ts";
import { OWN_PALETTE } from "../theme/tokens/palette.ts";
import { type LoadedModules, loadModules, problemOfMessage } from "./load-modules.ts";
import { NO_DIRECTIVES, ownDirectives } from "./own-directives.ts";
import { readFaces } from "./read-faces.ts";
import { readTokens } from "./read-tokens.ts";
import type { SiteTheme } from "./site-theme.ts";
import { styleClasses } from "./style-classes.ts";
import { notUsed, type ThemeFiles, themeFiles } from "./theme-files.ts";
import { type ThemeFolder, themeFolders } from "./theme-folders.ts";
import { ThemeMedia } from "./theme-media.ts";
import { type Source, unsetVariables } from "./unset-variables.ts";

/** esbuild's name for it. */
const UNKNOWN_PROPERTY = "unsupported-css-property";

export interface ThemeRequest {
  siteDir: string;
  /** `theme` of the site's settings. */
  setting: string | undefined;
  words: SiteWords;
  cache: Cache;
  /** Makes the assets, or takes those of an earlier build. */
  build?: typeof buildAssets;
}

/** Ours alone. */
export async function readOwnTheme(words: SiteWords, build = buildAssets): Promise<SiteTheme> {
  const [assets, fonts] = await Promise.all([build(words), readTextFonts()]);
  const typeface = new Typeface(fonts);
  return {
    ...defaultTheme(assets),
    ...{
      typeface,
      shareTypeface: typeface,
      palette: OWN_PALETTE,
      directives: NO_DIRECTIVES,
      classes: styleClasses(assets.styleSheets),
      styleFile: undefined,
      advice: [],
      inputs: [],
    },
    problemOf: () => undefined,
  };
}

/**
 * A function that reads themes, and reads one again only if its files have changed. `onLoaded` is called with the folders and
 * files that it looks at, even if something in them is wrong.
 */
export function themeReader(
  onLoaded: (paths: readonly string[]) => void = () => {},
): (request: ThemeRequest) => Promise<Result<SiteTheme>> {
  let before: { digest: string; inputs: readonly string[]; theme: Result<SiteTheme> } | undefined;
  return async (request) => {
    const folders = themeFolders(request.siteDir, request.setting);
    if (!folders.ok) return folders;
    onLoaded(folders.value.map(({ dir }) => dir));
    const listed = folders.value.map((folder) => ({ folder, ...themeFiles(folder) }));
    const all = listed.flatMap(({ files, others }) => [...filesOf(files), ...others]);
    if (before && (await digestOf([...all, ...before.inputs], request)) === before.digest) return before.theme;
    const theme = await readFiles(request, listed);
    const inputs = theme.ok ? theme.value.inputs : [];
    onLoaded(inputs);
    before = { inputs, theme, digest: await digestOf([...all, ...inputs], request) };
    return theme;
  };
}

interface ListedFolder {
  folder: ThemeFolder;
  files: ThemeFiles;
  others: string[];
  problems: Problem[];
}

async function readFiles(request: ThemeRequest, listed: ListedFolder[]): Promise<Result<SiteTheme>> {
  const { siteDir, words, cache, build } = request;
  if (listed.length === 0) return success(await readOwnTheme(words, build));
  const problems = new ProblemCollector();
  for (const folder of listed) problems.addAll(folder.problems);
  const media = new ThemeMedia(siteDir);
  const modules = listed.flatMap(({ files }) => [
    ...(files.tokens ? [files.tokens] : []),
    ...files.components.values(),
    ...files.pages.values(),
    ...files.directives.values(),
  ]);
  const loaded = problems.take(await loadModules(siteDir, modules, media.plugin()));
  const styles = await Promise.all(listed.map(({ files }) => bundleStyle(siteDir, files.style, media)));
  const scripts = await Promise.all(
    listed.flatMap(({ files }) => files.scripts.map((file) => bundleScript(siteDir, file))),
  );
  const css = styles.flatMap((style) => problems.take(style) ?? []);
  const ready = scripts.flatMap((script) => problems.take(script) ?? []);
  problems.addAll(media.problems);
  if (!loaded) return failure(...problems.all);

  const where = (file: string) => relative(resolve(siteDir), file).split(sep).join("/");
  const tokens = problems.take(
    readTokens(
      listed.flatMap(({ folder, files }) =>
        files.tokens ? [{ folder, file: where(files.tokens), exports: loaded.exports.get(files.tokens) ?? {} }] : [],
      ),
    ),
  );
  const faces = tokens && problems.take(await readFaces(tokens, cache));
  const replaced = {
    components: replacedComponents(listed, loaded, where, problems),
    pages: replacedPages(listed, loaded, where, problems),
  };
  const directives = ownDirectives(
    new Map(listed.flatMap(({ files }) => [...files.directives])),
    loaded,
    where,
    problems,
  );
  const inputs = new Set([
    ...loaded.inputs,
    ...media.inputs,
    ...css.flatMap((one) => one.inputs),
    ...ready.flatMap((one) => one.inputs),
    ...(faces?.inputs ?? []),
  ]);
  for (const { folder, others, files } of listed) {
    const unused = [...others, ...files.fonts].filter((file) => !inputs.has(file));
    // A file may be unused because of another problem.
    if (problems.all.length === 0) problems.addAll(unused.map((file) => notUsed(folder, file)));
  }
  if (!tokens || !faces || problems.all.length > 0) return failure(...problems.all);

  const looks: Looks = {
    ...{ tokens: tokens.tokens, palette: tokens.palette, files: media.files },
    ...{ text: faces.text, code: faces.code, systemText: faces.systemText },
    styles: css.map(({ text }) => text),
    scripts: ready.map(({ script }) => script),
  };
  const assets = await (build ?? buildAssets)(words, looks);
  const typeface = new Typeface(await readTextFonts(faces.text), faces.name);
  const style = listed.findLast(({ files }) => files.style)?.files.style;
  return success({
    ...replaced,
    assets,
    typeface,
    shareTypeface: typeface,
    palette: tokens.palette,
    directives,
    classes: styleClasses(
      assets.styleSheets,
      looks.styles,
      looks.scripts.map(({ name }) => name),
    ),
    styleFile: style && where(style),
    advice: [
      ...faces.advice,
      ...css.flatMap(({ advice }) => advice),
      ...(await unsetVariables({
        sheets: await sourcesOf(css, /\.css$/, where),
        engine: assets.styleSheets.map((sheet) => sheet.css),
        modules: async () => (await sourcesOf([loaded, ...ready], /\.[cm]?[jt]sx?$/, where)).map(({ text }) => text),
      })),
    ],
    inputs: [...inputs],
    problemOf: loaded.problemOf,
  });
}

interface Bundled {
  text: string;
  /** Absolute. */
  inputs: string[];
  advice: Problem[];
}

async function bundleStyle(siteDir: string, file: string | undefined, media: ThemeMedia): Promise<Result<Bundled>> {
  if (!file) return success({ text: "", inputs: [], advice: [] });
  return bundle(siteDir, file, { plugins: [media.plugin()] });
}

async function bundleScript(siteDir: string, file: string): Promise<Result<{ script: OwnScript; inputs: string[] }>> {
  const bundled = await bundle(siteDir, file, { format: "esm", platform: "browser" });
  if (!bundled.ok) return bundled;
  const { text, inputs } = bundled.value;
  const name = basename(file).replace(/\.[^.]*$/, "");
  return success({ script: { name, contents: new TextEncoder().encode(text), needed: neededBy(name) }, inputs });
}

/** `site` is for every page, as ours of that name is; any other for pages with an element of its class or `data-` attribute. */
function neededBy(name: string): RegExp {
  if (name === "site") return /^/;
  const word = escapeRegExp(name);
  return new RegExp(`<[^>]*\\s(?:data-${word}(?=[\\s=>/])|class="(?:[^"]*\\s)?${word}(?=[\\s"]))`);
}

type BundleOptions = Pick<Parameters<typeof bundleWith>[0], "plugins" | "format" | "platform">;

async function bundle(siteDir: string, file: string, options: BundleOptions): Promise<Result<Bundled>> {
  const built = await bundleWith({
    ...options,
    entryPoints: [file],
    absWorkingDir: resolve(siteDir),
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    target: TARGET,
    logLevel: "silent",
    tsconfigRaw: {},
  }).catch((error: { errors?: Message[] }) => error);
  if (!("outputFiles" in built)) {
    if (!("errors" in built) || !built.errors) throw built;
    return failure(...built.errors.map(problemOfMessage));
  }
  // A browser would silently drop what it can't read. A property may be newer than the compiler.
  const unknown = ({ id }: Message) => id === UNKNOWN_PROPERTY;
  const [first, ...others] = built.warnings.filter((warning) => !unknown(warning)).map(problemOfMessage);
  if (first) return failure(first, ...others);
  const inputs = Object.keys(built.metafile?.inputs ?? {}).map((path) => resolve(siteDir, path));
  return success({
    text: built.outputFiles?.[0]?.text.trimEnd() ?? "",
    inputs,
    advice: built.warnings.map(problemOfMessage),
  });
}

type Where = (file: string) => string;

function sourcesOf(bundles: readonly { inputs: readonly string[] }[], ending: RegExp, where: Where): Promise<Source[]> {
  const files = [...new Set(bundles.flatMap(({ inputs }) => inputs))].filter((file) => ending.test(file));
  return Promise.all(files.map(async (file) => ({ file: where(file), text: await readFile(file, "utf8") })));
}

function replacedComponents(
  listed: ListedFolder[],
  loaded: LoadedModules,
  where: Where,
  problems: ProblemCollector,
): Components {
  const own = listed.flatMap(({ files }) =>
    [...files.components].flatMap(([name, file]) => {
      const made = exportedFunction(loaded.exports.get(file), [name]);
      if (!made) problems.add(notExported(where(file), `export function ${name}({ … }: PropsOf<"${name}">)`));
      return made ? [[name, made] as const] : [];
    }),
  );
  // A module's exports have no types when it is loaded; its author's editor has checked them.
  return Object.assign({}, components, Object.fromEntries(own));
}

function replacedPages(listed: ListedFolder[], loaded: LoadedModules, where: Where, problems: ProblemCollector): Pages {
  const own = listed.flatMap(({ files }) =>
    [...files.pages].flatMap(([name, file]) => {
      const made = exportedFunction(loaded.exports.get(file), [`${name}Page`, name]);
      if (!made) problems.add(notExported(where(file), `export function ${name}Page(view: View, …): Page`));
      return made ? [[name, made] as const] : [];
    }),
  );
  return Object.assign({}, pages, Object.fromEntries(own));
}

/** Under its name, or as the default. */
function exportedFunction(exported: Readonly<Record<string, unknown>> | undefined, names: string[]): unknown {
  const found = [...names, "default"].map((name) => exported?.[name]).find((value) => typeof value === "function");
  return found;
}

function notExported(file: string, example: string): Problem {
  return { file, message: "exports no function of its name", hint: `write ${example}` };
}

function filesOf({ tokens, style, components, pages, directives, scripts, fonts }: ThemeFiles): string[] {
  const single = [tokens, style].filter((file) => file !== undefined);
  return [...single, ...components.values(), ...pages.values(), ...directives.values(), ...scripts, ...fonts];
}

/** Of names and contents. */
async function digestOf(files: readonly string[], { siteDir, setting, words }: ThemeRequest): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify([siteDir, setting, words]));
  for (const file of [...new Set(files)].sort()) {
    hash.update(`\0${file}\0`).update(await readFile(join(file)).catch(() => "gone"));
  }
  return hash.digest("hex");
}
