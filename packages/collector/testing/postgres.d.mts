/** A PostgreSQL that runs until it is stopped, and is gone then. */
export interface Postgres {
  /** Makes an empty database, and gives its address. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts one on a free port; every commit is synced, as in life. */
export function startPostgres(): Promise<Postgres>;
