import {configs as lit} from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import {configs as wc} from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const ELEMENTS = ['packages/elements/**/*.ts', 'packages/connect/**/*.ts', 'packages/embed/**/*.ts'];
const TESTS = ['**/*.test.ts', '**/*.test-helper.ts'];

/** HTML from data is nowhere; neither is code from text. */
const NO_HTML_FROM_DATA = [
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'write',
  'writeln',
  'setHTMLUnsafe',
  'createContextualFragment',
  'srcdoc',
].map(property => ({property, message: 'No HTML from data: use a Lit template or textContent.'}));

const NO_UNSAFE_DIRECTIVES = {
  group: ['lit/directives/unsafe-*', 'lit/static-html.js', 'lit/directives/style-map.js'],
  message: 'Unsafe HTML and inline styles break a strict policy.',
};

export default tseslint.config(
  {ignores: ['**/dist/**', 'reports/**', 'node_modules/**', 'demo/.cache/**']},
  {
    files: ['packages/**/*.ts', 'demo/**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      'max-lines': ['error', {max: 300}],
      'max-params': ['error', 3],
      'no-eval': 'error',
      'no-console': ['error', {allow: ['warn', 'error']}],
      'no-restricted-properties': ['error', ...NO_HTML_FROM_DATA],
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      'no-restricted-imports': [
        'error',
        {paths: [{name: 'zod', message: "Pages import 'zod/mini'."}], patterns: [NO_UNSAFE_DIRECTIVES]},
      ],
    },
  },
  {
    files: ['packages/core/src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Date', 'window', 'document', 'fetch'],
      'no-restricted-properties': [
        'error',
        {object: 'Math', property: 'random', message: 'Random comes in as an argument.'},
      ],
    },
  },
  {
    files: ['packages/collector/**/*.ts'],
    rules: {
      'no-restricted-imports': 'off',
      // A server writes to connections, and has no document.
      'no-restricted-properties': ['error', ...NO_HTML_FROM_DATA.filter(({property}) => property !== 'write')],
    },
  },
  {files: ELEMENTS, ...lit['flat/recommended']},
  {files: ELEMENTS, ...wc['flat/best-practice']},
  {files: ['packages/elements/**/*.ts'], plugins: {'lit-a11y': litA11y}, rules: litA11y.configs.recommended.rules},
  {
    files: TESTS,
    rules: {
      'max-lines': 'off',
      'max-params': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked]},
);
