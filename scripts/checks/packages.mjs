// What each package says it exports is really there, built, and published with it.
import {readFileSync} from 'node:fs';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {projectFiles} from './files.mjs';

/** What publint finds wrong with the packages in these folders, one line each. They must have been built. */
export async function check(folders = everyPackage()) {
  const found = await Promise.all(folders.map(problems));
  return found.flat();
}

function everyPackage() {
  return projectFiles().flatMap(path => /^(packages\/[^/]+)\/package\.json$/.exec(path)?.[1] ?? []);
}

async function problems(folder) {
  const described = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const {messages} = await publint({pkgDir: folder, strict: true});
  return messages.map(message => `${folder}: ${formatMessage(message, described, {color: false})}`);
}
