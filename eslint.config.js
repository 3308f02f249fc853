import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "public/", "node_modules/", "test-results/"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: [] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "no-restricted-globals": ["error", { name: "fetch", message: "Only app/requests.ts asks the network." }],
      "no-console": "error",
    },
  },
  {
    files: ["src/app/requests.ts"],
    rules: { "no-restricted-globals": "off" },
  },
  {
    // Positions in columns of known length, which the compiler cannot see.
    files: ["src/{domain,map,data,state,i18n,app,ui,tooling,cli,workers}/**/*.{ts,tsx}", "tests/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    files: ["src/{ui,app}/**/*.{ts,tsx}"],
    extends: [reactHooks.configs.flat["recommended-latest"]],
  },
  {
    files: ["tests/**/*.ts", "src/tooling/**/*.ts"],
    rules: { "no-console": "off" },
  },
);
