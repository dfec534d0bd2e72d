// No HTML from data and no code from text, in what a page loads. Lit makes its templates with one `innerHTML`, in the
// chunk that it is in; there is no other.
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

const OF_LIT = /(\w+)\.innerHTML=/;

export function check(folder = 'dist/embed/') {
  const files = Object.keys(JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')));
  return files.flatMap(file => {
    const whole = readFileSync(folder + file, 'utf8');
    const code = /^chunks\/widgets-/.test(file) ? whole.replace(OF_LIT, '') : whole;
    return FORBIDDEN.filter(pattern => pattern.test(code)).map(pattern => `${file}: ${String(pattern)}`);
  });
}
