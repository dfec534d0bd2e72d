import {openDatabase} from '../database/open.js';
import {transact} from '../database/transact.js';
import {closeWithin, type Closing} from './close.js';
import {bench} from './round.test-helper.js';

/** A collector that closes something, and is stopped dead just before or just after its commit. */
const [, , moment = '', address = '', closing = ''] = process.argv;
const database = await openDatabase(address);
const {parts} = bench(database);
const stop = () => process.kill(process.pid, 'SIGKILL');
await transact(database, async connection => {
  await closeWithin(parts, connection, JSON.parse(closing) as Closing);
  if (moment === 'before') stop();
});
stop();
