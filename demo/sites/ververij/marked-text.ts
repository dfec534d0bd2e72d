/** A value marked in a text: the words themselves, the name it goes by, and where it stands, in code points. */
export interface Mark {
  readonly exact: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const MARK = /\\\[|\[([^\]]+)\]/g;

/** Reads `[…]` and `[… → name]` as marks; `\[` is a bracket that was written. */
export function markedText(markup: string): MarkedText {
  const marks: Mark[] = [];
  let text = '';
  let from = 0;
  for (const {0: whole, 1: inside, index} of markup.matchAll(MARK)) {
    text += markup.slice(from, index);
    from = index + whole.length;
    if (inside === undefined) {
      text += '[';
      continue;
    }
    const [exact = '', name = exact] = inside.split(' → ');
    const start = codePoints(text);
    text += exact;
    marks.push({exact, name, start, end: start + codePoints(exact)});
  }
  return {text: text + markup.slice(from), marks};
}

function codePoints(text: string): number {
  return Array.from(text).length;
}
