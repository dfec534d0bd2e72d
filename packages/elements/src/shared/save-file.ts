/** Hands the reader a file to keep, made here: no server is asked. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], {type}));
  const link = Object.assign(document.createElement('a'), {href: address, download: name});
  link.click();
  // The browser reads the address after this turn; a minute is ample, and then the memory is given back.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
