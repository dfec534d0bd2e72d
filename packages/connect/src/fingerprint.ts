/**
 * SHA-256 of a receipt, in hexadecimal: with it a contribution is found back, and from it no receipt can be made. On
 * http other than localhost browsers have no `crypto.subtle`; there the sum is made by a small library, fetched when it
 * is needed.
 */
export async function fingerprint(receipt: string): Promise<string> {
  const bytes = new TextEncoder().encode(receipt);
  const {subtle} = crypto as {readonly subtle?: SubtleCrypto};
  const hash: Uint8Array = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', bytes))
    : (await import('@noble/hashes/sha2.js')).sha256(bytes);
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('');
}
