import type {FullSpeaker} from './full-speaker.js';
import type {TestedPlan} from './scorecard.state.js';

/** A name for a file about this plan version, safe on every device: `uitslag-het-verfplein-versie-1`. */
export function fileName({name, number}: TestedPlan, {say}: FullSpeaker): string {
  const words = say('fileName', {plan: name, n: String(number)})
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '');
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}
