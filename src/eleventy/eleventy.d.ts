/** The few shapes of Eleventy 3 that this project uses; it ships no types of its own. */
declare module "@11ty/eleventy" {
  export interface UserConfig {
    setTemplateFormats(formats: string[]): void;
    setUseGitIgnore(use: boolean): void;
    setDataFileSuffixes(suffixes: string[]): void;
    setDataDirectory(folder: string): void;
    setQuietMode(quiet: boolean): void;
    setServerOptions(options: Record<string, unknown>): void;
    ignores: Set<string>;
    on(event: "eleventy.before", listener: (event: RunEvent) => Promise<void>): void;
    on(event: "eleventy.after", listener: (event: RunEvent & { results: unknown[] }) => Promise<void>): void;
    addWatchTarget(glob: string): void;
    addGlobalData(name: string, data: unknown): void;
    addExtension(extension: string, language: TemplateLanguage): void;
    addTransform(
      name: string,
      transform: (this: { page: { outputPath: string } }, content: string) => string | Buffer,
    ): void;
    addTemplate(path: string, render: (data: TemplateData) => string | Buffer, data?: Record<string, unknown>): void;
  }

  export type RunMode = "build" | "serve" | "watch";

  export interface RunEvent {
    runMode: RunMode;
    outputMode: "fs" | "json" | "ndjson";
    /** Relative to the working folder. */
    directories: { output: string };
  }

  /** A template's data: what `getData` or a pagination put there. */
  export type TemplateData = Record<string, unknown>;

  export interface TemplateLanguage {
    read: boolean;
    outputFileExtension: string;
    getData: (inputPath: string) => Record<string, unknown>;
    compile: (source: string, inputPath: string) => (data: TemplateData) => string | Buffer;
  }

  export class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        quietMode?: boolean;
        runMode?: "build" | "serve";
        configPath?: string;
        config: (eleventy: UserConfig) => void | Promise<void>;
      },
    );
    logger: { overrideLogger(logger: false): void };
    init(): Promise<void>;
    write(): Promise<void>;
  }
}
