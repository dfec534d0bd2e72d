/** Facts of one line of the log. Never a text of somebody, a code, a receipt, an address or a user agent. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** Where the collector tells what it does: one JSON object a line. */
export interface Log {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  /** Something broke: only the kind of error and its code are told, because a message may hold what somebody wrote. */
  error(event: string, error: unknown): void;
}

/** A log that writes lines, with the time of `clock` in milliseconds since 1970. */
export function logTo(write: (line: string) => void, clock: () => number): Log {
  const line = (level: string, event: string, facts: Facts = {}) =>
    write(`${JSON.stringify({time: new Date(clock()).toISOString(), level, event, ...facts})}\n`);
  return {
    info: (event, facts) => line('info', event, facts),
    warn: (event, facts) => line('warn', event, facts),
    error: (event, error) => line('error', event, factsOf(error)),
  };
}

/** Where in our own sources it broke helps, and is no secret: places in the stack, without its message. */
function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return {error: typeof error};
  const {code} = error as {readonly code?: unknown};
  const places = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .flatMap(line => /at .*?([\w.-]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? []);
  return {
    error: error.name,
    ...(typeof code === 'string' && /^\w{1,30}$/.test(code) && {code}),
    ...(places.length > 0 && {at: places.slice(0, 4).join(' ')}),
  };
}

/** A log that nobody reads. */
export const silent: Log = {info: nothing, warn: nothing, error: nothing};

function nothing(): void {
  return undefined;
}
