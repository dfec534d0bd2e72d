/** A text as a form brings it: without space around it, and with one sign for the end of a line. */
export function plain(words: string): string {
  return words.trim().replace(/\r\n?/g, '\n');
}
