import type {Settings} from '../settings.js';

/** Version of the API, in every answer. @see https://gitdocumentatie.logius.nl/publicatie/api/adr/ rule `/core/version-header` */
export const API_VERSION = '1.0.0';

/** Nothing of an answer may run, load or be framed, unless its own room says otherwise. */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The answer with the headers that every answer has. What a room set itself stays. */
export type Secure = (response: Response) => Response;

/** Gives every answer its headers. They are set on the answer itself: to copy it would slow down every ballot. */
export function securing({publicOrigin}: Pick<Settings, 'publicOrigin'>): Secure {
  const usual = [
    ['API-Version', API_VERSION],
    ['Content-Security-Policy', POLICY],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Cache-Control', 'no-store'],
    ...(publicOrigin.startsWith('https:') ? [['Strict-Transport-Security', 'max-age=31536000'] as const] : []),
  ] as const;
  return response => {
    const {headers} = response;
    for (const [name, value] of usual) if (!headers.has(name)) headers.set(name, value);
    const isForPages = headers.has('Access-Control-Allow-Origin');
    headers.set('Cross-Origin-Resource-Policy', isForPages ? 'cross-origin' : 'same-origin');
    const policy = headers.get('Content-Security-Policy') ?? '';
    if (policy.includes("frame-ancestors 'none'")) headers.set('X-Frame-Options', 'DENY');
    return response;
  };
}
