import assert from 'node:assert/strict';
import {it} from 'node:test';
import {onBothDatabases} from './database.test-helper.js';
import {atOneMoment} from './moment.js';
import {run, transact, type Connection} from './transact.js';

onBothDatabases('a database', ground => {
  it('has every commit on the disk before anybody hears of it', async () => {
    const {query, often} = await ground.open();
    if (often === undefined) {
      const [journal] = await run<{journal_mode: string}>(query, 'pragma journal_mode');
      const [synchronous] = await run<{synchronous: number}>(query, 'pragma synchronous');
      // 2 is FULL: with NORMAL, SQLite answers before the disk does.
      assert.deepEqual([journal?.journal_mode, synchronous?.synchronous], ['wal', 2]);
    } else {
      const isSafe = `(current_setting('fsync') = 'on' and current_setting('synchronous_commit') = 'on')`;
      assert.deepEqual(await run(query, `select ${isSafe} as "isSafe"`), [{isSafe: true}]);
      await assert.doesNotReject(often(`select 1 / ${isSafe}::integer`, []), 'where ballots are written too');
    }
  });

  it('is read as it is at one moment, whatever others write meanwhile', async () => {
    const address = await ground.address();
    const [one, other] = [await ground.at(address), await ground.at(address)];
    const secrets = async (connection: Connection) =>
      (await connection.selectFrom('secret').select('name').execute()).length;
    const counts = await atOneMoment(one, async connection => {
      const before = await secrets(connection);
      await run(other.query, `insert into secret (name, value) values ('a', 'b')`);
      return [before, await secrets(connection)];
    });
    assert.deepEqual([...counts, await secrets(one.query)], [0, 0, 1]);
  });

  if (ground.kind === 'postgres')
    it('has texts in the order of their bytes, whatever the language of the server', async () => {
      const {query} = await ground.open();
      const collations = `select distinct collation_name as name from information_schema.columns
        where table_schema = 'public' and data_type = 'text'`;
      assert.deepEqual(await run(query, collations), [{name: 'C'}]);
    });

  if (ground.kind === 'sqlite')
    it('lets no other process write between what a transaction reads and what it writes', async () => {
      const address = await ground.address();
      const [one, other] = [await ground.at(address), await ground.at(address)];
      await run(other.query, 'pragma busy_timeout = 0');
      const write = () => run(other.query, `insert into secret (name, value) values ('a', 'b')`);
      await transact(one, async connection => {
        await connection.selectFrom('secret').selectAll().execute();
        await assert.rejects(write(), {code: 'SQLITE_BUSY'});
      });
      await write();
    });

  if (ground.kind === 'sqlite')
    it('overwrites what is deleted, and gives no row a number that tells who came first', async () => {
      const {query} = await ground.open();
      assert.deepEqual(await run(query, 'pragma secure_delete'), [{secure_delete: 1}]);
      const tables = await run<{name: string}>(query, `select name from sqlite_master where type = 'table'`);
      assert.ok(tables.length > 10);
      for (const {name} of tables)
        await assert.rejects(run(query, `select rowid from ${name}`), /no such column/, name);
    });
});
