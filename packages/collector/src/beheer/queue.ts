import {html} from 'hono/html';
import {belonging, cardsOf, linkTo, pathTo, rubricName, type Cards} from './cards.js';
import {choices} from './choices.js';
import {cursorOf, more, nothingHere, queryOf} from './cursor.js';
import {decide, REASONS, releaseAll, SEEN} from './decide.js';
import {button, foldedForm, type Field} from './fields.js';
import {given, KINDS, placeOf, readable, type Given, type Kind} from './given.js';
import type {Html, Page, Part} from './layout.js';
import {personalDataIn, withoutPersonalData} from '../forms/personal-data.js';
import type {Done, Site, Visit} from './site.js';
import {kindsToRead, STATUSES} from './to-read.js';
import {text} from './typed.js';

/** Which part of the queue somebody looks at. */
interface Choice {
  readonly kind: Kind;
  readonly status: (typeof STATUSES)[number][0];
  readonly cursor: string;
}

/** What people wrote and somebody has to read: quotes, reasons for an insufficient mark, own names for rubrics. */
export function queue(site: Site): void {
  site.page('/alliances/:alliance/queue', show);
  site.action('/alliances/:alliance/queue', {show, act: visit => back(visit, releaseAll(visit, chosen(visit).kind))});
  site.action('/alliances/:alliance/queue/:contribution', {
    show,
    act: visit => back(visit, decide(visit, chosen(visit).kind)),
  });
}

/** To where the next thing to read stands, or else to the beginning. */
async function back(visit: Visit, said: Promise<string>): Promise<Done> {
  const to = pathTo({slug: visit.parameter('alliance')}, `/queue${queryOf({...chosen(visit)})}`);
  return {to, said: await said, at: text(visit, 'next') || 'main'};
}

async function show(visit: Visit): Promise<Page> {
  const cards = await cardsOf(visit);
  const choice = chosen(visit);
  const {items, next} = await given(visit, choice);
  const {kind, status} = choice;
  const address = linkTo(visit, cards, '/queue');
  const start = address + queryOf({kind, status});
  const states = STATUSES.map(([name, words]) => {
    return {words, address: address + queryOf({kind, status: name}), isHere: name === status};
  });
  const body = html`${await kindsToRead(visit, cards, kind)} ${choices('Welke u ziet', states)}
    ${kind === 'own-name' ? html`<p>Een naam komt pas in de uitslag als u die hebt vrijgegeven.</p>` : ''}
    ${items.length === 0 ? nothingHere(visit, start) : items.map((one, place) => oneToRead(visit, cards, {choice, one, next: items[place + 1] ?? items[place - 1]}))}
    ${status === 'held' ? releasing(visit, cards, {choice, items}) : ''} ${more(address, next, {kind, status})}`;
  const title = STATUSES.find(([name]) => name === status)?.[1] ?? '';
  return {title, alliance: belonging(cards), body};
}

/** What the address asks for, or the form that was sent. */
function chosen(visit: Visit): Choice {
  const wanted = (name: string): string | null => visit.query.get(name) ?? (text(visit, name) || null);
  const kind = KINDS.find(([name]) => name === wanted('kind'))?.[0] ?? 'quote';
  const status = STATUSES.find(([name]) => name === wanted('status'))?.[0] ?? 'held';
  return {kind, status, cursor: cursorOf(visit)};
}

interface ToRead {
  readonly choice: Choice;
  readonly one: Given;
  /** What to read after it. */
  readonly next: Given | undefined;
}

/** What is usual is one press; what takes thought is folded away. */
function oneToRead(visit: Visit, cards: Cards, {choice, one, next}: ToRead): Html {
  const {record} = one;
  const action = pathTo(cards, `/queue/${record.id}`);
  const outcome = choice.status === 'released' ? 'held' : 'released';
  const hidden = {...choice, next: next === undefined ? '' : placeOf(next), seen: record.text};
  return html`<section id="${placeOf(one)}" tabindex="-1">
    ${record.kind === 'own-name' ? html`<p class="quiet">Naam voor ${rubricName(cards, record.rubric)}</p>` : ''}
    <blockquote>${readable(one)}</blockquote>
    ${pointer(one)}
    ${button(visit, {
      action,
      button: outcome === 'released' ? 'Vrijgeven' : 'Toch weer vasthouden',
      hidden: {...hidden, outcome, redacted: readable(one)},
    })}
    ${foldedForm(visit, {
      summary: 'Een naam weghalen, of weigeren',
      isOpen: isDoubtful(one),
      action,
      button: 'Opslaan',
      fields: decisionFields(one),
      hidden,
    })}
  </section>`;
}

/** Whether somebody has to look at it by itself: nobody did, and it may tell who somebody is. */
function isDoubtful(one: Given): boolean {
  return one.decision === undefined && personalDataIn(one.record.text).length > 0;
}

function pointer(one: Given): Part {
  if (!isDoubtful(one)) return '';
  const found = personalDataIn(one.record.text).join(' en een ');
  return html`<p class="wrong">Er staat een ${found} in. In het formulier hieronder is dat al weg. Namen herkennen wij niet.</p>`;
}

/** To let through at once what somebody has just read; what may tell who somebody is takes a decision of its own. */
function releasing(
  visit: Visit,
  cards: Cards,
  {choice, items}: {readonly choice: Choice; readonly items: readonly Given[]},
): Part {
  const sure = items.filter(one => !isDoubtful(one));
  if (sure.length < 2) return '';
  const seen = sure.map(({record}) => [SEEN + record.id, record.text]);
  return html`<section>
    <h2>Alles gelezen?</h2>
    <p>
      Wat u wilt weigeren of veranderen, doet u eerst.
      ${sure.length < items.length ? 'Waar gegevens van iemand in staan, geeft u een voor een vrij.' : ''}
    </p>
    ${button(visit, {
      action: pathTo(cards, '/queue'),
      button: `Deze ${sure.length} vrijgeven`,
      hidden: {...choice, ...(Object.fromEntries(seen) as Record<string, string>)},
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
      value: isDoubtful(one) ? withoutPersonalData(one.record.text) : readable(one),
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
