import {importFile, type ReportedRecord} from '@samenwaarde/core';
import {backup, parcel, parseFile, publication, type AllianceFile, type Problem} from '@samenwaarde/core/files';
import type {AnyRecord} from '@samenwaarde/core/schema';
import {ownIds} from './giving.js';
import {words, type FindingReason, type Language} from './files-door.messages.js';
import type {Change} from './kept.js';
import {random} from './random.js';
import {ofKind} from './records.js';
import type {Ready} from './snapshot.js';

export type {Language};

/**
 * What a file is made for: to put back, to publish, or to hand to the facilitator. A parcel holds what everybody gave on
 * this device, `own` is a parcel of the present person alone.
 */
export type ExportedFor = 'backup' | 'publication' | 'parcel' | 'own';

/** Something about one record of a file, or about the file as a whole. */
export interface Finding {
  readonly reason: FindingReason;
  /** Number of the record in the file, from 1. */
  readonly record?: number;
  /** Kind and id of the record, and the key that it is about, where it has them. */
  readonly kind?: string;
  readonly id?: string;
  readonly key?: string;
  /** All of it in one sentence, to show. */
  readonly words: string;
}

/** What an import did: all of the file, or nothing at all. */
export interface ImportReport {
  /** Number of records that were not there, that took the place of an older version, and that changed nothing. */
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  /** What deserves a look, and was no reason to refuse the file. */
  readonly reported: readonly Finding[];
  /** Why nothing was taken in. Not there when the file was. */
  readonly refused?: readonly Finding[];
}

/** Most bytes of a file that is read at all: `LONGEST_FILE` of core in UTF-8, at most three bytes a unit. */
const MOST_BYTES = 150_000_000;

type Taking = (ready: Ready) => {readonly report: ImportReport; readonly changes: readonly Change[]};

/** Reads a file, so that it can be taken in at once afterwards. `lang`: of the page around it, such as `en-GB`. */
export async function opened(file: Blob | string, lang?: string | null): Promise<Taking> {
  const language: Language = /^en\b/i.test(lang ?? '') ? 'en' : 'nl';
  if (typeof file !== 'string' && file.size > MOST_BYTES) return refusing([plain('too-large', language)]);
  const parsed = parseFile(typeof file === 'string' ? file : await file.text());
  if (parsed.type === 'refused') return refusing(parsed.problems.map(problem => found(problem, language)));
  const {file: read} = parsed;
  if (read.kind === 'publication' || read.kind === 'alliance') return refusing([plain('a-publication', language)]);
  const loose = parsed.reported.map(problem => found(problem, language));
  return ready => takenIn(ready, {file: read, loose, language});
}

/** A file that can be taken in, with what is loose in it. */
interface Read {
  readonly file: Exclude<AllianceFile, {readonly kind: 'publication' | 'alliance'}>;
  readonly loose: readonly Finding[];
  readonly language: Language;
}

function takenIn({known}: Ready, {file, loose, language}: Read): ReturnType<Taking> {
  if (known.collector) return {report: refusal([plain('at-a-collector', language)]), changes: []};
  const imported = importFile([...known.records.values()], file);
  if (imported.type === 'refused') return {report: refusal([plain('another-alliance', language)]), changes: []};
  const {added, replaced, unchanged, records} = imported;
  const places = new Map(file.records.map(({id}, place) => [id, place + 1]));
  const reported = imported.reported.map(record => told(record, places.get(record.id) ?? 0, language));
  return {
    report: {added, replaced, unchanged, reported: [...loose, ...reported]},
    changes: records
      .filter(record => known.records.get(record.id) !== record)
      .map((record): Change => ({store: 'records', key: record.id, value: record})),
  };
}

/**
 * The alliance as a file: everything, what everybody may read, or what was given on this device and is with no collector.
 *
 * @throws Error where there is no alliance, or where it came as a publication, which has no ballots to put in a file.
 */
export function fileFor(purpose: ExportedFor, {known, device}: Ready): File {
  const [alliance] = ofKind(known, 'alliance');
  if (!alliance) throw new Error('There is no alliance here to make a file of. Import a backup first.');
  if (known.isPublished && (purpose === 'backup' || purpose === 'publication')) {
    throw new Error(
      `This alliance came as a publication, without its ballots: a ${purpose} can be made only where they are.`,
    );
  }
  const records = [...known.records.values()];
  const unsent = [...device.outbox.values()].flatMap(({record}) => record ?? []);
  const given = known.collector ? unsent : records.filter(({id}) => device.receipts.has(id));
  const own = ownIds(device);
  const text = JSON.stringify(contents(purpose, {alliance: alliance.id, records, given, isOwn: id => own.has(id)}));
  const name = purpose === 'own' ? 'parcel' : purpose;
  return new File([text], `${slug(alliance.name)}-${name}.json`, {type: 'application/json'});
}

interface Exported {
  readonly alliance: string;
  readonly records: readonly AnyRecord[];
  readonly given: readonly AnyRecord[];
  readonly isOwn: (id: string) => boolean;
}

function contents(purpose: ExportedFor, {alliance, records, given, isOwn}: Exported): unknown {
  switch (purpose) {
    case 'backup':
      return backup(records);
    case 'publication':
      return publication(records, random);
    case 'parcel':
      return parcel(alliance, given, random);
    case 'own':
      return parcel(
        alliance,
        given.filter(({id}) => isOwn(id)),
        random,
      );
    default:
      throw new TypeError(`export({for}) takes backup, publication, parcel or own, not “${String(purpose)}”.`);
  }
}

function slug(name: string): string {
  const plainLetters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plainLetters.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'alliance';
}

function refusing(findings: readonly Finding[]): Taking {
  return () => ({report: refusal(findings), changes: []});
}

function refusal(refused: readonly Finding[]): ImportReport {
  return {added: 0, replaced: 0, unchanged: 0, reported: [], refused};
}

function plain(reason: FindingReason, language: Language): Finding {
  return {reason, words: words(reason, {}, language)};
}

function found({reason, path, kind, id, key}: Problem, language: Language): Finding {
  const place = /^records\[(\d+)\]/.exec(path)?.[1];
  const about = {
    ...(place && {record: Number(place) + 1}),
    ...(kind && {kind}),
    ...(id && {id}),
    ...(key && {key}),
  };
  return {reason, ...about, words: words(reason, about, language)};
}

function told({reason, kind, id}: ReportedRecord, record: number, language: Language): Finding {
  const about = {record, kind, id};
  return {reason, ...about, words: words(reason, about, language)};
}
