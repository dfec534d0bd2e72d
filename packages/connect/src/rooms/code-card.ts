import type {Round} from '@samenwaarde/core/schema';
import type {Refusal} from '../shown.js';
import type {Ready} from '../snapshot.js';

/** The code that was in the address of this page. */
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
  if (scanned) remember('', location.href);
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
  return (scanned ||= kept());
}

/** Keeps the code until it is given, also in the history of the tab: a phone may load the page anew before that. */
function remember(code: string, address: string): void {
  scanned = code;
  const state: unknown = history.state;
  history.replaceState(typeof state === 'object' ? {...state, samenCode: code} : state, '', address);
}

function kept(): string {
  const state = history.state as {readonly samenCode?: string} | null;
  return state?.samenCode ?? '';
}
