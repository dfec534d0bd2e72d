import type {AnyRecord, Kind} from './schema.js';

/** One record naming another. */
export interface Reference {
  /** Where it is named: `profileVersion`. */
  readonly key: string;
  readonly kind: Kind;
  readonly id: string;
  /**
   * - `always`: without it no figure of the record could be trusted.
   * - `publication`: part of the thread from a value to the words behind it, which must hold for everybody who reads.
   *   In a backup it may be loose: people withdraw their quotes.
   * - `hoped`: a loose end does no harm.
   */
  readonly need: 'always' | 'publication' | 'hoped';
}

const needed =
  (need: Reference['need']) =>
  (key: string, kind: Kind, ids: readonly (string | undefined)[]): Reference[] =>
    ids.flatMap(id => (id === undefined ? [] : [{key, kind, id, need}]));
const always = needed('always');
const inPublication = needed('publication');
const hoped = needed('hoped');

/** Every record that this one names. A decision names any contribution, also withdrawn ones: not listed. */
export function references(record: AnyRecord): readonly Reference[] {
  switch (record.kind) {
    case 'source-count':
      return always('question', 'question', [record.question]);
    case 'highlight':
      return [...inPublication('quote', 'quote', [record.quote]), ...inPublication('value', 'value', [record.value])];
    case 'rubric':
      return [
        ...inPublication('values', 'value', record.values),
        ...inPublication('facets', 'value', inFacets(record.facets)),
        ...hoped('within', 'rubric', [record.within]),
      ];
    case 'name-proposal':
      return hoped('rubric', 'rubric', [record.rubric]);
    case 'profile-version':
      return record.coreValues.flatMap(({rubric, facets}) => [
        ...hoped('coreValues', 'rubric', [rubric]),
        ...inPublication('coreValues', 'value', inFacets(facets)),
      ]);
    case 'vote-round':
      return always('rubrics', 'rubric', record.rubrics);
    case 'plan-version':
      return always('plan', 'plan', [record.plan]);
    case 'round':
      return [
        ...always('planVersion', 'plan-version', [record.planVersion]),
        ...always('profileVersion', 'profile-version', [record.profileVersion]),
      ];
    default:
      return hoped(...namedByVoice(record));
  }
}

/** What a contribution or position answers. */
function namedByVoice(record: AnyRecord): [key: string, kind: Kind, ids: string[]] {
  if ('question' in record) return ['question', 'question', [record.question]];
  return 'round' in record
    ? ['round', record.kind === 'rubric-vote' ? 'vote-round' : 'round', [record.round]]
    : ['', record.kind, []];
}

/** The references that lead nowhere, or to a record of another kind. */
export function looseEnds(records: readonly AnyRecord[]): {readonly record: AnyRecord; readonly end: Reference}[] {
  const kinds = new Map(records.map(({id, kind}) => [id, kind]));
  return records.flatMap(record =>
    references(record)
      .filter(({id, kind}) => kinds.get(id) !== kind)
      .map(end => ({record, end})),
  );
}

/** The records without those that name one that is not there, until all hold. What is only hoped for may lack. */
export function holdsTogether<R extends AnyRecord>(records: readonly R[]): R[] {
  const loose = new Set<AnyRecord>(
    looseEnds(records).flatMap(({record, end}) => (end.need === 'hoped' ? [] : [record])),
  );
  return loose.size === 0 ? [...records] : holdsTogether(records.filter(record => !loose.has(record)));
}

function inFacets(facets: Readonly<Record<string, {readonly values: readonly string[]}>> | undefined): string[] {
  return Object.values(facets ?? {}).flatMap(({values}) => values);
}
