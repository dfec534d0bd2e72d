import assert from 'node:assert/strict';
import {appendFile, copyFile, readFile, readdir, rm, stat, writeFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {it} from 'node:test';
import {gunzipSync, gzipSync} from 'node:zlib';
import {onBothDatabases} from '../database/database.test-helper.js';
import {atOneMoment} from '../database/moment.js';
import {run} from '../database/transact.js';
import {entered} from '../facilitator/entered.test-helper.js';
import {setUpCode} from '../facilitator/set-up.js';
import {newFolder} from '../folder.test-helper.js';
import {deskOn} from '../method/desk.test-helper.js';
import {published} from '../public/published.js';
import {settingsFrom} from '../settings.js';
import {
  ballotOn,
  bench,
  decisionOn,
  makeAlliance,
  newReceipt,
  pathOf,
  putCard,
  quoteOn,
  random,
  told,
} from '../voices/round.test-helper.js';
import {closeSubject} from '../voices/close.js';
import {recount} from '../voices/tallies.js';
import {backUp, removeOld} from './backup.js';
import {addErasures, erasures, forgetErasures, withdrawn} from './erasure.js';
import {housekeeping} from './housekeeping.js';
import {lively, rowsIn} from './lively.test-helper.js';
import {restore} from './restore.js';

const tools = {random, clock: Date.now};

onBothDatabases('backups', ground => {
  it('are put back into an empty database, with the same results', async () => {
    const database = await ground.open();
    const {ask, made, cookie} = await lively(database);
    const close = {...made.voteRound, counter: 2, status: 'closed'};
    const path = `/v1/alliances/${made.slug}/cards/${close.id}`;
    assert.equal((await ask('PUT', path, {headers: {cookie}, body: close})).status, 200);
    const file = await backUp(database, newFolder(), tools);
    assert.equal((await stat(file)).mode & 0o077, 0, 'nobody else on the machine reads it');
    const other = await ground.open();
    const code = await setUpCode(other.query, random);
    await restore(other, file, random);
    const stranger = {code, name: 'vreemde', passphrase: 'vier woorden uit een boek'};
    const setUp = await bench(other).ask('POST', '/v1/set-up', {body: stranger});
    assert.equal(await told(setUp), '403 wrong-code', 'who saw the code of its first start does not come in');
    const [was, is] = [await rowsIn(database), await rowsIn(other)];
    const revised = was['alliance']?.map(row => ({...row, revision: (row as {revision: number}).revision + 1_000_000}));
    assert.deepEqual(is, {...was, alliance: revised});
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
    const file = await backUp(beside, newFolder(), tools);
    assert.ok((await giving).every(({status}) => status === 201));
    const other = await ground.open();
    await restore(other, file, random);
    assert.deepEqual(await recount(other.query), []);
  });

  it('do not bring back what was withdrawn since, and not without the list of it', async () => {
    const backups = newFolder();
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
    await backUp(database, backups, tools);
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
    assert.match(dumped.split('\n')[0] ?? '', /^\{"dump":1,"erasures":1\}$/, 'one was withdrawn when it was made');
    await assert.rejects(restore(third, file, random), /shorter than when the backup was made/);
    assert.deepEqual(await rowsIn(third).then(all => all['alliance']), []);
  });

  it('do not bring back words of a question that closed, nor what was decided about them', async () => {
    const backups = newFolder();
    const database = await ground.open();
    const {made, give, atDesk, parts} = await deskOn(database);
    const [quote, receipt] = [quoteOn(made, 'Ik heet Zeldzaam.'), newReceipt()];
    await give(made, quote, {receipt});
    await putCard(database.query, made.alliance.id, {...decisionOn(quote, 'released'), redacted: 'Zeldzaam, [naam].'});
    await closeSubject(parts, {alliance: made.alliance.id, card: {...made.question, counter: 2, status: 'closed'}});
    const file = await backUp(database, backups, tools);
    assert.equal((await atDesk('DELETE', `/contributions/${quote.id}`, {receipt})).status, 204);
    await backUp(database, backups, tools);
    const other = await ground.open();
    await restore(other, file, random);
    assert.doesNotMatch(JSON.stringify(await rowsIn(other)), /Zeldzaam/);
  });

  it('that could not be made leave nothing behind', async () => {
    const backups = newFolder();
    const database = await ground.open();
    await run(database.query, 'drop table audit');
    await assert.rejects(backUp(database, backups, tools));
    assert.deepEqual(await readdir(backups), ['erased.jsonl']);
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
      const [backups, failed] = [newFolder(), [] as string[]];
      const log = {...parts.log, error: (event: string) => void failed.push(event)};
      const upkeep = await housekeeping({...parts, log, settings: settingsFrom({BACKUPS: backups})});
      await rm(backups, {recursive: true});
      await upkeep.close();
      assert.ok(failed.includes('upkeep-failed'), 'the folder of the backups is gone, and that is told');
      const files = await Promise.all([address, `${address}-wal`].map(path => readFile(path)));
      assert.ok(!Buffer.concat(files).includes('Zeldzaam'));
      await give(made, quoteOn(made));
    });

  if (ground.kind === 'sqlite')
    it('are not waited for by a collector that closes something meanwhile', async () => {
      const address = await ground.address();
      const database = await ground.at(address);
      const {made, parts} = await lively(database);
      const beside = await ground.at(address);
      const card = {...made.round, counter: 2, status: 'closed'} as const;
      const began = Date.now();
      await atOneMoment(beside, async connection => {
        await connection.selectFrom('voice').select('id').execute();
        await closeSubject(parts, {alliance: made.alliance.id, card});
      });
      assert.ok(Date.now() - began < 5_000, 'the process would answer nobody while it waits');
    });

  it('are refused when they are cut, altered or something else; nothing is half put back', async () => {
    const backups = newFolder();
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
    await assert.rejects(restore(other, join(backups, 'away.jsonl.gz'), random), /There is no file/);
    await assert.rejects(restore(database, file, random), /not empty/);
    await entered(bench(other));
    await assert.rejects(restore(other, file, random), /not empty/, 'nobody loses their account');
  });

  it('outlive a crash that cut the list of what was erased', async () => {
    const backups = newFolder();
    const database = await ground.open();
    const {ask, give, made} = await lively(database);
    const [quote, receipt] = [quoteOn(made, 'Mijn naam is Kees.'), newReceipt()];
    await give(made, quote, {receipt});
    const file = await backUp(database, backups, tools);
    await appendFile(join(backups, 'erased.jsonl'), '{"contribution":"0b');
    assert.equal((await ask('DELETE', pathOf(made, quote), {receipt})).status, 204);
    await backUp(database, backups, tools);
    const other = await ground.open();
    await restore(other, file, random);
    assert.doesNotMatch(JSON.stringify(await rowsIn(other)), /Kees/);
    await appendFile(join(backups, 'erased.jsonl'), '\n{"contribution":7}\n');
    const third = await ground.open();
    await assert.rejects(restore(third, file, random), /contribution/, 'what is no erasure is not passed over');
  });

  it('are removed when they are old, and nothing else is', async () => {
    const backups = newFolder();
    const database = await ground.open();
    const ago = (days: number) => ({random, clock: () => Date.now() - days * 86_400_000});
    const young = [await backUp(database, backups, tools), await backUp(database, backups, ago(29))];
    // What a copy was made of is as old as it was.
    const old = [await backUp(database, backups, ago(30)), await backUp(database, backups, ago(400))];
    await writeFile(`${await backUp(database, backups, ago(31))}.part`, 'cut');
    await writeFile(join(backups, 'note.txt'), 'ours');
    assert.equal(await removeOld({folder: backups, database}, 30, Date.now), old.length + 2);
    const names = young.map(path => basename(path));
    assert.deepEqual((await readdir(backups)).sort(), ['erased.jsonl', 'note.txt', ...names].sort());
    assert.equal(await removeOld({folder: backups, database}, 30, Date.now), 0);
    const settings = settingsFrom({BACKUPS: backups, KEEP_BACKUPS_DAYS: '2'});
    const upkeep = await housekeeping({...bench(database).parts, settings, clock: () => Date.now() + 86_400_000});
    await upkeep.close();
    assert.deepEqual((await readdir(backups)).sort(), ['erased.jsonl', 'note.txt', basename(young[0] ?? '')].sort());
  });

  it('that are removed take from the list what they knew; those that are kept are put back with the rest', async () => {
    const folder = newFolder();
    const database = await ground.open();
    const {ask, give, made} = await lively(database);
    const listing = {folder, database};
    const gone = async (text: string) => {
      const [quote, receipt] = [quoteOn(made, text), newReceipt()];
      await give(made, quote, {receipt});
      return async () => assert.equal((await ask('DELETE', pathOf(made, quote), {receipt})).status, 204);
    };
    const [first, second] = [await gone('Eerst.'), await gone('Later.')];
    const copyOf = async (days: number) => {
      const copy = join(folder, `copy-${days}.jsonl.gz`);
      await copyFile(await backUp(database, folder, ago(days)), copy);
      return copy;
    };
    const ago = (days: number) => ({random, clock: () => Date.now() - days * 86_400_000});
    const oldest = await copyOf(32);
    await first();
    const old = await copyOf(31);
    const young = await backUp(database, folder, ago(29));
    await second();
    await addErasures(listing, await withdrawn(database.query));
    const before = await erasures(folder);
    assert.equal(await removeOld(listing, 30, Date.now), 2);
    const after = await erasures(folder);
    assert.deepEqual(after, {forgotten: 1, erased: before?.erased.slice(1)});
    assert.equal(await removeOld(listing, 30, Date.now), 0);
    const next = await backUp(database, folder, tools);
    for (const file of [old, young, next]) {
      const other = await ground.open();
      await restore(other, file, random);
      assert.doesNotMatch(JSON.stringify(await rowsIn(other)), /Eerst|Later/);
    }
    await assert.rejects(restore(await ground.open(), oldest, random), /does not go back to this backup/);
  });

  it('lose nothing from the list that somebody adds while another shortens it', async () => {
    const [folder, address] = [newFolder(), await ground.address()];
    const one = {folder, database: await ground.at(address)};
    // Two that share a file of SQLite are two processes: in one they would keep each other from going on.
    const other = ground.kind === 'postgres' ? {folder, database: await ground.at(address)} : one;
    const erased = Array.from({length: 40}, (_, place) => ({contribution: String(place), alliance: 'a'}));
    await addErasures(one, erased.slice(0, 20));
    await Promise.all([
      ...erased.slice(20).map(each => addErasures(one, [each])),
      ...Array.from({length: 20}, (_, place) => forgetErasures(other, place + 1)),
    ]);
    const list = await erasures(folder);
    assert.equal(list?.forgotten, 20);
    assert.deepEqual(new Set(list.erased), new Set(erased.slice(20)));
  });
});
