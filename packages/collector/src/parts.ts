import type {Random} from '@samenwaarde/core';
import type {Database} from './database/open.js';
import type {Log} from './log.js';
import type {Settings} from './settings.js';

/** What every room of the collector works with. */
export interface Parts {
  readonly database: Database;
  readonly settings: Settings;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly random: Random;
  readonly log: Log;
}
