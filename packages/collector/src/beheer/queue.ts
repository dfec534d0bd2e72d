import type {Moderation} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {Refused} from './api.js';
import {belonging, cardsOf, change, make} from './cards.js';
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

/** What people gave and somebody has to read: quotes, and reasons for an insufficient mark. */
export function queue(site: Site): void {
  site.page('/alliances/:alliance/queue', show);
  site.action('/alliances/:alliance/queue/:contribution', {show, act: decide});
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const kind = visit.query.get('kind') === 'reason' ? 'reason' : 'quote';
  const status = STATUSES.find(([name]) => name === visit.query.get('status'))?.[0] ?? 'held';
  const {items, next} = await given(visit, {status, kind});
  const body = html`${choices(kind, status)}
    ${items.length === 0 ? html`<p>Hier staat niets.</p>` : items.map(one => oneToRead(visit, cards.slug, {status, one}))}
    ${more(next)}`;
  const title = STATUSES.find(([name]) => name === status)?.[1] ?? '';
  return {title, alliance: belonging(cards), body};
}

function choices(kind: string, status: string): Html {
  const kinds = [
    ['quote', 'Citaten'],
    ['reason', 'Redenen bij onvoldoende'],
  ] as const;
  return html`<ul class="choices" aria-label="Wat u ziet">
    ${kinds.flatMap(([kindName, kindWords]) =>
      STATUSES.map(
        ([name, words]) =>
          html`<li>
            <a
              href="?kind=${kindName}&status=${name}"
              ${kindName === kind && name === status ? html`aria-current="page"` : ''}
              >${kindWords}: ${words.toLowerCase()}</a
            >
          </li>`,
      ),
    )}
  </ul>`;
}

/** What is usual is one press; what takes thought is folded away. */
function oneToRead(visit: Visit, slug: string, {status, one}: {readonly status: Status; readonly one: Given}): Html {
  const action = `/beheer/alliances/${slug}/queue/${one.record.id}`;
  const outcome = status === 'released' ? 'held' : 'released';
  return html`<section>
    <blockquote>${readable(one)}</blockquote>
    ${button(visit, {
      action,
      button: outcome === 'released' ? 'Vrijgeven' : 'Toch weer vasthouden',
      hidden: {outcome, redacted: readable(one), seen: one.record.text},
    })}
    ${foldedForm(visit, {
      summary: 'Een naam weghalen, of weigeren',
      action,
      button: 'Opslaan',
      fields: decisionFields(one),
      hidden: {seen: one.record.text},
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
  const of = visit.parameter('contribution');
  // Its sender may have changed it since this page was made: nobody has read what it says now.
  if (plain((await wordsWith(visit, of))?.text ?? '') !== text(visit, 'seen'))
    throw new Refused(409, {type: 'words-changed'});
  const reason = REASONS.find(([name]) => name === text(visit, 'reason'))?.[0];
  const fields = {
    of,
    outcome: text(visit, 'outcome') as Moderation['outcome'],
    redacted: text(visit, 'redacted'),
    ...(text(visit, 'outcome') === 'refused' && reason !== undefined && {reason}),
  };
  const card = decided(cards).get(of);
  if (card) await change(visit, cards, {card: unreasoned(card), fields});
  else await make(visit, cards, {kind: 'moderation', fields});
  return {to: `/beheer/alliances/${cards.slug}/queue`, said: 'Opgeslagen.'};
}

/** One that is no longer refused has no reason. */
function unreasoned(card: Moderation): Moderation {
  return Object.fromEntries(Object.entries(card).filter(([key]) => key !== 'reason')) as Moderation;
}
