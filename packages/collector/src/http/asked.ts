/** A request: as little of it as the routes need, so that none costs more than Node's own. */
export interface Asked {
  readonly method: string;
  /** As it stands in the request: `/v1/alliances/ververij`. */
  readonly path: string;
  /** What stands after the path, from its `?`; empty without. */
  readonly search: string;
  /** The value of a header, by its name in lower case. */
  header(name: string): string | undefined;
  /**
   * The body.
   *
   * @param longest Bytes.
   * @returns `undefined` when it is longer: nothing more of it is kept.
   * @throws Problem when the connection breaks before all of it is here
   */
  read(longest: number): Promise<Buffer | undefined>;
}
