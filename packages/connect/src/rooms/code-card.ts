import type {Round} from '@samenwaarde/core/schema';
import {onlyOn} from '../giving.js';
import type {Ready} from '../snapshot.js';

/** The code that was in the address of this page. */
let scanned = '';

/**
 * The code to begin with where a round asks one: of the card that was given before, or scanned. `undefined` where none is
 * asked: in an exercise, and of a ballot that the collector has.
 */
export function askedCode(ready: Ready, {id: round, trust}: Round): string | undefined {
  if (trust !== 'code-cards' || !ready.known.collector) return undefined;
  const own = ready.device.own.get(onlyOn(ready, round, 'ballot') ?? '');
  if (own?.delivery?.type === 'sent' && !own.withdrawn) return undefined;
  return own?.card ?? codeInAddress();
}

/** The card that a ballot and its reasons go with. */
export function cardFor({device}: Ready, ballot: string | undefined, code: string | undefined): string | undefined {
  scanned = '';
  return code ?? device.own.get(ballot ?? '')?.card;
}

/** The code behind `#` where a card's QR leads to, taken out of the address bar so that nobody reads it over a shoulder. */
function codeInAddress(): string {
  const parts = new URLSearchParams(location.hash.slice(1));
  const code = parts.get('code');
  if (code) {
    scanned = code;
    parts.delete('code');
    const rest = parts.toString().replace(/=(?=&|$)/g, '');
    history.replaceState(history.state, '', `${location.pathname}${location.search}${rest && `#${rest}`}`);
  }
  return scanned;
}
