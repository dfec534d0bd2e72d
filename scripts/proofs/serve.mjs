// A collector that has everything ready, and starts when it is told to: after a kill the next one is there at once.
import {settingsFrom, start} from '../../packages/collector/dist/index.js';

process.once('message', async () => {
  const {url, close} = await start(settingsFrom(process.env));
  process.once('SIGTERM', () => void close().then(() => process.exit()));
  process.send({url});
});
process.once('disconnect', () => process.exit());
process.send({loaded: true});
