import {parseFile} from '@samenwaarde/core/files';
import type {Link} from './collector.js';
import {nothingKnown, type Known} from './records.js';
import type {Failure} from './shown.js';

/** Why what a page brings could not be read. */
export interface Failed {
  readonly type: 'failed';
  readonly reason: Failure;
  /** What its maker has to know. */
  readonly detail: string;
}

/** What a page brings: the records of a file. */
export type Content = Failed | {readonly type: 'ready'; readonly known: Known};

/** What came from an address. */
export interface Reading {
  readonly content: Content;
  /** It is the answer of a collector. */
  readonly isAlliance: boolean;
  /** The same text is the same content. */
  readonly text?: string;
}

/** Milliseconds after which a server that does not answer counts as unreachable. */
const PATIENCE = 20_000;

/** The file at an address, or the alliance that a collector keeps there. No credentials go along. */
export async function fetched(address: string, link: Link): Promise<Content> {
  const url = new URL(address, document.baseURI);
  const first = await readingOf(url, link.fetcher);
  const {content, isAlliance} = first;
  const isAway = content.type === 'failed' && content.reason === 'unreachable';
  if (!isAlliance && !(isAway && isOfCollector(url))) return content;
  const {connected} = await import('./remote/remote.js');
  return connected({url, first, again: () => readingOf(url, link.fetcher, 'no-cache')}, link);
}

/** An alliance of a collector has an address that says so, also when nobody answers there. */
function isOfCollector({pathname}: URL): boolean {
  return /\/v1\/alliances\/[^/]+\/?$/.test(pathname);
}

/** What is there. With `no-cache` a browser that has it already asks whether it changed. */
async function readingOf(url: URL, fetcher: typeof fetch, cache: RequestCache = 'default'): Promise<Reading> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    return await readingIn(url, await fetcher(url.href, {credentials: 'omit', cache, signal}));
  } catch (error) {
    return {content: failed('unreachable', String(error)), isAlliance: false};
  }
}

async function readingIn(url: URL, response: Response): Promise<Reading> {
  if (!response.ok) {
    const isGone = response.status === 404 || response.status === 410;
    return {content: failed(isGone ? 'not-found' : 'unreachable', `status ${response.status}`), isAlliance: false};
  }
  const text = await response.text();
  const {content, kind} = parsed(text);
  const isOnTheWeb = /^https?:/.test(url.protocol);
  if (kind === 'backup' && isOnTheWeb) {
    return {content: failed('not-for-publication', 'it is a backup, which holds every ballot'), isAlliance: false};
  }
  return {content, isAlliance: kind === 'alliance', text};
}

/** The records in a text: a backup or a publication, all of it or nothing. */
export function read(text: string): Content {
  const {content, kind} = parsed(text);
  return kind === 'alliance'
    ? failed('not-understood', 'it is the answer of a collector, whose address is for src')
    : content;
}

function parsed(text: string): {readonly content: Content; readonly kind?: string} {
  const file = parseFile(text);
  if (file.type === 'refused') {
    const isNewer = file.problems.some(({reason}) => reason === 'newer-version') || isCollector(text);
    return {content: failed(isNewer ? 'too-new' : 'not-understood', file.problems[0]?.detail ?? '')};
  }
  const {kind} = file.file;
  if (kind === 'parcel') return {content: failed('not-understood', 'it is a parcel, which is for import')};
  const records = new Map(file.file.records.map(record => [record.id, record]));
  if (kind === 'backup') return {content: {type: 'ready', known: {...nothingKnown, records}}, kind};
  const {results, voteResults} = file.file;
  return {content: {type: 'ready', known: {records, results, voteResults, isPublished: true}}, kind};
}

/** The answer of a collector is no broken file: it is more than this version can read. */
function isCollector(text: string): boolean {
  return /^\s*\{[^{}[\]]*"kind"\s*:\s*"alliance"/.test(text);
}

function failed(reason: Failure, detail: string): Failed {
  return {type: 'failed', reason, detail};
}
