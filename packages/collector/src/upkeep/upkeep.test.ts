import assert from 'node:assert/strict';
import {mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, it} from 'node:test';
import {gunzipSync, gzipSync} from 'node:zlib';
import {onBothDatabases} from '../database/database.test-helper.js';
import type {Database} from '../database/open.js';
import {transact} from '../database/transact.js';
import {deskOn, type Desk} from '../method/desk.test-helper.js';
import {settingsFrom} from '../settings.js';
import {published} from '../public/published.js';
import {recount} from '../voices/tallies.js';
import {
  ballotOn,
  bench,
  makeAlliance,
  newReceipt,
  pathOf,
  quoteOn,
  random,
  reasonOn,
  told,
  voteOn,
} from '../voices/round.test-helper.js';
import {backUp, removeOld} from './backup.js';
import {DUMPED, type Dumped} from './dump.js';
import {endAlliance} from './end-of-life.js';
import {erasures} from './erasure.js';
import {restore} from './restore.js';
import {housekeeping} from './housekeeping.js';

const tools = {random, clock: Date.now};

let folder = '';
let number = 0;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenwaarde-'));
});
after(() => rm(folder, {recursive: true, force: true}));
const freshFolder = async () => {
  const path = join(folder, String(number++));
  await mkdir(path);
  return path;
};

/** An alliance in which people took part in every way, with one round closed. */
async function lively(database: Database): Promise<Desk> {
  const desk = await deskOn(database, {question: {moderation: 'released'}});
  const {made, give} = desk;
  for (let voter = 0; voter < 5; voter++)
    for (const record of [
      quoteOn(made, `Geheim ${voter}.`),
      ballotOn(made),
      voteOn(made, {missing: 'Geheim.'}),
      reasonOn(made, 'Geheim.'),
    ])
      await give(made, record);
  return desk;
}

