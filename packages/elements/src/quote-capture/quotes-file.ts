import {readQuotes, type QuotesFile, type RefusedFile} from '@samenwaarde/core/csv';

/** How a file is to be read. */
export interface Reading {
  /** The column with the texts; without it, it is looked for. */
  readonly textColumn?: string | undefined;
  readonly signal: AbortSignal;
  /** Told how far it is, 0–1. */
  readonly tell: (part: number) => void;
}

/**
 * The quotes in a CSV file of any size, while the page stays alive. A file that is not UTF-8 is read as Windows wrote
 * it before.
 *
 * @throws DOMException when the browser cannot read the file, for instance because it was moved.
 */
export async function readQuotesFile(file: File, reading: Reading): Promise<QuotesFile | RefusedFile> {
  const {textColumn, signal} = reading;
  const options = {textColumn, signal, pause};
  try {
    return await readQuotes(decoded(file, 'utf-8', reading), options);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return readQuotes(decoded(file, 'windows-1252', reading), options);
  }
}

/** @throws TypeError when the file is not written in `encoding`. */
async function* decoded(file: File, encoding: string, {tell}: Reading): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding, {fatal: true});
  const reader = file.stream().getReader();
  let read = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      read += part.value.byteLength;
      tell(read / file.size);
      yield decoder.decode(part.value, {stream: true});
    }
    yield decoder.decode();
  } finally {
    await reader.cancel();
  }
}

/** Gives the page its turn. */
function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve));
}
