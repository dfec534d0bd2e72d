import {parseFile} from '@samenwaarde/core/files';
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

/** Milliseconds after which a server that does not answer counts as unreachable. */
const PATIENCE = 20_000;

/** The file at an address. No credentials go along. */
export async function fetched(address: string, fetcher: typeof fetch): Promise<Content> {
  const response = await fetcher(address, {credentials: 'omit', signal: AbortSignal.timeout(PATIENCE)});
  if (!response.ok) {
    const isGone = response.status === 404 || response.status === 410;
    return failed(isGone ? 'not-found' : 'unreachable', `status ${response.status}`);
  }
  const content = read(await response.text());
  const isOnTheWeb = /^https?:/.test(new URL(address, document.baseURI).protocol);
  if (content.type === 'failed' || content.known.isPublished || !isOnTheWeb) return content;
  return failed('not-for-publication', 'it is a backup, which holds every ballot');
}

/** The records in a text: a backup or a publication, all of it or nothing. */
export function read(text: string): Content {
  const parsed = parseFile(text);
  if (parsed.type === 'refused') {
    const isNewer = parsed.problems.some(({reason}) => reason === 'newer-version') || isCollector(text);
    return failed(isNewer ? 'too-new' : 'not-understood', parsed.problems[0]?.detail ?? '');
  }
  const {file} = parsed;
  if (file.kind === 'parcel') return failed('not-understood', 'it is a parcel, which is for import');
  const records = new Map(file.records.map(record => [record.id, record]));
  if (file.kind === 'backup') return {type: 'ready', known: {...nothingKnown, records}};
  const {results, voteResults} = file;
  return {type: 'ready', known: {records, results, voteResults, isPublished: true}};
}

/** The answer of a collector is no broken file: it is more than this version can read. */
function isCollector(text: string): boolean {
  return /^\s*\{[^{}[\]]*"kind"\s*:\s*"alliance"/.test(text);
}

function failed(reason: Failure, detail: string): Failed {
  return {type: 'failed', reason, detail};
}
