/** Validates pages with html-validate. */
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:recommended", "html-validate:standard"],
    rules: {
      // Matters of taste in which the engine is consistent.
      "doctype-style": ["error", { style: "lowercase" }],
      "void-style": "off",
      // How long a title is, is its author's business.
      "long-title": "off",
      // Code samples end their lines as they like.
      "no-trailing-whitespace": "off",
    },
  }),
);

/** A line for each complaint. */
export async function complaintsAbout(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}
