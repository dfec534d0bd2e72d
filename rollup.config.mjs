import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {createHash} from 'node:crypto';
import {minifyTemplateLiterals} from 'rollup-plugin-minify-template-literals';
import {asModule} from './scripts/umd.mjs';

/** Name under which chunks find the loader that checks every file before it runs. */
const LOADER = "globalThis[Symbol.for('samenwaarde.import')]";

/** Stands for the hashes of a chunk until all files have their final bytes. */
const HASHES = '__SAMEN_HASHES__';

const hash = (algorithm, code) => createHash(algorithm).update(code).digest('base64');
const fileName = path => path.slice(path.lastIndexOf('/') + 1);

/**
 * Sends every `import()` through the loader that checks files, with the hashes of all that comes along, and writes
 * down what was built. A file's hash is known once its own `import()`s have theirs: the deepest first.
 */
function integrity() {
  return {
    name: 'integrity',
    renderDynamicImport: ({targetChunk}) => (targetChunk ? {left: `${LOADER}(`, right: `, "${HASHES}")`} : null),
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const done = new Set();
        const finish = (file, under) => {
          if (done.has(file)) return;
          if (under.includes(file))
            this.error(`${[...under, file].join(' → ')} import each other: no hash can be first`);
          const here = withImports(bundle, file);
          bundle[file].code = bundle[file].code.replace(IMPORT, (whole, start, quote, path) => {
            const target = Object.keys(bundle).find(name => fileName(name) === fileName(path));
            const coming = [...withImports(bundle, target)].filter(name => !here.has(name));
            coming.forEach(name => finish(name, [...under, file]));
            const hashes = coming.map(name => [fileName(name), hash('sha256', bundle[name].code)]);
            return `${start}${quote}${path}${quote},${JSON.stringify(Object.fromEntries(hashes))})`;
          });
          done.add(file);
        };
        Object.keys(bundle).forEach(file => finish(file, []));
        const left = Object.keys(bundle).filter(file => bundle[file].code.includes(HASHES));
        if (left.length > 0) this.error(`${left.join(', ')} imports something without a hash`);
        this.emitFile({
          type: 'asset',
          fileName: 'manifest.json',
          source: JSON.stringify(describe(Object.values(bundle)), null, 2),
        });
      },
    },
  };
}

/** A call of the loader after minifying: its start, the quote, the path. */
const IMPORT = new RegExp(`(samenwaarde\\.import[^(]{0,4}\\]\\()(["'\`])([^"'\`]+)\\2,["'\`]${HASHES}["'\`]\\)`, 'g');

/** A file and everything it imports statically, however deep. */
function withImports(bundle, file, seen = new Set()) {
  if (!seen.has(file)) {
    seen.add(file);
    bundle[file].imports.forEach(deeper => withImports(bundle, deeper, seen));
  }
  return seen;
}

function describe(files) {
  const entries = files
    .filter(({type}) => type === 'chunk')
    .map(({fileName: path, code, imports, dynamicImports}) => [
      path,
      {integrity: `sha384-${hash('sha384', code)}`, bytes: Buffer.byteLength(code), imports, dynamicImports},
    ]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const umd = () => ({
  name: 'umd',
  transform: (code, id) => (asModule(id, code) ? {code: asModule(id, code), map: null} : null),
});

/** With its slash: in a drawing a shape that is not closed swallows the next one, which is then not drawn. */
const minify = () => [
  minifyTemplateLiterals({
    exclude: ['**/node_modules/**'],
    options: {minifyOptions: {conservativeCollapse: true, removeAttributeQuotes: false, keepClosingSlash: true}},
  }),
  terser({
    ecma: 2022,
    module: true,
    compress: {passes: 3, unsafe_arrows: true, pure_getters: true},
    format: {comments: false},
  }),
];

const quiet = (warning, next) => ['THIS_IS_UNDEFINED', 'CIRCULAR_DEPENDENCY'].includes(warning.code) || next(warning);

/**
 * What comes together: English with what every widget needs later, one foundation under all widgets with Lit in it, one
 * part for what people gave, and zod with the schemas.
 */
const TOGETHER = {
  later: /elements\/dist\/shared\/(about\.english|save-file)\.js$/,
  widgets:
    /node_modules\/(lit|lit-html|lit-element|@lit\/reactive-element|tslib)\/|elements\/dist\/shared\/(about|choice-converter|connect|draft-event|request|controls|heading|keep-focus|late-part|texts-converter|tokens|unreachable|voice)/,
  given: /elements\/dist\/shared\/(contribution|own-contribution|personal-data)|core\/dist\/personal-data/,
  zod: /node_modules\/zod\/|core\/dist\/schema\.js$/,
};

function manualChunks(id) {
  return Object.keys(TOGETHER).find(name => TOGETHER[name].test(id));
}

/** A chunk that registers a tag is named after it: whoever reads a list of requests knows what came. */
function chunkFileNames({moduleIds, name}) {
  const defines = moduleIds.map(id => /(?:elements\/dist\/([^/]+)|connect\/dist)\/define\.js$/.exec(id)).find(Boolean);
  return `chunks/${defines ? `samen-${defines[1] ?? 'alliance'}` : name}-[hash].js`;
}

/** dist/embed: what a page loads. npm users get the unbundled modules that tsc wrote. */
const embed = {
  input: {samenwaarde: 'packages/embed/dist/samenwaarde.js'},
  onwarn: quiet,
  plugins: [nodeResolve({browser: true, exportConditions: ['production', 'browser']}), umd(), minify(), integrity()],
  output: {
    dir: 'dist/embed',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames,
    hashCharacters: 'base36',
    manualChunks,
    onlyExplicitManualChunks: true,
  },
};

export default [embed];
