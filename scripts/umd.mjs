/**
 * Papa Parse is published as UMD only: this lets it be imported as a module, in the bundle and in the tests.
 *
 * @returns the module's code, or undefined when `path` is another file
 */
export function asModule(path, code) {
  if (!/node_modules\/papaparse\/papaparse(\.min)?\.js$/.test(path)) return undefined;
  return `const module = {exports: {}}; const exports = module.exports;\n${code};\nexport default module.exports;`;
}
