// What the docs say is true: commands exist, links and pictures lead somewhere, what is imported is exported.
import {existsSync, readFileSync} from 'node:fs';
import {posix} from 'node:path';
import {projectFiles} from './files.mjs';

/** Commands and links in every Markdown file that lead nowhere: one line each. */
export function check() {
  const {scripts} = JSON.parse(readFileSync('package.json', 'utf8'));
  const pages = projectFiles().filter(path => path.endsWith('.md'));
  return pages.flatMap(path => {
    const text = readFileSync(path, 'utf8');
    return [
      ...missingCommands(text, scripts),
      ...missingPaths(path, text),
      ...missingFiles(text),
      ...missingExports(text),
    ].map(problem => `${path}: ${problem}`);
  });
}

function missingCommands(text, scripts) {
  const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(([, run, short]) => run ?? short);
  const missing = [...new Set(named)].filter(name => !scripts[name]).map(name => `no script "${name}" in package.json`);
  const files = [...text.matchAll(/\bnode ((?:scripts|demo)\/[\w./-]+\.mjs)/g)].map(([, path]) => path);
  return [...missing, ...files.filter(path => !existsSync(path)).map(path => `no file ${path}`)];
}

/** Rooms that are named in the words themselves: `packages/connect/src/rooms.ts`. Those of an example are not there yet. */
function missingFiles(text) {
  const named = [...text.matchAll(/`((?:packages|demo|docs|scripts)\/[\w./-]+)`/g)].map(([, path]) => path);
  return [...new Set(named)]
    .filter(path => !path.includes('coverage') && !existsSync(path))
    .map(path => `there is no ${path}`);
}

/** What an example imports of our packages, and they do not export. */
export function missingExports(text) {
  const imports = [...text.matchAll(/^import (?:\{([^}]*)\} from )?'@samenwaarde\/(\w+)(\/[\w/-]+)?';$/gm)];
  return imports.flatMap(([, names = '', name, entry = '']) => {
    const {exports} = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'));
    const source = exports[`.${entry}`]?.['@samenwaarde/source'];
    if (source === undefined) return [`@samenwaarde/${name} has no entry .${entry}`];
    const exported = readFileSync(posix.join('packages', name, source), 'utf8');
    const wanted = names.split(',').flatMap(each => each.trim().replace(/^type /, '') || []);
    return wanted
      .filter(each => !new RegExp(`^export\\b[^;]*\\b${each}\\b`, 'm').test(exported))
      .map(each => `@samenwaarde/${name}${entry} does not export ${each}`);
  });
}

function missingPaths(path, text) {
  const links = [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link.split('#')[0]);
  const local = links.filter(link => link && !/^(https?:|mailto:)/.test(link));
  return local
    .filter(link => !existsSync(posix.join(posix.dirname(path), link)))
    .map(link => `link to ${link} leads nowhere`);
}

function withoutCode(text) {
  return text.replace(/```[\s\S]*?```/g, '').replace(/`[^`]*`/g, '');
}
