/** The JSON of a record in the one form that does not depend on the order of its keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

/** A copy with its keys in order: where `JSON.stringify` asks a function about every part it takes three times as long. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map(key => [key, inOrder((value as Record<string, unknown>)[key])]));
}
