import type {Settings} from '../settings.js';

/** Version of the API, in every answer. @see https://gitdocumentatie.logius.nl/publicatie/api/adr/ rule `/core/version-header` */
export const API_VERSION = '1.0.0';

/** Nothing of an answer may run, load or be framed, unless its own room says otherwise. */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Headers of every answer, by their names in lower case. What a room says itself goes before: also that an answer is for
 * pages of other origins, or may be framed.
 */
export function usualHeaders({publicOrigin}: Pick<Settings, 'publicOrigin'>): Readonly<Record<string, string>> {
  return {
    'api-version': API_VERSION,
    'content-security-policy': POLICY,
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
    ...(publicOrigin.startsWith('https:') && {'strict-transport-security': 'max-age=31536000'}),
  };
}
