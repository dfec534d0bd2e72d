import {html} from 'hono/html';
import {describing, wrongWords} from './described.js';
import type {Place, Says} from './faults.js';
import type {Html, Part} from './layout.js';
import type {Visit} from './site.js';

interface Common {
  readonly name: string;
  readonly label: string;
  /** What helps to fill it in. */
  readonly hint?: string;
  readonly optional?: boolean;
  /** Under which name the API has it, where that is another: `levels.4`. */
  readonly at?: string;
  /** What to say for a reason, where there is something better to say than usual. */
  readonly says?: Says;
}

/** One thing to fill in. */
export type Field = Common &
  (
    | {readonly type: 'date' | 'number' | 'password'; readonly value?: string | number}
    /** `list` is the id of a list of what is often chosen. */
    | {readonly type: 'text'; readonly value?: string; readonly list?: string}
    /** Several lines. */
    | {readonly type: 'long'; readonly value?: string; readonly rows?: number}
    | {readonly type: 'choice'; readonly value?: string; readonly options: readonly (readonly [string, string])[]}
    | {readonly type: 'tick'; readonly value?: boolean}
    /** Several ticks under one label, each with a name of its own. None of them is ticked at first. */
    | {readonly type: 'ticks'; readonly options: readonly (readonly [name: string, words: string])[]}
    | {readonly type: 'file'; readonly accept?: string}
  );

/** A form of fields with one button, at the site's own address. */
export interface FormOf {
  readonly action: string;
  readonly button: string;
  readonly fields: readonly Field[];
  /** Travels along unseen. */
  readonly hidden?: Readonly<Record<string, string>>;
}

/** A form. After a refusal it holds what was typed, and says at each field what is wrong with it. */
export function form(visit: Visit, {action, button, fields, hidden = {}}: FormOf): Html {
  const hasFile = fields.some(({type}) => type === 'file');
  return html`<form
    method="post"
    action="${visit.parts.basePath}${action}"
    enctype="${hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}"
  >
    ${hiddenFields(hidden)}
    ${fields.map((field, place) => labelled(visit, field, {action, isFirst: place === 0}))}
    <p><button>${button}</button></p>
  </form>`;
}

interface Folded {
  readonly summary: string;
  readonly before?: Part;
  readonly isOpen?: boolean;
}

/** A form that is folded away under a few words; when it was sent and not done it is open. */
export function foldedForm(visit: Visit, {summary, before = '', isOpen = false, ...rest}: FormOf & Folded): Html {
  return html`<details ${isOpen || visit.sent === rest.action ? html`open` : ''}>
    <summary>${summary}</summary>
    ${before} ${form(visit, rest)}
  </details>`;
}

/** What travels along with a form, unseen. */
export function hiddenFields(fields: Readonly<Record<string, string>>): Html[] {
  return Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
}

/** A form that is only a button. */
export function button(visit: Visit, {action, button: words, hidden = {}}: Omit<FormOf, 'fields'>): Html {
  return html`<form class="button" method="post" action="${visit.parts.basePath}${action}">
    ${hiddenFields(hidden)}
    <button>${words}</button>
  </form>`;
}

/** A field with one thing in it. */
type Single = Exclude<Field, {readonly type: 'ticks'}>;

function labelled(visit: Visit, field: Field, {action, isFirst}: {action: string; isFirst: boolean}): Html {
  const id = `${action.slice(1).replaceAll('/', '-')}-${field.name}`;
  const isSent = visit.sent === action;
  if (field.type === 'ticks') return ticks(visit, field, {id, isSent});
  const value = isSent ? typed(visit, field) : present(field);
  const wrong = isSent ? wrongAt(visit, field, {id, typed: value}) : undefined;
  const label = html`<label for="${id}"
    >${field.label}${field.optional ? html` <span class="quiet">(hoeft niet)</span>` : ''}</label
  >`;
  const hint = field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : '';
  const error = wrongWords(id, wrong);
  const about = html`${describing(id, {hint: field.hint && `${id}-hint`, wrong})}
  ${isFirst && isSent && visit.refused === undefined ? html`autofocus` : ''}`;
  const input = control(field, {id, about, value});
  return field.type === 'tick'
    ? html`<div class="field tick">${input}${label}${hint}${error}</div>`
    : html`<div class="field">${label}${hint}${error}${input}</div>`;
}

/** Ticks in a group; what is wrong with them leads to the first. */
function ticks(
  visit: Visit,
  field: Extract<Field, {type: 'ticks'}>,
  {id, isSent}: {readonly id: string; readonly isSent: boolean},
): Html {
  const wrong = isSent ? wrongAt(visit, field, {id, typed: ''}) : undefined;
  const isTicked = (name: string) => isSent && visit.typed.get(name) === 'yes';
  return html`<fieldset class="ticks" ${wrong === undefined ? '' : html`aria-describedby="${id}-wrong"`}>
    <legend>${field.label}</legend>
    ${wrongWords(id, wrong)}
    ${field.options.map(
      ([name, words], place) =>
        html`<label class="choice">
          <input type="checkbox" name="${name}" value="yes" ${place === 0 ? html`id="${id}"` : ''} ${isTicked(name) ? html`checked` : ''} /> ${words}
        </label>`,
    )}
  </fieldset>`;
}

/** What the API found wrong with what was sent in this field. */
function wrongAt(
  {faults}: Visit,
  {name, label, at = name, says, type}: Field,
  place: Pick<Place, 'id' | 'typed'>,
): string | undefined {
  const whole = {...place, label, at, ...(says !== undefined && {says})};
  return type === 'file' ? faults.inFile(whole) : faults.at(whole);
}

/** How a field stands on its page. */
interface Standing {
  readonly id: string;
  /** What ties it to what is said about it. */
  readonly about: Html;
  readonly value: string;
}

function control(field: Single, {id, about, value}: Standing): Part {
  const {name} = field;
  const required = field.optional ? '' : html`required`;
  switch (field.type) {
    case 'long':
      return html`<textarea id="${id}" name="${name}" rows="${field.rows ?? 4}" ${required} ${about}>
${value}</textarea
      >`;
    case 'choice':
      return html`<select id="${id}" name="${name}" ${about}>
        ${field.options.map(
          ([key, words]) => html`<option value="${key}" ${key === value ? html`selected` : ''}>${words}</option>`,
        )}
      </select>`;
    case 'tick':
      return html`<input
        type="checkbox"
        id="${id}"
        name="${name}"
        value="yes"
        ${value === 'yes' ? html`checked` : ''}
        ${about}
      />`;
    case 'file':
      return html`<input type="file" id="${id}" name="${name}" accept="${field.accept ?? ''}" ${required} ${about} />`;
    default:
      return html`<input
        type="${field.type}"
        id="${id}"
        name="${name}"
        value="${field.type === 'password' ? '' : value}"
        ${field.type === 'number' ? html`step="any"` : ''}
        ${field.type === 'text' && field.list !== undefined ? html`list="${field.list}"` : ''}
        ${required}
        ${about}
      />`;
  }
}

/** What was typed into it. A file has to be chosen again. */
function typed({typed: fields}: Visit, {name, type}: Single): string {
  const value = fields.get(name);
  return typeof value === 'string' && type !== 'file' ? value : '';
}

/** What it is now. */
function present(field: Single): string {
  if (field.type === 'file') return '';
  if (field.type === 'tick') return field.value ? 'yes' : '';
  return String(field.value ?? '');
}
