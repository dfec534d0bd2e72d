import {settingsFrom} from '../settings.js';
import {start} from '../start.js';

/** A collector that has everything ready, and starts when it is told to: a restart costs no time for loading. */
process.once('message', () => {
  void start(settingsFrom(process.env)).then(({url, close}) => {
    process.once('SIGTERM', () => void close().then(() => process.exit()));
    process.send?.({url});
  });
});
process.once('disconnect', () => process.exit());
process.send?.({loaded: true});
