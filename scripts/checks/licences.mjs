// Every file has a licence by REUSE.toml, and the licence's text is in LICENSES.
import {existsSync, readFileSync} from 'node:fs';
import {matchesGlob} from './glob.mjs';
import {projectFiles} from './files.mjs';

/** Files without a licence, licences without a text: one line each. */
export function check() {
  const notes = annotations(readFileSync('REUSE.toml', 'utf8'));
  const unlicensed = projectFiles()
    .filter(path => !path.startsWith('LICENSES/'))
    .filter(path => !notes.some(({paths}) => paths.some(glob => matchesGlob(path, glob))))
    .map(path => `${path}: no licence in REUSE.toml`);
  const textless = [...new Set(notes.map(({licence}) => licence))]
    .filter(licence => !existsSync(`LICENSES/${licence}.txt`))
    .map(licence => `LICENSES/${licence}.txt is missing`);
  return [...unlicensed, ...textless];
}

function annotations(toml) {
  return toml
    .split('[[annotations]]')
    .slice(1)
    .map(block => ({
      paths: [...(/^path = \[([\s\S]*?)\]/m.exec(block)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(([, path]) => path),
      licence: /^SPDX-License-Identifier = "([^"]+)"/m.exec(block)?.[1] ?? 'none',
    }));
}
