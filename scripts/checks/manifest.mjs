// custom-elements.json as it would be made now; the check that the kept one has not drifted.
import {readFileSync, writeFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {run} from '../run.mjs';

const KEPT = 'packages/elements/custom-elements.json';
/** The analyzer takes a folder inside the project only. */
const MADE = 'node_modules/.cache/manifest';
const TAGS = ['samen-quote-capture', 'samen-rubric-vote', 'samen-plan-ballot', 'samen-scorecard', 'samen-alliance'];

function make() {
  run('custom-elements-manifest', ['analyze', '--config', 'cem.config.mjs', '--outdir', MADE, '--quiet']);
  return readFileSync(`${MADE}/custom-elements.json`, 'utf8');
}

export function check() {
  const made = make();
  // The analyzer ignores a configuration it cannot read: so look whether the widgets are really in it.
  const missing = TAGS.filter(tag => !made.includes(`"tagName": "${tag}"`));
  const drift =
    made === readFileSync(KEPT, 'utf8')
      ? []
      : [`${KEPT} is not what the sources say: node scripts/checks/manifest.mjs`];
  return [...missing.map(tag => `${KEPT}: ${tag} is not in it`), ...drift];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(KEPT, make());
