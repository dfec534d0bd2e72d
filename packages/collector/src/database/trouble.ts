/** Codes of Node's network and of a SQLite file, and messages of a pool of connections that has none. */
const AWAY_CODES = /^(ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|SQLITE_(BUSY|FULL|IOERR|CANTOPEN))/;
const AWAY_MESSAGES = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/**
 * Classes of PostgreSQL: connection (08), resources (53), ended by the operator (57P), system error (58), and a database
 * that can only be read (25006).
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const AWAY_STATES = /^(08|53|57P|58|25006)/;

/** `unique_violation`, `serialization_failure` and `deadlock_detected`; a key, or a unique column, on SQLite. */
const RACES = ['23505', '40001', '40P01', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE'];

/** Whether an error says that the database cannot be reached, or is too busy: trying again later may help. */
export function isAway(error: unknown): boolean {
  return AWAY_CODES.test(codeOf(error)) || AWAY_STATES.test(codeOf(error)) || AWAY_MESSAGES.test(messageOf(error));
}

/** Whether an error says that somebody else was there at the same moment: trying again at once helps. */
export function isRace(error: unknown): boolean {
  return RACES.includes(codeOf(error));
}

/** `division_by_zero`: what a statement expected is not so. */
export function isMismatch(error: unknown): boolean {
  return codeOf(error) === '22012';
}

/** Does the work, and does it once more when somebody else was there at the same moment. */
export async function againAfterRace<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isRace(error)) return work();
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
