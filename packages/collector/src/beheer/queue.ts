import {textKey} from '@samenwaarde/core';
import type {Moderation} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {Refused} from './api.js';
import {belonging, cardsOf, change, make, rubricName, type Cards} from './cards.js';
import {button, foldedForm, text, type Field} from './fields.js';
import type {Html, Page} from './layout.js';
import {plain} from './plain.js';
import {decided, given, more, readable, wordsWith, type Given} from './quotes.js';
import type {Done, Site, Visit} from './site.js';

const REASONS = [
  ['personal-data', 'Er staan gegevens van iemand in'],
  ['insult', 'Het beledigt iemand'],
  ['not-an-answer', 'Het is geen antwoord op de vraag'],
  ['double', 'Het stond er al'],
  ['other', 'Iets anders'],
] as const satisfies readonly (readonly [NonNullable<Moderation['reason']>, string])[];

const STATUSES = [
  ['held', 'Nog te lezen'],
  ['released', 'Vrijgegeven'],
  ['refused', 'Geweigerd'],
] as const;
type Status = (typeof STATUSES)[number][0];

const KINDS = [
  ['quote', 'Citaten'],
  ['reason', 'Redenen bij onvoldoende'],
  ['own-name', 'Zelf bedachte namen'],
] as const;
type Kind = (typeof KINDS)[number][0];

/** Which part of the queue somebody looks at. */
interface Choice {
  readonly kind: Kind;
  readonly status: Status;
}

/** What people wrote and somebody has to read: quotes, reasons for an insufficient mark, own names for rubrics. */
export function queue(site: Site): void {
  site.page('/alliances/:alliance/queue', show);
  site.action('/alliances/:alliance/queue/:contribution', {show, act: decide});
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const choice = chosen(visit);
  const {items, next} = await given(visit, choice);
  const home = `${visit.parts.basePath}/beheer/alliances/${cards.slug}`;
  const body = html`${choices(`${home}/queue`, choice)}
    <p>Wat mensen bij rubrieken schreven, is <a href="${home}/remarks">alleen om te lezen</a>.</p>
    ${choice.kind === 'own-name' ? html`<p>Een naam komt pas in de uitslag als u die hebt vrijgegeven.</p>` : ''}
    ${items.length === 0 ? html`<p>Hier staat niets.</p>` : items.map(one => oneToRead(visit, cards, {choice, one}))}
    ${more(next, {...choice})}`;
  const title = STATUSES.find(([name]) => name === choice.status)?.[1] ?? '';
  return {title, alliance: belonging(cards), body};
}

/** What the address asks for, or the form that was sent. */
function chosen(visit: Visit): Choice {
  const wanted = (name: string): string | null => visit.query.get(name) ?? (text(visit, name) || null);
  const kind = KINDS.find(([name]) => name === wanted('kind'))?.[0] ?? 'quote';
  return {kind, status: STATUSES.find(([name]) => name === wanted('status'))?.[0] ?? 'held'};
}

function choices(address: string, {kind, status}: Choice): Html {
  return html`<ul class="choices" aria-label="Wat u ziet">
    ${KINDS.flatMap(([kindName, kindWords]) =>
      STATUSES.map(
        ([name, words]) =>
          html`<li>
            <a
              href="${address}?kind=${kindName}&status=${name}"
              ${kindName === kind && name === status ? html`aria-current="page"` : ''}
              >${kindWords}: ${words.toLowerCase()}</a
            >
          </li>`,
      ),
    )}
  </ul>`;
}

/** What is usual is one press; what takes thought is folded away. */
function oneToRead(visit: Visit, cards: Cards, {choice, one}: {readonly choice: Choice; readonly one: Given}): Html {
  const action = `/beheer/alliances/${cards.slug}/queue/${one.record.id}`;
  const outcome = choice.status === 'released' ? 'held' : 'released';
  const hidden = {...choice, seen: one.record.text};
  return html`<section>
    ${one.record.kind === 'own-name' ? html`<p class="quiet">Naam voor ${rubricName(cards, one.record.rubric)}</p>` : ''}
    <blockquote>${readable(one)}</blockquote>
    ${button(visit, {
      action,
      button: outcome === 'released' ? 'Vrijgeven' : 'Toch weer vasthouden',
      hidden: {...hidden, outcome, redacted: readable(one)},
    })}
    ${foldedForm(visit, {
      summary: 'Een naam weghalen, of weigeren',
      action,
      button: 'Opslaan',
      fields: decisionFields(one),
      hidden,
    })}
  </section>`;
}

function decisionFields(one: Given): Field[] {
  return [
    {
      name: 'redacted',
      label: 'Tekst zonder namen',
      type: 'long',
      hint: 'Zet [naam] op de plaats van een naam. Laat de rest zoals het is.',
      value: readable(one),
    },
    {
      name: 'outcome',
      label: 'Wat doet u hiermee?',
      type: 'choice',
      value: one.decision?.outcome ?? 'released',
      options: [
        ['released', 'Zo vrijgeven'],
        ['held', 'Nog even vasthouden'],
        ['refused', 'Weigeren'],
      ],
    },
    {
      name: 'reason',
      label: 'Waarom weigert u het?',
      type: 'choice',
      hint: 'Alleen bij weigeren. Wie het schreef, ziet dit.',
      value: one.decision?.reason ?? 'other',
      options: REASONS,
    },
  ];
}

async function decide(visit: Visit): Promise<Done> {
  const cards = await cardsOf(visit);
  const choice = chosen(visit);
  const record = await wordsWith(visit, visit.parameter('contribution'), choice.kind);
  // Its sender may have changed it since this page was made: nobody has read what it says now.
  if (record === undefined || plain(record.text) !== text(visit, 'seen'))
    throw new Refused(409, {type: 'words-changed'});
  const reason = REASONS.find(([name]) => name === text(visit, 'reason'))?.[0];
  const about = record.kind === 'own-name' ? {of: record.of, rubric: record.rubric} : {of: record.id};
  const fields = {
    ...about,
    outcome: text(visit, 'outcome') as Moderation['outcome'],
    redacted: text(visit, 'redacted'),
    // One that is no longer refused has no reason.
    reason: text(visit, 'outcome') === 'refused' ? reason : undefined,
  };
  const card = decided(cards).get(textKey(about.of, about.rubric));
  if (card) await change(visit, cards, {card, fields});
  else await make(visit, cards, {kind: 'moderation', fields});
  const next = new URLSearchParams({...choice});
  return {to: `/beheer/alliances/${cards.slug}/queue?${next.toString()}`, said: 'Opgeslagen.'};
}
