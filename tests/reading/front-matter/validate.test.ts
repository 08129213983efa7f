/** The complaints of a schema become problems with a line, a field and a hint. */
import { expect, it } from "vitest";
import { z } from "zod";
import { validate } from "../../../src/reading/front-matter/validate.ts";

const schema = z.strictObject({
  name: z.string({ error: "must be text" }),
  count: z.number().default(1),
  inner: z.strictObject({ size: z.number({ error: "must be a number" }) }).optional(),
  list: z.array(z.number({ error: "must be a number" })).optional(),
});

const check = (data: unknown) =>
  validate(schema, data, (path) => ({ file: "x.md", line: path.length, column: String(path.at(-1)).length }));

it("gives the value with its defaults where nothing is wrong", () => {
  expect(check({ name: "a" })).toEqual({ ok: true, value: { name: "a", count: 1 } });
});

it("gives each problem the place of its path", () => {
  expect(check({ name: 1, list: [1, "b"], inner: { size: "c" } })).toEqual({
    ok: false,
    problems: [
      { file: "x.md", line: 1, column: 4, field: "name", message: "must be text" },
      { file: "x.md", line: 2, column: 4, field: "inner.size", message: "must be a number" },
      { file: "x.md", line: 2, column: 1, field: "list.1", message: "must be a number" },
    ],
  });
});

it("gives each unknown key a problem of its own, with the nearest known one", () => {
  const message = "is not a key that is known here";
  expect(check({ name: "a", Count: 2, other: 3 })).toEqual({
    ok: false,
    problems: [
      {
        ...{ file: "x.md", line: 1, column: 5, field: "Count", message, hint: 'did you mean "count"?' },
        fix: { from: ["Count:"], to: "count:", at: { line: 1, column: 5 } },
      },
      { file: "x.md", line: 1, column: 5, field: "other", message, hint: undefined },
    ],
  });
});

it("says once that a required key is misspelt, and not that it is missing", () => {
  const fieldsOf = (data: unknown) => {
    const result = check(data);
    return result.ok ? [] : result.problems.map(({ field, message }) => `${field} ${message}`);
  };
  const unknown = "is not a key that is known here";
  expect(fieldsOf({ nmae: "a" })).toEqual([`nmae ${unknown}`]);
  expect(fieldsOf({ name: "a", inner: { sise: 1 } })).toEqual([`inner.sise ${unknown}`]);
  // Within another value, it is another key.
  expect(fieldsOf({ name: "a", sise: 2, inner: {} })).toEqual(["inner.size must be a number", `sise ${unknown}`]);
  expect(fieldsOf({ other: "a" })).toEqual(["name must be text", `other ${unknown}`]);
});

it("finds unknown keys inside values, and does not guess from the outer ones", () => {
  const message = "is not a key that is known here";
  expect(check({ name: "a", inner: { size: 1, nam: 2 } })).toEqual({
    ok: false,
    problems: [{ file: "x.md", line: 2, column: 3, field: "inner.nam", message, hint: undefined }],
  });
});

it.each([null, undefined, "text", 1, [], true])("does not take %j for front matter", (data) => {
  expect(check(data)).toMatchObject({ ok: false, problems: [{ file: "x.md", message: expect.stringMatching(/./) }] });
});
