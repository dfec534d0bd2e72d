type Optional<Shape> = {[Key in keyof Shape]: undefined extends Shape[Key] ? Key : never}[keyof Shape];
type WithoutGaps<Shape> = Omit<Shape, Optional<Shape>> & {
  [Key in Optional<Shape>]?: Exclude<Shape[Key], undefined>;
};

/** Without the keys that have no value. */
export function withoutGaps<Shape extends object>(shape: Shape): WithoutGaps<Shape> {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as WithoutGaps<Shape>;
}
