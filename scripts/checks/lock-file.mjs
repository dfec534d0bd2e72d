// A lock file with holes installs here and fails on another machine: every optional platform package must be in it.
import {readFileSync} from 'node:fs';
import {projectFiles} from './files.mjs';

/** Holes in the lock file, and versions that are not exact: one line each. */
export function check() {
  const {packages} = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const paths = Object.keys(packages);
  const holes = Object.entries(packages).flatMap(([path, {optionalDependencies = {}}]) =>
    Object.keys(optionalDependencies)
      .filter(name => !paths.some(other => other.endsWith(`node_modules/${name}`)))
      .map(name => `package-lock.json: ${path} → ${name} is missing`),
  );
  return [
    ...holes,
    ...projectFiles()
      .filter(path => /(^|\/)package\.json$/.test(path))
      .flatMap(ranges),
  ];
}

/** lit is what users of the published package share with us: it alone states a range there. */
function ranges(path) {
  const {dependencies = {}, devDependencies = {}} = JSON.parse(readFileSync(path, 'utf8'));
  return Object.entries({...dependencies, ...devDependencies})
    .filter(([name, version]) => name !== 'lit' && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `${path}: ${name} ${version} is not an exact version`);
}
