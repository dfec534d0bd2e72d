/** The tokenizer of Papa Parse 5, as far as it is used here. Its published types would bring those of Node along. */
declare module 'papaparse' {
  interface Step {
    /** The one row that was just read, for the caller to keep. */
    readonly data: readonly string[][];
    readonly errors: readonly unknown[];
    /** `cursor`: place after the row and its newline, in UTF-16 units. */
    readonly meta: {readonly cursor: number};
  }

  interface Parser {
    /** With `ignoreLastRow` what comes after the last newline waits for more text. */
    parse(input: string, baseIndex: number, ignoreLastRow: boolean): unknown;
    abort(): void;
  }

  interface ParserClass {
    new (config: {delimiter: string; newline: string; step: (step: Step) => void}): Parser;
  }

  const Papa: {readonly Parser: ParserClass};
  export default Papa;
}
