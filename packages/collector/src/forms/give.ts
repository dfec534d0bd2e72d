import {parseCodeCard, parseReceipt, receipt, uuid, type Random} from '@samenwaarde/core';
import {Id, type Voice} from '@samenwaarde/core/schema';
import {safeParse} from 'zod/v4/core';
import type {Api, Refused} from '../beheer/api.js';
import {Faults} from '../beheer/faults.js';
import type {Sheet} from './document.js';
import type {Filling} from './forms.js';

/** An id with its receipt, drawn before the first send. */
export interface Drawn {
  readonly id: string;
  readonly receipt: string;
}

/** A fresh id and receipt, or those that a form brought back. */
export function drawn(random: Random, typed: FormData, name: string): Drawn {
  const [id, code] = [typed.get(`${name}-id`), typed.get(`${name}-receipt`)];
  // Both become part of a request: what is neither came from no form of ours.
  const isOurs = safeParse(Id, id).success && typeof code === 'string' && parseReceipt(code) !== undefined;
  if (typeof id === 'string' && isOurs) return {id, receipt: code};
  return {id: uuid(random), receipt: receipt(random)};
}

/** The hidden fields that bring it back. */
export function carried(name: string, {id, receipt: code}: Drawn): Record<string, string> {
  return {[`${name}-id`]: id, [`${name}-receipt`]: code};
}

/** One contribution on its way: what a widget would send, in the same words. */
export interface Sending {
  readonly slug: string;
  readonly record: Voice;
  readonly receipt: string;
  readonly code?: string;
}

/** Stands for what can be no code of any card. */
const UNREADABLE = '-';

/** Gives it to the API, as a widget would. @throws Refused */
export async function give(api: Api, {slug, record, receipt: proof, code}: Sending): Promise<void> {
  await api.send('PUT', `/v1/alliances/${slug}/contributions/${record.id}`, record, {
    'samen-receipt': proof,
    // As it is written on the card: a header cannot hold every sign that somebody may type.
    ...(code !== undefined && code !== '' && {'samen-code': parseCodeCard(code) ?? UNREADABLE}),
  });
}

/** The form once more, with why what was sent was not taken: at the fields, and above all of it. */
export function askedAgain(filling: Filling, refused: Refused, show: (filling: Filling) => Sheet): Sheet {
  const faults = new Faults(refused.errors);
  const shown = show({...filling, faults});
  const wrongs = faults.placed();
  const words = wrongs.length > 0 ? 'Wij hebben uw antwoord nog niet. Verander eerst dit:' : whyNot(refused);
  return {...shown, isKept: true, problem: {words, wrongs}, status: refused.status};
}

/** Why something was not taken, in words for a resident. */
export function whyNot({type, status}: Refused): string {
  const words: Readonly<Record<string, string>> = {
    closed: 'Meedoen kan niet meer: het is gesloten. Hieronder staat nog wat u invulde.',
    'nothing-given': 'U hebt nog niets gekozen. Begin bij de eerste vraag.',
    'too-large': 'Uw tekst is te lang. Maak hem korter.',
    'wrong-receipt': 'Dit formulier hoort bij een ander antwoord. Open de pagina opnieuw.',
  };
  if (Object.hasOwn(words, type)) return words[type] ?? '';
  if (status === 429) return 'Het is even te druk. Wacht een minuut en verstuur het dan nog eens.';
  if (status >= 500) return 'Wij kunnen uw antwoord nu niet ontvangen. Verstuur het straks nog eens.';
  return 'Wij begrijpen niet wat er is ingevuld. Kijk het na en verstuur het nog eens.';
}
