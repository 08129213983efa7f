/** The languages whose samples can be proven, and what runs them. */

export const SAMPLE_LANGUAGES = [
  "sql",
  "psql",
  "sqlite",
  "redis",
  "http",
  "ts",
  "js",
  "sh",
  "bash",
  "python",
  "go",
  "rust",
  "java",
  "kotlin",
] as const;
export type SampleLanguage = (typeof SAMPLE_LANGUAGES)[number];

/** Other names that a fence may have for them. */
const ALIASES: Readonly<Record<string, SampleLanguage>> = {
  typescript: "ts",
  javascript: "js",
  shell: "sh",
  py: "python",
  golang: "go",
  rs: "rust",
  kt: "kotlin",
  valkey: "redis",
  sqlite3: "sqlite",
};

/** Programs that are found on the machine, by the names that readers know. */
export const TOOLS = ["psql", "Redis", "sh", "Bash", "Python", "Go", "Rust", "Java", "Kotlin"] as const;
export type Tool = (typeof TOOLS)[number];

/** By language; those that come with the engine or with Node have none. */
export const TOOLS_OF: Readonly<Partial<Record<SampleLanguage, readonly Tool[]>>> = {
  psql: ["psql"],
  redis: ["Redis"],
  sh: ["sh"],
  bash: ["Bash"],
  python: ["Python"],
  go: ["Go"],
  rust: ["Rust"],
  java: ["Java"],
  kotlin: ["Kotlin", "Java"],
};

/** Languages of programs, which share a folder, with the endings that their files have. */
const FILE_ENDINGS: Readonly<Partial<Record<SampleLanguage, RegExp>>> = {
  ts: /[cm]?[jt]s/,
  js: /[cm]?[jt]s/,
  sh: /sh/,
  bash: /(?:ba)?sh/,
  python: /py/,
  go: /go/,
  rust: /rs/,
  java: /java/,
  kotlin: /kts?/,
};

/** Those whose own ending is not their name. */
const OWN_ENDING: Readonly<Partial<Record<SampleLanguage, string>>> = {
  bash: "sh",
  python: "py",
  rust: "rs",
  kotlin: "kt",
};

/** Programs whose second number is what others call their version: Go 1.24, and not Go 1. */
const OF_TWO_NUMBERS: ReadonlySet<string> = new Set(["SQLite", "Bash", "Python", "Go", "Rust", "Kotlin"]);

/** The language that a fence names; undefined for one that nothing runs. */
export function sampleLanguage(name: string): SampleLanguage | undefined {
  return (
    SAMPLE_LANGUAGES.find((language) => language === name) ?? (Object.hasOwn(ALIASES, name) ? ALIASES[name] : undefined)
  );
}

export function isProgram(language: SampleLanguage): boolean {
  return FILE_ENDINGS[language] !== undefined;
}

/** What a program's file is called: as it was named, if that is a file of its language, or by its number on the page. */
export function fileNameOf(language: SampleLanguage, name: string, number: number): string | undefined {
  const ending = FILE_ENDINGS[language];
  if (!ending) return undefined;
  const isFile = new RegExp(`^[\\w-]+(\\.[\\w-]+)*\\.${ending.source}$`).test(name);
  return isFile ? name : `sample-${number}.${OWN_ENDING[language] ?? language}`;
}

/** `PostgreSQL 18` of 18.4, `Go 1.24` of 1.24.3. */
export function shortVersion(program: string, version: string): string {
  const numbers = version.split(".").slice(0, OF_TWO_NUMBERS.has(program) ? 2 : 1);
  return `${program} ${numbers.join(".")}`;
}
