/** Puts something else in the place of a member until the returned function is called. */
export function swap<Target extends object, Key extends keyof Target>(
  target: Target,
  key: Key,
  other: Target[Key],
): () => void {
  const before = target[key];
  target[key] = other;
  return () => {
    target[key] = before;
  };
}
