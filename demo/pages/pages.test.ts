import assert from 'node:assert/strict';
import {dirname} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {pages} from '../build.js';
import {address} from '../page.js';
import {coreValues} from '../sites/ververij/core-values.js';
import {place, question, recognised} from '../sites/ververij/place.js';
import {proposals, verfplein, wonen} from '../sites/ververij/plans.js';
import {sayings} from '../sites/ververij/sayings.js';
import {markedText} from '../sites/ververij/marked-text.js';

const LINE = '<script type="module" src="/embed/0.0.0/samenwaarde.js" integrity="sha384-x" crossorigin></script>';
const from = dirname(dirname(fileURLToPath(import.meta.url)));
const all = pages(from, LINE);
const documents = new Map(all.map(({path, html}) => [path, html.text]));

/** What can be read on a page: without markup, data blocks and line breaks. */
function words(markup: string): string {
  return markup
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}

const read = words(
  [...documents]
    .filter(([path]) => path === 'index.html' || path.startsWith('ververij/'))
    .map(([, html]) => html)
    .join(' '),
);

const sentences = [
  place.alliance,
  place.purpose,
  ...place.partners,
  ...question.versions.flatMap(version => [version.text, 'reaction' in version ? version.reaction : '']),
  question.prompts.join(' '),
  ...sayings.map(({said}) => markedText(said).text),
  ...coreValues.flatMap(({name, alsoProposed, sides, levels}) => [
    name,
    ...alsoProposed,
    ...Object.values(sides).map(({text}) => text),
    ...Object.values(levels),
  ]),
  recognised.objection,
  recognised.answer,
  recognised.condition,
  ...[verfplein, wonen].flatMap(({name, versions}) => [
    name,
    ...versions.flatMap(({text, reasons}) => [text, ...reasons.map(reason => reason.text)]),
  ]),
  ...proposals.flatMap(({text, answer, outcome}) => [text, answer, outcome]),
];

test('every text of the alliance can be read on its site', () => {
  assert.deepEqual(
    sentences.filter(sentence => !read.includes(sentence)),
    [],
  );
});

test('every page says that it is an example', () => {
  for (const [path, html] of documents) assert.match(html, /Dit is een voorbeeld\. Elzendrecht bestaat niet\./, path);
});

test('what is still to be revealed is on no page', () => {
  const plans = words(documents.get('ververij/plannen.html') ?? '');
  assert.doesNotMatch(plans.slice(plans.indexOf('Ontwerp')), /8,0|7,3|7,5|6,3|Voldoende op alle/);
});

test('links lead to a page and a place that exist', () => {
  const ids = new Map(
    all.map(({path, html}) => [address(path), new Set([...html.text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  );
  const files = /^\/(images|styles|scripts|embed|vendor)\/|\.(csv|md)$/;
  const ofCollector = /^\/(beheer|v1)(\/|$)/;
  for (const [path, html] of documents) {
    for (const [, href = ''] of html.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      const {host, pathname, hash} = new URL(href, `http://demo${address(path)}`);
      if (host !== 'demo' || files.test(pathname) || ofCollector.test(pathname)) continue;
      const page = ids.get(pathname) ?? ids.get(`${pathname}index.html`);
      assert.ok(page, `${path} links to ${href}`);
      if (hash) assert.ok(page.has(decodeURIComponent(hash.slice(1))), `${path} links to ${href}`);
    }
  }
});

test('every page has one first heading, and headings that skip no level', () => {
  for (const [path, html] of documents) {
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    assert.equal(levels.filter(level => level === 1).length, 1, path);
    levels.forEach((level, at) => assert.ok(level <= (levels[at - 1] ?? 0) + 1, `${path}: h${level}`));
  }
});

test('nothing on a page needs an exception to the policy', () => {
  for (const [path, html] of documents) {
    assert.doesNotMatch(html, / style=| on[a-z]+=|<style|javascript:/i, path);
    const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes = '']) => attributes);
    for (const script of scripts) assert.match(script, / src="\/|type="application\/json"/, path);
  }
});

test('no page holds a telephone number', () => {
  for (const [path, html] of documents) assert.doesNotMatch(words(html), /06[ -]?12/, path);
});
