// pgbench, where the machine has one.
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import pg from 'pg';

/** Path of pgbench, or `undefined`: on the path, or where Debian's postgresql puts it. */
export function findPgbench() {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const places = ['pgbench', ...versions.map(version => `/usr/lib/postgresql/${version}/bin/pgbench`)];
  return places.find(place => spawnSync(place, ['--version']).status === 0);
}

/** A table like ours, to write single rows to. */
const TABLE = `create table ballot (alliance text not null, subject text not null, id text not null,
  kind text not null, body text not null, receipt text not null, primary key (alliance, id))`;

/** Commits of single rows in a second, by 64 clients. The rows are as long as ours; `file` is where the statement goes. */
export function pgbench(path, address, {seconds, row, file}) {
  return {
    async prepare() {
      const client = new pg.Client(address);
      await client.connect();
      await client.query(TABLE);
      await client.end();
      const {alliance, subject, body, receipt} = row;
      await writeFile(
        file,
        `insert into ballot values ('${alliance}', '${subject}', gen_random_uuid()::text, 'ballot', '${body}', '${receipt}');\n`,
      );
    },
    run() {
      const options = ['-n', '-M', 'prepared', '-c', '64', '-j', '2', '-T', String(seconds), '-f', file, address];
      const said = execFileSync(path, options, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
      return Number(/tps = ([\d.]+)/.exec(said)[1]);
    },
  };
}
