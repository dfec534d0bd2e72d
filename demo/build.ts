import {backup} from '@samenwaarde/core/files';
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {dataBlock, ours} from './html.js';
import type {Kit, Page} from './page.js';
import {docsPages} from './pages/docs.js';
import {bowlingGreen} from './pages/bowling-green.js';
import {notFound} from './pages/not-found.js';
import {overview} from './pages/overview.js';
import {standalone} from './pages/standalone.js';
import {together} from './pages/together.js';
import {coreValuesPage} from './pages/ververij/core-values.js';
import {index} from './pages/ververij/index.js';
import {plans} from './pages/ververij/plans.js';
import {privacy} from './pages/ververij/privacy.js';
import {said} from './pages/ververij/said.js';
import {scribe} from './pages/ververij/scribe.js';
import {widgetIndex, widgetPages} from './pages/widgets.js';
import {ververij} from './sites/ververij/alliance.js';

export interface Folders {
  /** Where the sources of the demo are: drawings, styles and data are copied from there. */
  readonly from: string;
  /** Where the site is written. */
  readonly out: string;
}

/** Every page of the demo. `embedLine` is what the build prints; `from` holds the drawings. */
export function pages(from: string, embedLine: string): Page[] {
  const kit: Kit = {
    embedLine: ours(embedLine),
    drawing: name => ours(hidden(readFileSync(join(from, 'sites/ververij/images', `${name}.svg`), 'utf8'))),
    ververij: dataBlock(backup(ververij())),
  };
  const ofVerverij = [index, said, coreValuesPage, plans, scribe, privacy];
  const others = [bowlingGreen, standalone, together, widgetIndex, overview, notFound];
  return [
    ...ofVerverij.map(page => page(kit)),
    ...others.map(page => page(kit)),
    ...widgetPages(kit),
    ...docsPages(kit, join(from, '../docs')),
  ];
}

/**
 * Writes pages, styles, drawings and data, and beside the site the backup of Samen Ververij for a collector. What is already in `out` and not ours, such as bundled scripts, stays.
 */
export function writeDemo({from, out}: Folders, embedLine: string): void {
  for (const {path, html} of pages(from, embedLine)) write(join(out, path), html.text);
  write(join(out, '../ververij.json'), JSON.stringify(backup(ververij())));
  copy(join(from, 'styles'), join(out, 'styles'));
  copy(join(from, 'sites/ververij/images'), join(out, 'images'));
  cpSync(join(from, 'sites/bowling-green/statements.csv'), join(out, 'bowling-green/statements.csv'));
  cpSync(join(from, 'sites/bowling-green/ATTRIBUTION.md'), join(out, 'bowling-green/ATTRIBUTION.md'));
}

/** A drawing says nothing by itself: the page around it says what it shows. */
function hidden(svg: string): string {
  return svg.replace('<svg ', '<svg aria-hidden="true" focusable="false" ');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
}

function copy(from: string, to: string): void {
  rmSync(to, {recursive: true, force: true});
  mkdirSync(to, {recursive: true});
  for (const name of readdirSync(from)) cpSync(join(from, name), join(to, name));
}
