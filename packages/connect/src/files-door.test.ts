import {expect} from '@open-wc/testing';
import {backupText, id, ids, records, ververij} from './alliance.test-helper.js';
import {freshName, readStore, ready, shown, wipeAll} from './store.test-helper.js';
import type {Store} from './store.js';

const give = async (store: Store, mark: number) => {
  const marks = {[ids.welcoming]: mark, [ids.roomToBreathe]: 8};
  const reasons = {[ids.welcoming]: `Een ${mark}.`};
  await store.take({type: 'samen-ballot-submit', round: ids.round, ballot: {marks, reasons}, changing: undefined});
  await store.take({type: 'samen-next-person'});
};

describe('files', () => {
  afterEach(wipeAll);

  it('puts a backup back exactly, and the same file twice changes nothing', async () => {
    const store = await readStore({}, '');
    const first = await store.import(new File([backupText()], 'ververij.json'));
    expect(first).to.deep.equal({added: records.length, replaced: 0, unchanged: 0, reported: []});
    const again = await store.import(backupText());
    expect(again).to.deep.equal({added: 0, replaced: 0, unchanged: records.length, reported: []});
    const file = await store.export('backup');
    expect(file.name).to.equal('samen-ververij-backup.json');
    const elsewhere = await readStore({}, '');
    await elsewhere.import(file);
    expect(ready(elsewhere).known.records).to.deep.equal(ready(store).known.records);
  });

  it('counts six ballots from six devices, carried over as parcels', async () => {
    const parcels: File[] = [];
    for (const mark of [4, 5, 6, 7, 8, 9]) {
      const device = await readStore();
      await give(device, mark);
      parcels.push(await device.export('parcel'));
    }
    const table = await readStore();
    for (const file of [...parcels, parcels[0]!]) await table.import(file);
    await table.changeCard(ids.round, {status: 'closed'});
    const state = await shown(table, 'samen-scorecard', {round: ids.round});
    expect(state).to.nested.include({
      'scores.ballots': 6,
      'scores.values[0].mean': 6.5,
      'scores.values[1].alike': true,
    });
    expect(state).to.nested.include({'previous.number': 1, 'previous.scores.values[0].mean': 4.8});
  });

  it('puts in a parcel what was given here by anybody, and nothing else', async () => {
    const store = await readStore();
    await give(store, 4);
    await give(store, 9);
    const quotes = [{text: 'Withheld', held: true}];
    await store.take({type: 'samen-quotes-import', question: ids.question, quotes});
    const parcel = JSON.parse(await (await store.export('parcel')).text()) as {
      records: {kind: string; round: string}[];
    };
    expect(parcel.records.map(record => record.kind).sort()).to.deep.equal(['ballot', 'ballot', 'reason', 'reason']);
    expect(parcel.records.every(record => record.round === ids.round)).to.equal(true);
  });

  it('carries no receipt in any file', async () => {
    const store = await readStore();
    await store.take({type: 'samen-quote-submit', question: ids.question, quotes: ['Rust'], changing: undefined});
    const {own, receipts} = ready(store).device;
    for (const purpose of ['backup', 'parcel', 'publication'] as const) {
      const text = await (await store.export(purpose)).text();
      for (const {receipt} of own.values()) expect(text).not.to.include(receipt);
      for (const print of receipts.values()) expect(text).not.to.include(print);
    }
  });

  const otherName = {...ververij, id: id()};
  for (const [what, text, words] of [
    ['nonsense', 'Hallo', 'Dit is geen JSON-bestand'],
    ['a record with an unknown key', backupText().replace('"marks":', '"author":"ik","marks":'), 'ballot, author'],
    [
      'a publication',
      JSON.stringify({
        schema: 1,
        kind: 'publication',
        alliance: ids.alliance,
        records: [ververij],
        results: [],
        voteResults: [],
      }),
      'publicatie',
    ],
    [
      'another alliance',
      JSON.stringify({schema: 1, kind: 'backup', notice: 'x', alliance: otherName.id, records: [otherName]}),
      'andere alliantie',
    ],
    ['a newer version', backupText().replace('"schema":1', '"schema":2'), 'nieuwere versie'],
  ] as const) {
    it(`refuses ${what} in words, and takes in nothing of it`, async () => {
      const name = freshName();
      const store = await readStore({name});
      const before = ready(store).known;
      const report = await store.import(text);
      expect(report).to.include({added: 0, replaced: 0, unchanged: 0});
      expect(report.refused?.map(finding => finding.words).join()).to.include(words);
      expect(ready(store).known).to.equal(before);
    });
  }

  it('names the line of the list, in English too', async () => {
    const store = await readStore();
    const broken = backupText().replace('"open"', '"half open"');
    const report = await store.import(broken, 'en');
    expect(report.refused?.[0]).to.include({record: 2, kind: 'question', key: 'status', reason: 'wrong-value'});
    expect(report.refused?.[0]?.words).to.equal(
      'Line 2 of the list (question, status): It holds a value that cannot be.',
    );
  });

  it('refuses an unknown purpose at once, and a file of nothing', async () => {
    const store = await readStore();
    expect(await store.export('parcels' as never).catch((error: unknown) => error)).to.be.instanceOf(TypeError);
    const empty = await readStore({}, '');
    expect(await empty.export('backup').catch((error: unknown) => error)).to.be.instanceOf(Error);
  });
});
