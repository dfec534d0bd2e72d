import type {Round} from '@samenwaarde/core/schema';
import {forgetScanned, type Scanned} from '../scanned.js';
import type {Refusal} from '../shown.js';
import type {Ready} from '../snapshot.js';

/** The code that was in the address of this page, where the page keeps something else than an object in its history. */
let scanned = '';

/** What a round with code cards asks of a ballot. */
interface Asked {
  /** The code to begin with: scanned, or of the card that was given before. */
  readonly code?: string;
  /** Why the collector did not take that card. */
  readonly codeRefused?: Refusal | undefined;
}

/** Nothing where no code is asked: in an exercise, and of a ballot that the collector has. */
export function askedCode({known, device}: Ready, ballot: string | undefined, {trust}: Round): Asked {
  if (trust !== 'code-cards' || !known.collector) return {};
  const code = scannedCode();
  const own = device.own.get(ballot ?? '');
  if (own?.delivery?.type === 'sent' && !own.withdrawn) return {};
  // Who was refused and scans a card then, means that one.
  if (code || !own?.card) return {code};
  const refused = device.outbox.get(ballot ?? '')?.refused;
  return {code: own.card, codeRefused: refused?.startsWith('code-') ? refused : undefined};
}

/** The card that a ballot and its reasons go with. */
export function cardFor({device}: Ready, ballot: string | undefined, code: string | undefined): string | undefined {
  scanned = '';
  forgetScanned();
  return code ?? device.own.get(ballot ?? '')?.card;
}

/** The code behind `#` where a card's QR leads to, taken out of the address bar so that nobody reads it over a shoulder. */
function scannedCode(): string {
  const parts = new URLSearchParams(location.hash.slice(1));
  const code = parts.get('code');
  if (code) {
    parts.delete('code');
    const rest = parts.toString().replace(/=(?=&|$)/g, '');
    remember(code, `${location.pathname}${location.search}${rest && `#${rest}`}`);
  }
  return (history.state as Scanned | null)?.samenCode ?? scanned;
}

function remember(code: string, address: string): void {
  const state: unknown = history.state;
  const takesMore = typeof state === 'object';
  if (!takesMore) scanned = code;
  history.replaceState(takesMore ? {...state, samenCode: code} : state, '', address);
}
