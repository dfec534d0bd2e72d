/** What the widgets offer, as custom-elements.json: read by editors, by the docs, and checked for drift. */
export default {
  globs: ['packages/elements/src/*/*.ts', 'packages/connect/src/{alliance,define}.ts'],
  exclude: ['**/*.test.ts', '**/*.test-helper.ts', '**/*.examples.ts', '**/*.styles.ts', '**/*.messages.ts'],
  outdir: 'packages/elements',
  litelement: true,
};
