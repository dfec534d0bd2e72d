import {textKey} from '@samenwaarde/core';
import type {Moderation} from '@samenwaarde/core/schema';
import {Refused} from './api.js';
import {cardsOf, change, make, type Cards} from './cards.js';
import {allGiven, decided, readable, wordsWith, type Given, type Kind} from './given.js';
import {plain, text} from './typed.js';
import type {Visit} from './site.js';

export const REASONS = [
  ['personal-data', 'Er staan gegevens van iemand in'],
  ['insult', 'Het beledigt iemand'],
  ['not-an-answer', 'Het is geen antwoord op de vraag'],
  ['double', 'Het stond er al'],
  ['other', 'Iets anders'],
] as const satisfies readonly (readonly [NonNullable<Moderation['reason']>, string])[];

/** Before the id in the name of a field with the words that somebody read. */
export const SEEN = 'seen-';

/** Does with somebody's words what was chosen in the form, and says so. @throws Refused */
export async function decide(visit: Visit, kind: Kind): Promise<string> {
  const cards = await cardsOf(visit);
  const record = await wordsWith(visit, visit.parameter('contribution'), kind);
  // Its sender may have changed it since this page was made: nobody has read what it says now.
  if (record === undefined || plain(record.text) !== text(visit, 'seen'))
    throw new Refused(409, {type: 'words-changed'});
  const reason = REASONS.find(([name]) => name === text(visit, 'reason'))?.[0];
  const outcome = text(visit, 'outcome') as Moderation['outcome'];
  // One that is no longer refused has no reason.
  const decision = {outcome, redacted: text(visit, 'redacted'), reason: outcome === 'refused' ? reason : undefined};
  await keep(visit, cards, {record, decision});
  return 'Opgeslagen.';
}

/** Lets through everything that somebody read in one go, as far as nobody changed it since. @throws Refused */
export async function releaseAll(visit: Visit, kind: Kind): Promise<string> {
  const cards = await cardsOf(visit);
  let released = 0;
  for await (const one of allGiven(visit, {kind, status: 'held'})) {
    if (text(visit, SEEN + one.record.id) !== plain(one.record.text)) continue;
    const decision = {outcome: 'released' as const, redacted: readable(one), reason: undefined};
    await keep(visit, cards, {record: one.record, decision});
    released += 1;
  }
  const left = [...visit.typed.keys()].filter(name => name.startsWith(SEEN)).length - released;
  return left === 0 ? `${released} vrijgegeven.` : `${released} vrijgegeven. Van ${left} is de tekst intussen anders.`;
}

interface Decided {
  readonly record: Given['record'];
  readonly decision: {
    readonly outcome: Moderation['outcome'];
    readonly redacted: string;
    readonly reason: Moderation['reason'] | undefined;
  };
}

/** One card per text, whoever decides. */
async function keep(visit: Visit, cards: Cards, {record, decision}: Decided): Promise<void> {
  const about = record.kind === 'own-name' ? {of: record.of, rubric: record.rubric} : {of: record.id};
  const fields = {...about, ...decision};
  const card = decided(cards).get(textKey(about.of, about.rubric));
  if (card) await change(visit, cards, {card, fields});
  else await make(visit, cards, {kind: 'moderation', fields});
}
