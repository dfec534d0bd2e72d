// No HTML from data and no code from text, in what a page loads: looked for in the bundle, outside the Lit chunk.
import {readFileSync} from 'node:fs';

const FORBIDDEN = [
  /\beval\(/,
  /\bnew Function\b/,
  /\.innerHTML\b/,
  /\.outerHTML\b/,
  /insertAdjacentHTML/,
  /document\.write/,
  /unsafeHTML/,
];

export function check(folder = 'dist/embed/') {
  const files = Object.keys(JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')));
  return files
    .filter(file => !/^chunks\/lit-/.test(file))
    .flatMap(file => {
      const code = readFileSync(folder + file, 'utf8');
      return FORBIDDEN.filter(pattern => pattern.test(code)).map(pattern => `${file}: ${String(pattern)}`);
    });
}
