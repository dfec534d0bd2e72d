import {byVerdict, scorecard, terms, type PublishedResult, type Scorecard, type ValueScore} from '@samenwaarde/core';
import type {ProfileVersion, Round} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {Refused} from './api.js';
import {find, kindOf, type Cards} from './cards.js';
import type {Html, Part} from './layout.js';
import type {Visit} from './site.js';

/** What everybody may see of the rounds that closed, by their ids. */
export type Results = ReadonlyMap<string, PublishedResult>;

/** The figures of every closed round, as they are published. @throws Refused */
export async function resultsIn(visit: Visit, cards: Cards): Promise<Results> {
  const closed = kindOf(cards, 'round').filter(({status}) => status === 'closed');
  const results = await Promise.all(closed.map(({id}) => resultOf(visit, id)));
  return new Map(results.flatMap(result => (result === undefined ? [] : [[result.round, result] as const])));
}

/** `undefined` where there are no figures: its profile was not there when it closed. */
async function resultOf(visit: Visit, round: string): Promise<PublishedResult | undefined> {
  try {
    return await visit.api.get(`/v1/alliances/${visit.parameter('alliance')}/rounds/${round}/result`);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

/** The result of a round that closed: a sentence, and the mark on every core value. */
export function resultTable(cards: Cards, round: Round, result: PublishedResult | undefined): Part {
  const profile = find(cards, 'profile-version', round.profileVersion);
  if (profile === undefined || result === undefined) return '';
  const card = scorecard(result.shown, terms(round, profile, 'ballots'));
  const {insufficient, 'too-few-voices': few, incomplete, pass} = byVerdict(card);
  const nameOf = namesIn(profile);
  return html`<p>${sentence(card, nameOf)}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">Kernwaarde</th>
          <th scope="col" class="number">${card.scale === 'marks' ? 'Cijfer' : 'Voldoende'}</th>
          <th scope="col">Oordeel</th>
        </tr>
      </thead>
      <tbody>
        ${[...insufficient, ...few, ...incomplete, ...pass].map(score => row(score, card, nameOf))}
      </tbody>
    </table>
    ${card.leftOut.map(({value, reason}) => html`<p class="quiet">Niet gevraagd: ${nameOf(value)}. ${reason}</p>`)}`;
}

type NameOf = (value: string) => string;

function namesIn({coreValues}: ProfileVersion): NameOf {
  const names = new Map(coreValues.map(({rubric, name}) => [rubric, name]));
  return value => names.get(value) ?? '';
}

const lists = new Intl.ListFormat('nl');

function sentence(card: Scorecard, nameOf: NameOf): string {
  const names = (scores: readonly ValueScore[]) => lists.format(scores.map(({value}) => nameOf(value)));
  switch (card.verdict) {
    case 'pass':
      return 'Voldoende op alle kernwaarden.';
    case 'insufficient': {
      const lacking = names(byVerdict(card).insufficient);
      return `Nog niet goed genoeg: ${lacking}. Wat moet er anders? Maak met de verbetervoorstellen een nieuwe versie, en toets die weer.`;
    }
    case 'incomplete': {
      const gave = card.scale === 'marks' ? 'een cijfer voor' : 'antwoord over';
      return `Nog geen uitslag. Te weinig mensen gaven ${gave} ${names(byVerdict(card).incomplete)}.`;
    }
    case 'too-few-voices':
      return `Te weinig antwoorden. Vanaf ${card.k} antwoorden is de uitslag te zien. Zo ziet niemand wat iemand koos.`;
  }
}

function row(score: ValueScore, {scale}: Scorecard, nameOf: NameOf): Html {
  return html`<tr>
    <th scope="row">${nameOf(score.value)}</th>
    <td class="number">${figure(score)}</td>
    <td>${verdictWords(score, scale)}</td>
  </tr>`;
}

/** The mark or share that people see; where it would tell what each of them chose, that they agree. */
function figure({mean, sufficientPercent, alike}: ValueScore): string {
  if (mean !== null) return decimal(mean);
  if (sufficientPercent !== null) return `${sufficientPercent}%`;
  return alike ? 'allemaal gelijk' : '–';
}

function verdictWords({verdict, passMark, dissent}: ValueScore, scale: Scorecard['scale']): Part {
  switch (verdict) {
    case 'pass':
      return html`✓ voldoende ${dissent ? html`<p class="quiet">de meningen zijn verdeeld</p>` : ''}`;
    case 'insufficient':
      return html`✕ onvol&shy;doende
        <p class="quiet">nodig is ${scale === 'marks' ? `een ${decimal(passMark)}` : 'meer dan 50%'}</p>`;
    case 'incomplete':
      return 'niet compleet';
    case 'too-few-voices':
      return 'te weinig antwoorden';
  }
}

/** A mark as it is said: always one decimal, `4,8`. */
export function decimal(mark: number): string {
  return mark.toFixed(1).replace('.', ',');
}
