/** Ends a `switch` over a union: a case that is missing does not compile. */
export function unreachable(state: never): never {
  throw new TypeError(`Unknown state: ${JSON.stringify(state)}`);
}
