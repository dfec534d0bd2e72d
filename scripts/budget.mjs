// What a page really fetches first: a file and everything it imports, gzip -9, against the sizes we promise.
import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {pathToFileURL} from 'node:url';

const KB = 1_024;

/** Most bytes, gzipped, by the part of the page; `alone`: without what the page has by then. */
export const BUDGET = {
  'the autoloader': {file: /^samenwaarde\.js$/, most: 2 * KB},
  'quote capture with Lit': {file: /^chunks\/samen-quote-capture-/, most: 16 * KB},
  'rubric vote with Lit': {file: /^chunks\/samen-rubric-vote-/, most: 16 * KB},
  'plan ballot with Lit': {file: /^chunks\/samen-plan-ballot-/, most: 16 * KB},
  'scorecard with Lit, before the radar': {file: /^chunks\/samen-scorecard-/, most: 16 * KB},
  'the alliance with its store': {file: /^chunks\/samen-alliance-/, most: 8 * KB},
  'zod and the schemas': {file: /^chunks\/zod-/, most: 12 * KB, alone: true},
  'the radar': {file: /^chunks\/radar-chart-[^-]*$/, most: 48 * KB, alone: true},
};

function closure(manifest, file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  manifest[file].imports.forEach(deeper => closure(manifest, deeper, seen));
  return seen;
}

export function measure(folder = 'dist/embed/') {
  const read = file => readFileSync(folder + file);
  const manifest = JSON.parse(read('manifest.json'));
  return Object.entries(BUDGET).map(([name, {file, most, alone}]) => {
    const start = Object.keys(manifest).find(path => file.test(path));
    if (!start) throw new Error(`no file for ${name}`);
    const files = alone ? [start] : [...closure(manifest, start)];
    const bytes = files.reduce((sum, path) => sum + gzipSync(read(path), {level: 9}).length, 0);
    return {name, bytes, most};
  });
}

export function checkBudget() {
  const rows = measure();
  for (const {name, bytes, most} of rows)
    console.log(
      `  ${bytes > most ? '✕' : ' '} ${name.padEnd(38)} ${String(bytes).padStart(6)} of ${String(most).padStart(6)} bytes`,
    );
  const over = rows.filter(({bytes, most}) => bytes > most);
  if (over.length > 0) throw new Error(`too large: ${over.map(({name}) => name).join(', ')}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) checkBudget();
