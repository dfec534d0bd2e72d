import type {Settings} from '../settings.js';

/** Version of the API, in every answer. @see https://gitdocumentatie.logius.nl/publicatie/api/adr/ rule `/core/version-header` */
export const API_VERSION = '1.0.0';

/** Nothing of an answer may run, load or be framed, unless its own room says otherwise. */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Headers of every answer. What a room says itself goes before: also that an answer is for pages of other origins, or may
 * be framed.
 */
export function usualHeaders({publicOrigin}: Pick<Settings, 'publicOrigin'>): Readonly<Record<string, string>> {
  return {
    'API-Version': API_VERSION,
    'Content-Security-Policy': POLICY,
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-store',
    ...(publicOrigin.startsWith('https:') && {'Strict-Transport-Security': 'max-age=31536000'}),
  };
}
