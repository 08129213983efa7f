/** What TSX is compiled to call, for components of a site: `"jsxImportSource": "wellformed"` in its `tsconfig.json`. */
export * from "preact/jsx-runtime";
