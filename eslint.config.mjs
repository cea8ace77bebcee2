import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

/**
 * Rules for imports of .astro files, which dependency-cruiser does not read.
 * @param {string} folder below src
 * @param {string} forbidden regular expression
 */
const forbidImports = (folder, forbidden) => ({
  files: [`src/${folder}/**/*.astro`, `src/${folder}/**/*.astro/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: `^node:|^astro:content$|${forbidden}`, message: 'See docs/architecture.md.' }] },
    ],
  },
});

const restrictSyntax = (/** @type {string[][]} */ ...restrictions) => [
  'error',
  ...restrictions.map(([selector, message]) => ({ selector, message })),
];

/** Facts of one programme: they are content. */
const fact = '/\\b(20[1-3]\\d|WeGO|Seoul|Smart City)\\b/';
const noFacts = [
  `:matches(Literal[raw=${fact}], TemplateElement[value.raw=${fact}], JSXText[value=${fact}])`,
  'Facts of a programme belong in content.',
];

/** The same where messages to staff give examples: sentences may name a fact. */
const noFactsButExamples = [
  `:matches(Literal[raw=${fact}]:not([raw=/ /]), TemplateElement[value.raw=${fact}]:not([value.raw=/ /]))`,
  'Facts of a programme belong in content.',
];

/** Whatever depends on the clock, or on the host's time zone, language or environment. */
const impure = [
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'Take the time as an argument.'],
  ['CallExpression[callee.name="Date"]', 'Take the time as an argument.'],
  ['CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'Take the time as an argument.'],
  [
    'NewExpression[callee.object.name="Intl"]:matches([arguments.length=0], [arguments.0.type="Identifier"][arguments.0.name="undefined"])',
    'Name the locale.',
  ],
  [
    'CallExpression[callee.property.name=/^toLocale/]:matches([arguments.length=0], [arguments.0.type="Identifier"][arguments.0.name="undefined"])',
    'Name the locale.',
  ],
  [
    'CallExpression[callee.property.name="localeCompare"]:matches([arguments.length=1], [arguments.1.type="Identifier"][arguments.1.name="undefined"])',
    'Name the locale.',
  ],
  ['MemberExpression[object.type="MetaProperty"][property.name="env"]', 'Take it as an argument.'],
];

export default defineConfig(
  globalIgnores(['dist/', '.dist-*/', '.astro/', 'test-results/']),
  // A rule that is wrong in one place is wrong here: no file switches one off.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.mjs'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_+$', argsIgnorePattern: '^_+$' },
      ],
      // tsconfig has noPropertyAccessFromIndexSignature: keys that may be missing are written in brackets.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // A function is async because its callers wait for it, whether or not it has to wait itself.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  { files: ['scripts/**', 'src/pipeline/**'], rules: { 'no-console': 'off' } },
  { files: ['src/**/*.{ts,astro}'], rules: { 'no-restricted-syntax': restrictSyntax(noFacts) } },
  { files: ['src/reader/**'], rules: { 'no-restricted-syntax': restrictSyntax(noFactsButExamples) } },
  {
    files: ['src/{model,format,calendar,map,search}/**'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'performance'],
      'no-restricted-syntax': restrictSyntax(...impure, noFacts),
    },
  },
  {
    files: ['src/model/**'],
    rules: { 'no-restricted-syntax': restrictSyntax(...impure, noFactsButExamples) },
  },
  astro.configs.recommended,
  forbidImports('components', '/(pages|layouts|pipeline|reader|scripts)/'),
  forbidImports('layouts', '/(pages|pipeline|reader|scripts)/'),
  // Pages are not imported, not by each other either.
  forbidImports('pages', '/(pages|pipeline|reader|scripts)/|^[.]'),
);
