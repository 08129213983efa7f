/**
 * A text has the same colours whatever was read before it. Prism's grammars are made of one another, and some change others when they are
 * loaded: C has the types of OpenCL after it, CSS other selectors after `css-extras`, and JSON in HTTP its own colours after JSON.
 */
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { typeScriptLoader } from "../../support/wellformed-command.ts";

/** What grammars have of each other. */
const CODE = `POST /a HTTP/1.1
Content-Type: application/json

{"a": 1, "b": [true, null]}

---
list: [1, 2]
---
/**
 * Of {@link X} and <b>markup</b>.
 * @param {string} name what
 */
int main(cl_mem m, image2d_t i) { __kernel; return a.b(/[a-z]+(?=x)/gi.test(s)); }
a[href="x"]:hover::after > b { color: red; background: url(x.png) 10px #fff; }
<p class="x" onclick="f(1)" style="color:red">t<script>let x = 1;</script><style>a{b:c}</style></p>
html\`<p>\${x}</p>\`; css\`a{}\`; document.querySelector("x");
"""
# **bold** and \`code\`
"""
$this->x = array_map('f', [1]);
`;

function runsAfter(order: "forwards" | "reversed"): Record<string, string[]> {
  const args = [...typeScriptLoader(), "tests/support/runs-in-order.ts", CODE, order];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", maxBuffer: 1 << 26 }));
}

it("is read alike in each language, after all others and before them", () => {
  const [forwards, reversed] = [runsAfter("forwards"), runsAfter("reversed")];
  expect(Object.keys(forwards).length).toBeGreaterThan(290);
  expect(Object.keys(forwards).filter((id) => `${forwards[id]}` !== `${reversed[id]}`)).toEqual([]);
});
