import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type * as z from 'zod/mini';
import {alliances, makeAlliance, SECRET, seededRandom} from './alliance.test-helper.js';
import {backup, Backup, parcel, Parcel, parseFile, publication, Publication, type AllianceFile} from './files.js';
import {ofKind} from './publication.js';
import {uuid} from './random.js';
import type {AnyRecord, Kind, RecordOf} from './schema.js';

/** The schemas and the types of what the functions make are the same; else this does not compile. */
export const sameTypes: readonly [Backup, Publication, Parcel] | undefined = undefined as
  undefined | readonly [z.infer<typeof Backup>, z.infer<typeof Publication>, z.infer<typeof Parcel>];

const random = seededRandom(7);
const size = {seed: 5, quotes: 8, values: 5, rubrics: 3, ballots: 12, closed: true};
const records = makeAlliance(size);
const byId = (list: readonly AnyRecord[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
const [anAlliance] = ofKind(records, 'alliance');

/** What a stranger would open. */
const sent = (file: unknown) => parseFile(JSON.stringify(file));
const reasonsOf = (file: unknown) => {
  const parsed = typeof file === 'string' ? parseFile(file) : sent(file);
  return parsed.type === 'refused' ? parsed.problems.map(({reason}) => reason) : [];
};
const reportedOf = (file: unknown) => {
  const parsed = sent(file);
  assert.ok(parsed.type === 'ok');
  return parsed.reported;
};
const first = <K extends Kind>(kind: K): RecordOf<K> => {
  const found = ofKind(records, kind)[0];
  assert.ok(found, kind);
  return found;
};
/** A backup in which records of one kind are something else. */
const changed = (kind: Kind, change: Record<string, unknown>) => {
  const file = backup(records);
  return {...file, records: file.records.map(record => (record.kind === kind ? {...record, ...change} : record))};
};
const stranger = '00000000-0000-4000-8000-000000000000';

describe('backup', () => {
  it('comes back exactly, with nothing to report, and says what it is', () => {
    fc.assert(
      fc.property(alliances, all => {
        const file = backup(all);
        assert.deepEqual(sent(file), {type: 'ok', file, reported: []});
        assert.deepEqual(file.records, byId(all));
        assert.match(file.notice, /not for publication/i);
      }),
      {numRuns: 50},
    );
  });

  it('tells nothing by its order', () => {
    assert.deepEqual(backup(records), backup([...records].reverse()));
  });

  it('needs an alliance', () => {
    assert.throws(() => backup([]), /no alliance/);
    assert.throws(() => publication([], random), /no alliance/);
  });

  it('lets in what people changed or withdrew after it was highlighted, and reports it', () => {
    const {quote} = first('highlight');
    const lost = reportedOf(backup(records.filter(({id}) => id !== quote)));
    assert.ok(
      lost.length > 0 &&
        lost.every(({reason, kind, key}) => `${reason} ${kind} ${key}` === 'missing-record highlight quote'),
    );

    const moved = reportedOf(changed('quote', {text: 'Iets heel anders.'}));
    assert.equal(moved.length, ofKind(records, 'highlight').length);
    assert.ok(moved.every(({reason, key}) => reason === 'words-not-in-quote' && key === 'exact'));

    assert.equal(reportedOf(changed('ballot', {round: stranger})).length, size.ballots);
  });
});

describe('parcel', () => {
  it('takes contributions along and nothing else, shuffled', () => {
    const file = parcel(anAlliance!.id, records, random);
    assert.deepEqual(sent(file), {type: 'ok', file, reported: []});
    const voices = records.filter(({kind}) => ['quote', 'rubric-vote', 'ballot', 'reason'].includes(kind));
    assert.deepEqual(byId(file.records), byId(voices));
    assert.notDeepEqual(file.records, voices);
    assert.notDeepEqual(file.records, byId(voices));
    assert.deepEqual(
      parcel(anAlliance!.id, records, seededRandom(1)),
      parcel(anAlliance!.id, [...records].reverse(), seededRandom(1)),
    );
  });

  it('may not bring cards of the method', () => {
    const file = {...parcel(anAlliance!.id, records, random), records: [first('round')]};
    assert.deepEqual(reasonsOf(file), ['unknown-kind']);
  });
});

describe('publication', () => {
  it('opens, and has nothing in it that was not released', () => {
    fc.assert(
      fc.property(alliances, all => {
        const file = publication(all, random);
        assert.deepEqual(sent(file), {type: 'ok', file, reported: []});
        const text = JSON.stringify(file);
        assert.ok(!text.includes(SECRET));
        for (const {id, kind} of all) {
          if (['ballot', 'rubric-vote', 'moderation', 'reason'].includes(kind)) assert.ok(!text.includes(id), kind);
        }
        const released = ofKind(all, 'moderation').filter(({outcome}) => outcome === 'released');
        const allowed = new Set(released.map(({of}) => of));
        for (const {id} of ofKind(all, 'quote')) assert.equal(text.includes(id), allowed.has(id));
      }),
      {numRuns: 100},
    );
  });

  it('keeps the thread: every value has words, every highlight is in place, every value named is there', () => {
    const {records: published} = publication(records, random);
    const values = new Set(ofKind(published, 'value').map(({id}) => id));
    const highlights = ofKind(published, 'highlight');
    assert.deepEqual(new Set(highlights.map(({value}) => value)), values);
    assert.ok(values.size > 0 && values.size < ofKind(records, 'value').length, 'some values are only in held quotes');
    const redacted = ofKind(published, 'quote').filter(({text}) => text.startsWith('[naam]'));
    assert.ok(
      redacted.some(({id}) => highlights.some(({quote}) => quote === id)),
      'a highlight moved with its words',
    );
    for (const {values: named} of ofKind(published, 'rubric')) assert.ok(named.every(value => values.has(value)));
  });

  it('lacks a highlight whose words were taken out', () => {
    const {quote, exact} = first('highlight');
    const newest = {schema: 1, counter: 99, tag: 'z', kind: 'moderation', of: quote, outcome: 'released'} as const;
    const of = (redacted: string) =>
      publication([...records, {...newest, id: stranger, redacted}], random).records.filter(
        record => record.kind === 'highlight' && record.quote === quote && record.exact === exact,
      );
    assert.notDeepEqual(of(`Eerst iets anders, dan ${exact}.`), []);
    assert.deepEqual(of('[weggehaald]'), []);
  });

  it('has figures and reasons of closed rounds only', () => {
    const open = publication(makeAlliance({...size, closed: false}), random);
    assert.deepEqual([open.results, open.voteResults], [[], []]);
    const {results, voteResults} = publication(records, random);
    assert.deepEqual(
      results.map(({shown}) => shown.ballots),
      [12],
    );
    assert.deepEqual(
      voteResults.map(({shown}) => shown.votes),
      [12],
    );
    assert.deepEqual(
      new Set(results[0]!.reasons.map(({text}) => text)),
      new Set([0, 2, 4].map(n => `Weer geen wc ${n}`)),
    );
  });

  it('has no reason on a value that fewer than k people marked, and none that nobody released', () => {
    const few = publication(makeAlliance({...size, ballots: 2}), random);
    assert.deepEqual(
      few.results.map(({shown, reasons}) => [shown.ballots, reasons]),
      [[null, []]],
    );
    const decided = new Set(ofKind(records, 'reason').map(({id}) => id));
    const undecided = records.filter(record => record.kind !== 'moderation' || !decided.has(record.of));
    assert.deepEqual(publication(undecided, random).results[0]!.reasons, []);
  });

  it('has no own name of a vote that nobody released, and of others what may be read of them', () => {
    const {rubrics, id: round} = first('vote-round');
    const names = {[rubrics[0]!]: {own: 'Bij Kees thuis'}, [rubrics[1]!]: {own: 'Bij Kees in de tuin'}};
    const vote: RecordOf<'rubric-vote'> = {...first('rubric-vote'), id: stranger, names};
    const card = {schema: 1, kind: 'moderation', id: uuid(random), counter: 99, tag: 'z', of: stranger} as const;
    const published = (...decided: Partial<RecordOf<'moderation'>>[]) => {
      const cards = decided.map(each => ({...card, ...each}) as RecordOf<'moderation'>);
      const {voteResults} = publication([...records, vote, ...cards], random);
      return JSON.stringify(voteResults.find(result => result.round === round)).match(/Bij [^"]*/g);
    };
    const [one, other] = rubrics;
    assert.equal(published(), null);
    assert.equal(published({outcome: 'released'}), null, 'a vote is not released as a whole');
    assert.equal(published({rubric: one!, outcome: 'held'}), null);
    assert.equal(published({rubric: one!, outcome: 'refused', reason: 'insult'}), null);
    assert.deepEqual(published({rubric: one!, outcome: 'released'}), ['Bij Kees thuis']);
    const redacted = {rubric: other!, outcome: 'released', redacted: 'Bij [naam] in de tuin'} as const;
    assert.deepEqual(published(redacted), ['Bij [naam] in de tuin']);
  });

  it('leaves out a round whose profile is not there, and so can still be opened', () => {
    const file = publication(
      records.filter(({kind}) => kind !== 'profile-version'),
      random,
    );
    assert.deepEqual([file.results, ofKind(file.records, 'round')], [[], []]);
    assert.equal(sent(file).type, 'ok');
  });

  it('is refused with anything that would cut the thread or show an open round', () => {
    const file = publication(records, random);
    const edit = (kind: Kind, change: Record<string, unknown>) => ({
      ...file,
      records: file.records.map(record => (record.kind === kind ? {...record, ...change} : record)),
    });
    const without = (kind: Kind) => ({...file, records: file.records.filter(record => record.kind !== kind)});
    assert.ok(reasonsOf(edit('highlight', {start: 3})).includes('words-not-in-quote'));
    assert.ok(reasonsOf(edit('highlight', {end: 4_000})).includes('words-not-in-quote'));
    assert.ok(reasonsOf(without('highlight')).every(reason => reason === 'words-not-in-quote'));
    assert.ok(reasonsOf(without('highlight')).length > 0);
    assert.ok(reasonsOf(without('quote')).includes('missing-record'));
    assert.ok(reasonsOf(without('value')).includes('missing-record'));
    assert.deepEqual(reasonsOf(edit('round', {status: 'open'})), ['round-not-closed']);
    assert.deepEqual(reasonsOf(edit('vote-round', {status: 'open'})), ['round-not-closed']);
    for (const name of ['results', 'voteResults'] as const)
      assert.deepEqual(reasonsOf({...file, [name]: [...file[name], ...file[name]]}), ['double-id'], name);
    assert.deepEqual(reasonsOf({...file, records: [...file.records, first('ballot')]}), ['unknown-kind']);
    assert.deepEqual(reasonsOf({...file, records: [...file.records, first('moderation')]}), ['unknown-kind']);
  });
});

describe('parseFile', () => {
  it('names the record and the key that is wrong, never a text', () => {
    const parsed = sent(changed('plan', {name: 7, colour: 'rood'}));
    assert.ok(parsed.type === 'refused');
    const plan = first('plan');
    const path = `records[${backup(records).records.findIndex(({id}) => id === plan.id)}]`;
    const named = {kind: 'plan', id: plan.id};
    assert.deepEqual(parsed.problems, [
      {
        reason: 'wrong-value',
        path: `${path}.name`,
        ...named,
        key: 'name',
        detail: `wrong value, plan, ${plan.id}, name`,
      },
      {reason: 'unknown-key', path, ...named, key: 'colour', detail: `unknown key, plan, ${plan.id}, colour`},
    ]);
  });

  const file = backup(records);
  const plan = first('plan');
  const nameless = Object.fromEntries(Object.entries(plan).filter(([key]) => key !== 'name'));
  const cases: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['no JSON', '{"schema": 1,', ['not-json']],
    ['an empty file', '', ['not-json']],
    ['something else', '[1]', ['unknown-file']],
    ['another file', {schema: 1, kind: 'toString', records: []}, ['unknown-file']],
    ['a newer file', {...file, schema: 2, kind: 'archive'}, ['newer-version']],
    [
      'a newer record',
      {...file, records: [...file.records, {schema: 2, kind: 'poll', id: stranger}]},
      ['newer-version'],
    ],
    [
      'an unknown kind',
      {...file, records: [...file.records, {schema: 1, kind: 'poll', id: stranger}]},
      ['unknown-kind'],
    ],
    ['an unknown key', {...file, receipts: []}, ['unknown-key']],
    ['a missing list', {...file, records: undefined}, ['missing-key']],
    ['a list that is none', {...file, records: {}}, ['wrong-value']],
    [
      'a missing key',
      {...file, records: [...file.records.filter(({id}) => id !== plan.id), nameless]},
      ['missing-key'],
    ],
    ['an id twice', {...file, records: [...file.records, plan]}, ['double-id']],
    ['two alliances', {...file, records: [...file.records, {...anAlliance, id: stranger}]}, ['wrong-alliance']],
    ['another alliance', {...file, alliance: stranger}, ['wrong-alliance']],
    ['no alliance', {...file, records: file.records.filter(({kind}) => kind !== 'alliance')}, ['wrong-alliance']],
    ['a round without its profile', changed('round', {profileVersion: stranger}), ['missing-record']],
    ['a round whose profile is a plan', changed('round', {profileVersion: plan.id}), ['missing-record']],
    ['a question that asks no version', changed('question', {asked: 2}), ['wrong-value']],
    [
      'a key that is a prototype',
      JSON.stringify(file).replace('"name":', '"__proto__":{"x":1},"name":'),
      ['unknown-key'],
    ],
    ['a hidden prototype', JSON.stringify(file).replace('"name":', '"\\u005f_proto__":1,"name":'), ['unknown-key']],
    ['a key of every object', JSON.stringify(file).replace('"name":', '"constructor":1,"name":'), ['unknown-key']],
  ];
  for (const [name, source, expected] of cases) {
    it(`refuses ${name}`, () => assert.deepEqual(reasonsOf(source), expected));
  }

  it('refuses keys of the language in a record of marks', () => {
    const marked = (key: string) => JSON.stringify(file).replace('"marks":{', `"marks":{"${key}":7,`);
    assert.deepEqual(reasonsOf(marked('constructor')), ['wrong-value']);
    assert.deepEqual(reasonsOf(marked('__proto__')), ['unknown-key']);
  });

  it('opens a file that begins with a byte order mark', () => {
    assert.equal(parseFile('\uFEFF' + JSON.stringify(file)).type, 'ok');
  });

  it('refuses bombs soon, with a short list', () => {
    const bombs: readonly (readonly [string, string])[] = [
      ['too-complex', '['.repeat(10_000_000)],
      ['too-complex', '{"a":'.repeat(1_000_000)],
      ['too-complex', `[${'{},'.repeat(3_000_000)}{}]`],
      ['too-complex', JSON.stringify({...file, records: [{...plan, name: Array(200_000).fill(1)}]})],
      ['too-large', ' '.repeat(50_000_001)],
      ['not-json', '"'.padEnd(20_000_000, '\\')],
      ['wrong-value', JSON.stringify({...file, records: Array(500_000).fill(1)})],
      [
        'unknown-key',
        JSON.stringify({...file, ...Object.fromEntries(Array.from({length: 5_000}, (_, n) => [`k${n}`, n]))}),
      ],
    ];
    for (const [reason, text] of bombs) {
      const started = performance.now();
      const found = reasonsOf(text);
      assert.ok(found.length > 0 && found.length <= 100, `${found.length} problems`);
      assert.ok(
        found.every(each => each === reason),
        `${found.join()} is not ${reason}`,
      );
      // An attack takes minutes; a busy machine takes seconds.
      assert.ok(performance.now() - started < 15_000);
    }
  });

  it('never throws, whatever it is given', () => {
    const odd = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map(json => `{"schema":1,"kind":"backup","records":[${json}]}`),
    );
    fc.assert(
      fc.property(odd, text => parseFile(text).type === 'refused'),
      {numRuns: 300},
    );
  });

  it('never throws on a file with one thing replaced', () => {
    const paths: (readonly [number, string])[] = file.records.flatMap((record, n) =>
      Object.keys(record).map(key => [n, key] as const),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), ([place, key], value) => {
        const broken = {
          ...file,
          records: file.records.map((record, n) => (n === place ? {...record, [key]: value} : record)),
        };
        const parsed = sent(broken);
        const whole: AllianceFile | undefined = parsed.type === 'ok' ? parsed.file : undefined;
        assert.ok(whole === undefined || JSON.stringify(whole) === JSON.stringify(broken));
      }),
      {numRuns: 300},
    );
  });
});
