// The tables of attributes, events, parts and properties in the docs, made from custom-elements.json.
import {readFileSync, writeFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

const MANIFEST = 'packages/elements/custom-elements.json';
const START = '<!-- api: made by scripts/checks/tables.mjs -->';
const END = '<!-- /api -->';

/** Pages by tag: every widget, and the alliance around them. */
export const PAGES = [
  'samen-quote-capture',
  'samen-rubric-vote',
  'samen-plan-ballot',
  'samen-scorecard',
  'samen-alliance',
].map(tag => ({
  tag,
  path: `docs/widgets/${tag}.md`,
}));

/** Pages whose table is not what the manifest says: one line each. */
export function check() {
  return PAGES.filter(({tag, path}) => readFileSync(path, 'utf8') !== withTables(readFileSync(path, 'utf8'), tag)).map(
    ({path}) => `${path}: its tables are old: node scripts/checks/tables.mjs`,
  );
}

function withTables(page, tag) {
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`docs/widgets/${tag}.md has no place for its tables`);
  return `${before}${START}\n\n## Attributes, events and parts\n\n${tables(declarationOf(tag)).join('\n\n')}\n\n${END}${after}`;
}

function declarationOf(tag) {
  const {modules} = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const found = modules.flatMap(({declarations = []}) => declarations).find(({tagName}) => tagName === tag);
  if (!found) throw new Error(`${MANIFEST} has no ${tag}`);
  return found;
}

function tables({members = [], attributes = [], events = [], slots = [], cssParts = [], cssProperties = []}) {
  const open = members.filter(({privacy = 'public'}) => privacy === 'public');
  const properties = open.filter(({kind, static: fixed}) => kind === 'field' && !fixed);
  const methods = open.filter(
    ({kind, inheritedFrom}) => kind === 'method' && !inheritedFrom && !/Callback$|^(render|handleEvent)$/.test(kind),
  );
  const attributeOf = field => attributes.find(({fieldName, name}) => (fieldName ?? name) === field)?.name;
  const onlyAttributes = attributes.filter(
    ({name, fieldName}) => !properties.some(property => property.name === (fieldName ?? name)),
  );
  return [
    table(
      'Properties and attributes',
      ['property', 'attribute', 'type', 'default', 'what it means'],
      [
        ...properties.map(({name, type, default: standard, description}) => [
          code(name),
          code(attributeOf(name)),
          code(type?.text),
          code(standard),
          description,
        ]),
        ...onlyAttributes.map(({name, type, default: standard, description}) => [
          '',
          code(name),
          code(type?.text),
          code(standard),
          description,
        ]),
      ],
    ),
    table(
      'Methods',
      ['method', 'what it does'],
      methods
        .filter(({name}) => !/Callback$/.test(name) && !name.startsWith('render'))
        .map(({name, description}) => [code(`${name}()`), description]),
    ),
    table(
      'Events',
      ['event', 'class', 'when'],
      events.filter(({name}) => name).map(({name, type, description}) => [code(name), code(type?.text), description]),
    ),
    table(
      'Slots',
      ['slot', 'what belongs there'],
      slots.map(({name, description}) => [name ? code(name) : 'default', description]),
    ),
    table(
      'Parts',
      ['part', 'what it is'],
      cssParts.map(({name, description}) => [code(name), description]),
    ),
    table(
      'Custom properties',
      ['property', 'default', 'what it sets'],
      cssProperties.map(({name, default: standard, description}) => [code(name), code(standard), description]),
    ),
  ].filter(Boolean);
}

function table(title, heads, rows) {
  if (rows.length === 0) return undefined;
  const line = cells =>
    `| ${cells.map(cell => (cell ?? '').replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')).join(' | ')} |`;
  return [`### ${title}`, '', line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = text => (text ? `\`${text}\`` : '');

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const {tag, path} of PAGES) writeFileSync(path, withTables(readFileSync(path, 'utf8'), tag));
