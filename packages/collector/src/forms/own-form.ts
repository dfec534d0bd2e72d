import {parseReceipt} from '@samenwaarde/core';
import type {Voice} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {Refused} from '../beheer/api.js';
import {describing, wrongWords} from '../beheer/described.js';
import {Faults} from '../beheer/faults.js';
import {hiddenFields} from '../beheer/fields.js';
import type {Html} from '../beheer/layout.js';
import type {Sheet} from './document.js';
import {REOPENED, type Filling} from './forms.js';
import {carried, whyNot} from './give.js';
import {fieldsOf} from './voted.js';

/** A contribution with the receipt that somebody typed. */
interface Own {
  readonly receipt: string;
  readonly record: Voice;
}

const TITLE = 'Ik heb een bewijs';

const COUNTED = 'Dit telt al mee. Het kan niet meer worden veranderd of weggehaald.';

/** What somebody has the receipt of, wherever it was given: to change it or take it away, without a script. */
export async function ownForm(filling: Filling): Promise<Sheet> {
  if (!filling.isSent) return asking(filling);
  const own = await ownOf(filling, parseReceipt(filling.text('receipt')));
  if (own === undefined) return notFound(filling);
  return filling.text('as') === 'withdrawn' ? withdrawn(filling, own) : shown(own);
}

/** @throws Refused when the collector cannot tell. */
async function ownOf({api, slug}: Filling, receipt: string | undefined): Promise<Own | undefined> {
  if (receipt === undefined) return undefined;
  try {
    const path = `/v1/alliances/${slug}/own-contribution`;
    const response = await api.ask('GET', path, undefined, {'samen-receipt': receipt});
    return {receipt, record: ((await response.json()) as Own).record};
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

function notFound(filling: Filling): Sheet {
  const faults = new Faults([{path: 'receipt', reason: 'missing-record', detail: ''}]);
  const asked = asking({...filling, faults});
  return {...asked, problem: {words: 'Verander eerst dit:', wrongs: faults.placed()}, status: 404};
}

function asking({text, faults}: Filling): Sheet {
  const label = 'De code op uw bewijs';
  const typed = text('receipt');
  const says = {'missing-record': 'Bij deze code vinden wij geen antwoord. Kijk of de code klopt.'};
  const wrong = faults.at({id: 'receipt', label, at: 'receipt', typed, says});
  const body = html`<p>Met deze code kunt u uw antwoord veranderen of weghalen.</p>
    <form method="post">
      <div class="field">
        <label for="receipt">${label}</label>
        ${wrongWords('receipt', wrong)}
        <input
          id="receipt"
          name="receipt"
          value="${typed}"
          required
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          ${describing('receipt', {hint: undefined, wrong})}
        />
      </div>
      <p><button>Antwoord opzoeken</button></p>
    </form>`;
  return {title: TITLE, body};
}

function shown(own: Own): Sheet {
  const {receipt, record} = own;
  const body = html`${wordsOf(record)}
    ${reopening(own)}
    <form method="post">
      ${hiddenFields({receipt})}
      <p><button class="second" name="as" value="withdrawn">Weghalen</button></p>
    </form>`;
  return {title: 'Uw antwoord', body};
}

function wordsOf(record: Voice): Html {
  if (record.kind === 'quote' || record.kind === 'reason') return html`<blockquote>${record.text}</blockquote>`;
  if (record.kind === 'rubric-vote') return html`<p>U zei wat u van de kernwaarden vindt.</p>`;
  const n = Object.keys(record.marks).length;
  return html`<p>${n === 1 ? 'U gaf 1 kernwaarde een antwoord.' : `U gaf ${n} kernwaarden een antwoord.`}</p>`;
}

/** Opens the form that it was given with, filled in. What has no such form can be taken away only. */
function reopening({receipt, record}: Own): Html | '' {
  if (record.kind === 'reason') return '';
  const {id} = record;
  const [place, fields] =
    record.kind === 'quote'
      ? [`questions/${record.question}`, {text: record.text}]
      : [`rounds/${record.round}`, record.kind === 'ballot' ? marksOf(record.marks) : fieldsOf(record)];
  return html`<form method="post" action="../${place}/form">
    ${hiddenFields({...carried(record.kind, {id, receipt}), ...fields})}
    <p><button name="as" value="${REOPENED}">Veranderen</button></p>
  </form>`;
}

function marksOf(marks: Readonly<Record<string, number | string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(marks).map(([value, score]) => [`marks[${value}]`, String(score)]));
}

async function withdrawn(filling: Filling, own: Own): Promise<Sheet> {
  const {api, slug} = filling;
  const path = `/v1/alliances/${slug}/contributions/${own.record.id}`;
  try {
    await api.send('DELETE', path, undefined, {'samen-receipt': own.receipt});
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const words = error.type === 'closed' ? COUNTED : whyNot(error);
    return {...shown(own), problem: {words, wrongs: []}, status: error.status};
  }
  return {title: TITLE, body: html`<p role="status">Uw antwoord is weggehaald.</p>`};
}
