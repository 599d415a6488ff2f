import eslint from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const NAMED_EXPORTS = { selector: "ExportDefaultDeclaration", message: "Export by name." };
const NO_BARRELS = {
  selector: "ExportAllDeclaration, ExportNamedDeclaration[source]",
  message: "No barrels: import from the file itself.",
};

export default tseslint.config(
  { ignores: ["**/dist/", "**/.next/", "**/node_modules/", "**/generated/", ".data/", "**/next-env.d.ts", "ops/bench/results/"] },
  // What a rule says holds everywhere: no comment switches it off.
  { linterOptions: { noInlineConfig: true } },
  eslint.configs.recommended,
  tseslint.configs.recommended,
  {
    rules: {
      "no-console": "error",
      "max-lines": ["error", 300],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"] }],
      eqeqeq: ["error", "smart"],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "no-restricted-syntax": ["error", NO_BARRELS],
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Node's test runner waits for the tests it was told of.
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", package: "node:test", name: ["test", "it", "describe"] }] },
      ],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/only-throw-error": "error",
    },
  },
  {
    files: ["api/src/**/*.ts", "api/test/**/*.ts", "ops/**/*.ts", "web/src/{features,ui,graphql}/**/*.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", NO_BARRELS, NAMED_EXPORTS] },
  },
  {
    files: ["web/src/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    files: ["**/index.{ts,tsx,js,mjs}"],
    rules: { "no-restricted-syntax": ["error", { selector: "Program", message: "No index files: name the file after what it holds." }] },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: { globals: { process: "readonly", module: "writable", require: "readonly", URL: "readonly" } },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    files: ["web/public/service-worker.js"],
    languageOptions: { globals: { self: "readonly", caches: "readonly", fetch: "readonly" } },
  },
);
