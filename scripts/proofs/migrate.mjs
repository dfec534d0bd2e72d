// A collector that makes its tables, and is stopped dead after so many statements; after none it is not.
import {Kysely, PostgresDialect, SqliteDialect} from 'kysely';
import Libsql from 'libsql';
import pg from 'pg';
import {migrate} from '../../packages/collector/dist/database/migrations.js';

const [, , address, last] = process.argv;
const isServer = address.startsWith('postgres:');
let left = Number(last);

/** As patient as a collector: another may be at it. */
function file(path) {
  const opened = new Libsql(path);
  opened.pragma('busy_timeout = 10000');
  return opened;
}

const query = new Kysely({
  dialect: isServer
    ? new PostgresDialect({pool: new pg.Pool({connectionString: address})})
    : new SqliteDialect({database: file(address)}),
  log: () => {
    if (--left === 0) process.kill(process.pid, 'SIGKILL');
  },
});
await migrate(query, isServer ? 'postgres' : 'sqlite');
await query.destroy();
