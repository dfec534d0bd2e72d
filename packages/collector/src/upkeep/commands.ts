import {randomBytes} from 'node:crypto';
import {existsSync} from 'node:fs';
import {atOneMoment} from '../database/moment.js';
import {openDatabase, type Database} from '../database/open.js';
import {resetPassphrase} from '../facilitator/set-up.js';
import {settingsFrom, SettingsError, type Environment, type Settings} from '../settings.js';
import {recount} from '../voices/tallies.js';
import {backUp, removeOld} from './backup.js';
import {endAlliance} from './end-of-life.js';
import {restore} from './restore.js';

/** Does what a command is for, and gives the sentence that says so. */
type Command = (database: Database, settings: Settings, words: readonly string[]) => Promise<string>;

const random = (length: number) => new Uint8Array(randomBytes(length));

/** What can be done besides serving, also while collectors serve. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  async passphrase(database, {publicOrigin, basePath}, [name]) {
    if (name === undefined) throw new SettingsError('Whose? passphrase <name>');
    const code = await resetPassphrase(database, name, random);
    if (code === undefined) throw new SettingsError(`Nobody enters as ${name}.`);
    return `${name} chooses a new passphrase at ${publicOrigin}${basePath}/beheer with this code:\n\n  ${code}\n`;
  },

  async backup(database, {backups, keepBackupsDays}, [folder]) {
    // Only there collectors go on writing down what may not come back.
    if (backups === undefined || folder !== undefined)
      throw new SettingsError('Set BACKUPS to the folder, for this command and for every collector, and say: backup');
    const path = await backUp(database, backups, {random, clock: Date.now});
    const removed = await removeOld({folder: backups, database}, keepBackupsDays, Date.now);
    return `The backup is ${path}. ${removed} older than ${keepBackupsDays} days removed.`;
  },

  async restore(database, _settings, [path]) {
    if (path === undefined) throw new SettingsError('Of which file? restore <file>');
    await restore(database, path, random);
    return 'The backup is put back. What was erased since is erased again.';
  },

  async recount(database) {
    const mistakes = await atOneMoment(database, recount);
    if (mistakes.length > 0)
      throw new SettingsError(`The tallies are wrong:\n${JSON.stringify(mistakes, undefined, 2)}`);
    return 'The tallies are right.';
  },

  async 'end-of-life'(database, {backups}, [slug, what]) {
    if (slug === undefined || (what !== 'texts' && what !== 'everything'))
      throw new SettingsError('Of which alliance, and of what? end-of-life <name in addresses> texts|everything');
    const alliance = await database.query
      .selectFrom('alliance')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirst();
    if (alliance === undefined) throw new SettingsError(`There is no alliance ${slug}.`);
    await endAlliance({database, random, clock: Date.now}, {alliance: alliance.id, what, backups});
    const gone = what === 'texts' ? `What people wrote to ${slug} is gone.` : `Everything of ${slug} is gone.`;
    return backups === undefined ? `${gone} BACKUPS is not set: a backup, if there is one, brings it back.` : gone;
  },
};

/**
 * Does one of the commands on the database of the environment.
 *
 * @throws SettingsError when there is no such command, nothing to do it on, or it cannot be done.
 */
export async function perform(environment: Environment, [name = '', ...words]: readonly string[]): Promise<string> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    throw new SettingsError(`There is no command ${name}. There are: serve, ${Object.keys(COMMANDS).join(', ')}.`);
  const settings = settingsFrom(environment);
  // Opened it would be made: every night there would be a backup of nothing, and its tallies would be right.
  if (name !== 'restore' && !environment['DATABASE_URL'] && !existsSync(settings.database))
    throw new SettingsError(`DATA names a file that is not there: ${settings.database}.`);
  const database = await openDatabase(settings.database);
  try {
    return await command(database, settings, words);
  } finally {
    await database.close();
  }
}
