import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/**
 * Ways in which a text could become markup, script or a link. Links to elsewhere are made by `ui/shared/web-link.tsx`; what
 * else needs one of these says why beside it.
 */
const UNSAFE = [
  ["JSXAttribute[name.name='dangerouslySetInnerHTML']", "Texts are never markup."],
  [
    "JSXAttribute[name.name=/^(href|src|srcDoc|action|formAction|data|xlinkHref)$/]" +
      ":not([value.type='Literal']):not([value.expression.quasis.0.value.raw=/^#/])",
    "Links to elsewhere are made by WebLink.",
  ],
  [
    "JSXOpeningElement[name.name=/^(a|area|iframe|form)$/] > JSXSpreadAttribute:not([argument.callee.name='linkAttributes'])",
    "Links to elsewhere are made by WebLink.",
  ],
  [
    ":matches(AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/], AssignmentExpression[left.property.value=/^(innerHTML|outerHTML|srcdoc)$/])",
    "Texts are never markup.",
  ],
  [
    ":matches(AssignmentExpression[left.property.name=/^(href|src)$/], AssignmentExpression[left.property.value=/^(href|src)$/])",
    "Links to elsewhere are made by WebLink.",
  ],
  [
    "CallExpression[callee.object.name='Object'][callee.property.name='assign'] Property:matches([key.name=/^(href|src|srcdoc|innerHTML|outerHTML)$/], [key.value=/^(href|src|srcdoc|innerHTML|outerHTML)$/])",
    "Links to elsewhere are made by WebLink, and texts are never markup.",
  ],
  [
    "CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|setHTML|setHTMLUnsafe|parseHTMLUnsafe|parseFromString)$/]",
    "Texts are never markup.",
  ],
  ["CallExpression[callee.object.name='document'][callee.property.name=/^write/]", "Texts are never markup."],
  [
    "CallExpression[callee.property.name=/^setAttribute(NS)?$/][arguments.0.value=/^(href|src|srcdoc|style|action|formaction|on.*)$/i]",
    "Links to elsewhere are made by WebLink.",
  ],
  [
    "CallExpression[callee.object.name='window'][callee.property.name='open']",
    "Links to elsewhere are made by WebLink.",
  ],
  ["AssignmentExpression[left.object.name='location']", "The page does not leave itself."],
  [
    "CallExpression[callee.object.name='location'][callee.property.name=/^(assign|replace)$/]",
    "The page does not leave itself.",
  ],
].map(([selector, message]) => ({ selector, message }));

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
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-syntax": ["error", ...UNSAFE],
      "no-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
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
