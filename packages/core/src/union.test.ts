import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {alliances, makeAlliance, seededRandom} from './alliance.test-helper.js';
import {backup, parcel} from './files.js';
import {ofKind} from './publication.js';
import type {AnyRecord} from './schema.js';
import {importFile, union} from './union.js';

const records = makeAlliance({seed: 5, quotes: 5, values: 3, rubrics: 2, ballots: 3, closed: false});
const [alliance] = ofKind(records, 'alliance');
const [quote] = ofKind(records, 'quote');
const [value] = ofKind(records, 'value');
const byId = (list: readonly AnyRecord[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
const counts = ({added, replaced, unchanged, reported}: ReturnType<typeof union>) => ({
  added,
  replaced,
  unchanged,
  reported,
});

/** Three sets of records with ids in common, and other versions of some cards and contributions. */
const threeSets = fc
  .tuple(alliances, fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.nat(3)), {maxLength: 30}))
  .map(([all, edits]) => {
    const sets: AnyRecord[][] = [[], [], []];
    all.forEach((record, n) => sets[n % 3]!.push(record));
    for (const [which, set, change] of edits) {
      const record = all[which % all.length]!;
      const other = 'counter' in record ? {...record, counter: 1 + change, tag: 'abc'.charAt(set)} : record;
      const edited = other.kind === 'value' ? {...other, name: `versie ${change % 2}`} : other;
      const said = edited.kind === 'quote' ? {...edited, text: `versie ${change}`} : edited;
      if (!sets[set]!.some(({id}) => id === record.id)) sets[set]!.push(said);
    }
    return sets as [AnyRecord[], AnyRecord[], AnyRecord[]];
  });

describe('union', () => {
  it('adds what is new, and leaves out nothing', () => {
    assert.deepEqual(union([], records), {
      records: byId(records),
      added: records.length,
      replaced: 0,
      unchanged: 0,
      reported: [],
    });
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(threeSets, ([a, b]) => {
        const once = union(a, b);
        const twice = union(once.records, b);
        assert.deepEqual(twice.records, once.records);
        assert.deepEqual([twice.added, twice.replaced, twice.unchanged], [0, 0, b.length]);
      }),
      {numRuns: 100},
    );
  });

  it('comes to the same however three are grouped', () => {
    fc.assert(
      fc.property(threeSets, ([a, b, c]) => {
        const left = union(union(a, b).records, c).records;
        assert.deepEqual(left, union(a, union(b, c).records).records);
      }),
      {numRuns: 100},
    );
  });

  it('comes to the same in either order for cards of the method', () => {
    fc.assert(
      fc.property(threeSets, sets => {
        const [a, b] = sets.map(set => set.filter(record => 'counter' in record));
        assert.deepEqual(union(a!, b!).records, union(b!, a!).records);
      }),
      {numRuns: 100},
    );
  });

  it('takes the same body for the same, whatever the order of its keys', () => {
    const turned = records.map(record => Object.fromEntries(Object.entries(record).reverse()) as unknown as AnyRecord);
    assert.deepEqual(counts(union(records, turned)), {added: 0, replaced: 0, unchanged: records.length, reported: []});
  });

  it('keeps the first of a contribution and reports the other', () => {
    const other = {...quote!, text: 'Iets anders.'};
    const met = union([quote!], [other]);
    assert.deepEqual(met.records, [quote]);
    assert.deepEqual(counts(met), {
      ...{added: 0, replaced: 0, unchanged: 1},
      reported: [{id: quote!.id, kind: 'quote', reason: 'another-body'}],
    });
  });

  it('takes the card with the higher counter, then the higher tag', () => {
    const card = (counter: number, tag: string, name: string) => ({...value!, counter, tag, name});
    const cases: readonly (readonly [AnyRecord, AnyRecord, 'first' | 'second'])[] = [
      [card(2, 'a', 'x'), card(10, 'a', 'y'), 'second'],
      [card(10, 'a', 'x'), card(2, 'z', 'y'), 'first'],
      [card(3, 'a', 'x'), card(3, 'b', 'y'), 'second'],
      [card(3, 'b', 'x'), card(3, 'a', 'y'), 'first'],
    ];
    for (const [first, second, winner] of cases) {
      const {records: kept, replaced, reported} = union([first], [second]);
      assert.deepEqual(kept, [winner === 'first' ? first : second]);
      assert.deepEqual([replaced, reported], [winner === 'first' ? 0 : 1, []]);
    }
  });

  it('reports two versions made at once by one device, and takes the same one everywhere', () => {
    const [one, two] = [
      {...value!, name: 'een'},
      {...value!, name: 'twee'},
    ];
    assert.deepEqual(union([one], [two]).records, union([two], [one]).records);
    assert.deepEqual(union([one], [two]).reported, [{id: value!.id, kind: 'value', reason: 'same-counter'}]);
  });

  it('never lets a contribution take the place of a card, or a card that of another kind', () => {
    const intruder = {...quote!, id: value!.id};
    assert.deepEqual(union([value!], [intruder]).records, [value]);
    assert.deepEqual(union([intruder], [value!]).records, [intruder]);
    assert.equal(union([value!], [intruder]).reported[0]?.reason, 'another-kind');
  });
});

describe('importFile', () => {
  const random = seededRandom(3);

  it('puts a backup back where there is nothing, and a second time changes nothing', () => {
    const back = importFile([], backup(records));
    assert.ok(back.type === 'imported');
    assert.deepEqual(back.records, byId(records));
    const again = importFile(records, backup(records));
    assert.deepEqual(again.type === 'imported' && [again.added, again.replaced, again.reported], [0, 0, []]);
  });

  it('adds the contributions of a parcel to its alliance', () => {
    const method = records.filter(record => 'counter' in record);
    const done = importFile(method, parcel(alliance!.id, records, random));
    assert.equal(
      done.type === 'imported' && done.added,
      records.filter(({kind}) => ['quote', 'ballot', 'reason', 'rubric-vote'].includes(kind)).length,
    );
  });

  it('refuses a file of another alliance, and a parcel where there is none', () => {
    const other = '00000000-0000-4000-8000-000000000000';
    const refused = {type: 'refused', reason: 'another-alliance', alliance: other};
    assert.deepEqual(importFile(records, {...backup(records), alliance: other}), refused);
    assert.deepEqual(importFile(records, {...parcel(other, records, random)}), refused);
    assert.equal(importFile([], parcel(alliance!.id, records, random)).type, 'refused');
  });
});
