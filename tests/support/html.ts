/** HTML as html-validate reads it: what is wrong with it, its elements, and their text with character references resolved. */
import { type HtmlElement, HtmlValidate, Parser, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:recommended", "html-validate:standard"],
    rules: {
      "doctype-style": ["error", { style: "lowercase" }],
      "void-style": ["error", { style: "selfclose" }],
      // Code samples may end their lines as they like.
      "no-trailing-whitespace": "off",
    },
  }),
);
const parser = new Parser(await validator.getConfigFor("page.html"));

/** What the HTML standard has against a page, a line for each complaint. */
export async function complaintsAbout(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

export function parseHtml(html: string): HtmlElement {
  return parser.parseHtml(html);
}

/** An attribute's value; undefined where there is none. */
export function attributeOf(element: HtmlElement | null, name: string): string | undefined {
  const value = element?.getAttributeValue(name) ?? undefined;
  return value && resolveReferences(value);
}

export function textOf(element: HtmlElement | null): string {
  return resolveReferences(element?.textContent ?? "");
}

const REFERENCES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The few that our own output has; another one is a surprise that a test should hear of. */
function resolveReferences(text: string): string {
  return text.replace(/&([#\w]+);/g, (whole, name: string) => {
    const sign = REFERENCES[name];
    if (!sign) throw new Error(`the character reference ${whole} is not expected in a built page`);
    return sign;
  });
}