/** All rows that a dump has, table by table. */
async function rowsIn({query}: Database): Promise<Record<string, object[]>> {
  const rows: Record<string, object[]> = {};
  for (const table of Object.keys(DUMPED) as Dumped[]) {
    const all = await query.selectFrom(table).selectAll().execute();
    rows[table] = all.map(row => ({...row})).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return rows;
}

onBothDatabases('backups', ground => {
  it('are put back into an empty database, with the same results', async () => {
    const database = await ground.open();
    const {ask, made, cookie} = await lively(database);
    const close = {...made.voteRound, counter: 2, status: 'closed'};
    const path = `/v1/alliances/${made.slug}/cards/${close.id}`;
    assert.equal((await ask('PUT', path, {headers: {cookie}, body: close})).status, 200);
    const file = await backUp(database, await freshFolder(), tools);
    const other = await ground.open();
    await restore(other, file, random);
    const [was, is] = [await rowsIn(database), await rowsIn(other)];
    const revised = was['alliance']?.map(row => ({...row, revision: (row as {revision: number}).revision + 1_000_000}));
    assert.deepEqual({...is, secret: []}, {...was, alliance: revised, secret: []});
    assert.deepEqual(await recount(other.query), []);
    assert.deepEqual(await published(other.query, made.alliance.id), await published(database.query, made.alliance.id));
    assert.equal(
      await told(await bench(other).ask('GET', '/v1/sessions/current', {headers: {cookie}})),
      '401 not-entered',
    );
  });

  it('are of one moment, however much is given meanwhile', async () => {
    const address = await ground.address();
    const database = await ground.at(address);
    const {give, made} = await lively(database);
    // A process of its own, as the command is.
    const beside = await ground.at(address);
    const giving = Promise.all(Array.from({length: 60}, () => give(made, ballotOn(made))));
    const file = await backUp(beside, await freshFolder(), tools);
    assert.ok((await giving).every(({status}) => status === 201));
    const other = await ground.open();
    await restore(other, file, random);
    assert.deepEqual(await recount(other.query), []);
  });

  it('do not bring back what was withdrawn since, and not without the list of it', async () => {
    const backups = await freshFolder();
    const database = await ground.open();
    const {ask, give, made, parts} = await lively(database);
    const upkeep = await housekeeping({...parts, settings: settingsFrom({BACKUPS: backups})});
    const given = [quoteOn(made, 'Mijn naam is Kees.'), ballotOn(made), quoteOn(made, 'Eerst weg.')];
    const receipts = given.map(() => newReceipt());
    for (const [place, record] of given.entries()) await give(made, record, {receipt: receipts[place] ?? ''});
    const [quote, ballot, again] = given;
    const withdraw = (place: number) =>
      ask('DELETE', pathOf(made, given[place] ?? {id: ''}), {receipt: receipts[place] ?? ''});
    assert.ok(quote && ballot && again);
    await withdraw(2);
    await give(made, {...again, text: 'Weer terug.'} as typeof again, {receipt: receipts[2] ?? ''});
    const file = await backUp(database, backups, tools);
    assert.equal((await withdraw(0)).status, 204);
    assert.equal((await withdraw(1)).status, 204);
    await upkeep.close();
    const list = await readFile(join(backups, 'erased.jsonl'), 'utf8');
    assert.match(list, new RegExp(quote.id));
    assert.doesNotMatch(list, /Kees|Mijn/);

    const other = await ground.open();
    await restore(other, file, random);
    const rows = await other.query.selectFrom('voice').select(['id', 'body']).execute();
    const kept = new Map(rows.map(({id, body}) => [id, body]));
    assert.equal(kept.get(quote.id), '');
    assert.equal(kept.get(ballot.id), '');
    assert.match(kept.get(again.id) ?? '', /Weer terug/, 'what came back before the backup stays');
    assert.deepEqual(await recount(other.query), []);

    await rm(join(backups, 'erased.jsonl'));
    const third = await ground.open();
    await assert.rejects(restore(third, file, random), /no list of what was erased/);
    await writeFile(join(backups, 'erased.jsonl'), '');
    const dumped = gunzipSync(await readFile(file)).toString();
    assert.match(dumped.split('\n')[0] ?? '', /^\{"dump":1,"erasures":0\}$/, 'nothing was withdrawn when it was made');
    assert.deepEqual(await rowsIn(third).then(all => all['alliance']), []);
  });

  if (ground.kind === 'sqlite')
    it('are not needed for what is withdrawn to leave the files of the database', async () => {
      const address = await ground.address();
      const database = await ground.at(address);
      const made = await makeAlliance(database);
      const {give, ask, parts} = bench(database);
      const [quote, receipt] = [quoteOn(made, 'Ik heet Zeldzaam.'), newReceipt()];
      await give(made, quote, {receipt});
      await ask('DELETE', pathOf(made, quote), {receipt});
      const upkeep = await housekeeping(parts);
      await upkeep.close();
      const files = await Promise.all([address, `${address}-wal`].map(path => readFile(path)));
      assert.ok(!Buffer.concat(files).includes('Zeldzaam'));
      await give(made, quoteOn(made));
    });

  it('are refused when they are cut, altered or something else; nothing is half put back', async () => {
    const backups = await freshFolder();
    const database = await ground.open();
    await lively(database);
    const file = await backUp(database, backups, tools);
    const whole = gunzipSync(await readFile(file)).toString();
    const lines = whole.trim().split('\n');
    const other = await ground.open();
    const broken: Readonly<Record<string, Buffer>> = {
      'cut.jsonl.gz': (await readFile(file)).subarray(0, 400),
      'last.jsonl.gz': gzipSync(lines.slice(0, -1).join('\n')),
      'row.jsonl.gz': gzipSync([...lines.slice(0, 3), ...lines.slice(4)].join('\n')),
      'table.jsonl.gz': gzipSync(whole.replace('"table":"voice"', '"table":"sqlite_master"')),
      'text.jsonl.gz': Buffer.from('no backup'),
    };
    for (const [name, bytes] of Object.entries(broken)) {
      await writeFile(join(backups, name), bytes);
      await assert.rejects(restore(other, join(backups, name), random), /backup/, name);
      assert.deepEqual((await rowsIn(other))['alliance'], [], name);
    }
    await assert.rejects(restore(database, file, random), /not empty/);
  });

  it('are removed when they are old, and nothing else is', async () => {
    const backups = await freshFolder();
    const database = await ground.open();
    const file = await backUp(database, backups, tools);
    await writeFile(join(backups, 'note.txt'), 'ours');
    assert.equal(await removeOld(backups, 30, Date.now), 0);
    const old = new Date(Date.now() - 31 * 86_400_000);
    for (const name of await readdir(backups)) await utimes(join(backups, name), old, old);
    const young = await backUp(database, backups, tools);
    assert.equal(await removeOld(backups, 30, Date.now), 1);
    const left = await readdir(backups);
    assert.ok(!left.some(name => file.endsWith(name)) && left.some(name => young.endsWith(name)));
    assert.ok(left.includes('note.txt') && left.includes('erased.jsonl'));
  });
});

onBothDatabases('the end of an alliance', ground => {
  it('takes what people wrote, and leaves the figures', async () => {
    const database = await ground.open();
    const {ask, made, cookie} = await lively(database);
    const end = (what: string) => ask('DELETE', `/v1/alliances/${made.slug}?what=${what}`, {headers: {cookie}});
    assert.equal((await end('texts')).status, 204);
    const rows = JSON.stringify(await rowsIn(database));
    assert.doesNotMatch(rows, /Geheim/);
    const kinds = await database.query.selectFrom('voice').select('kind').execute();
    assert.deepEqual(new Set(kinds.map(({kind}) => kind)), new Set(['ballot', 'rubric-vote']));
    assert.deepEqual(await recount(database.query), []);
    assert.equal(await told(await end('all')), '400 not-understood');
  });

  it('takes everything, also out of the file, and does not touch another', async () => {
    const address = await ground.address();
    const database = await ground.at(address);
    const backups = await freshFolder();
    const {ask, made, cookie} = await lively(database);
    const other = await makeAlliance(database);
    const file = await backUp(database, backups, tools);
    const settings = settingsFrom({BACKUPS: backups});
    const {ask: asking} = bench(database, {settings});
    const gone = await asking('DELETE', `/v1/alliances/${made.slug}?what=everything`, {headers: {cookie}});
    assert.equal(gone.status, 204);
    const left = JSON.stringify(await rowsIn(database));
    assert.doesNotMatch(left, new RegExp(made.alliance.id));
    assert.match(left, new RegExp(other.alliance.id));
    assert.equal(
      await told(await ask('GET', `/v1/alliances/${made.slug}/cards`, {headers: {cookie}})),
      '404 no-such-alliance',
    );
    if (ground.kind === 'sqlite')
      for (const name of [address, `${address}-wal`])
        assert.doesNotMatch(await readFile(name, 'latin1'), /Geheim/, 'nothing is left in the file');
    const restored = await ground.open();
    await restore(restored, file, random);
    assert.doesNotMatch(JSON.stringify(await rowsIn(restored)), new RegExp(made.alliance.id));
    const erased = {alliance: made.alliance.id, what: 'everything'};
    assert.deepEqual(await erasures(backups), [erased, erased]);
  });

  if (ground.kind === 'postgres')
    it('is not undone by a backup that was made in the midst of it', async () => {
      const address = await ground.address();
      const [database, beside] = [await ground.at(address), await ground.at(address)];
      const backups = await freshFolder();
      const {made, parts} = await lively(database);
      const alliance = made.alliance.id;
      let [file, ending] = ['', Promise.resolve()];
      await transact(beside, async connection => {
        await connection.selectFrom('alliance').select('id').forUpdate().execute();
        ending = endAlliance(parts, {alliance, what: 'everything', backups});
        while ((await erasures(backups)) === undefined);
        file = await backUp(database, backups, tools);
      });
      await ending;
      const restored = await ground.open();
      await restore(restored, file, random);
      assert.doesNotMatch(JSON.stringify(await rowsIn(restored)), new RegExp(alliance));
    });
});
