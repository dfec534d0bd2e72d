import {html} from 'hono/html';
import type {Html, Part} from './layout.js';
import type {Visit} from './site.js';

interface Common {
  readonly name: string;
  readonly label: string;
  /** What helps to fill it in. */
  readonly hint?: string;
  readonly optional?: boolean;
}

/** One thing to fill in. */
export type Field = Common &
  (
    | {readonly type: 'text' | 'date' | 'number' | 'password' | 'email'; readonly value?: string | number}
    /** Several lines. */
    | {readonly type: 'long'; readonly value?: string; readonly rows?: number}
    | {readonly type: 'choice'; readonly value?: string; readonly options: readonly (readonly [string, string])[]}
    | {readonly type: 'tick'; readonly value?: boolean}
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
    ${fields.map(field => labelled(visit, field, action))}
    <p><button>${button}</button></p>
  </form>`;
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

function labelled(visit: Visit, field: Field, action: string): Html {
  const id = `${action.slice(1).replaceAll('/', '-')}-${field.name}`;
  const isSent = visit.sent === action;
  const wrong = isSent ? problemAt(visit, field.name) : undefined;
  const described = [field.hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  const label = html`<label for="${id}"
    >${field.label}${field.optional ? html` <span class="quiet">(hoeft niet)</span>` : ''}</label
  >`;
  const hint = field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : '';
  const error = wrong ? html`<p class="wrong" id="${id}-wrong">${wrong}</p>` : '';
  const input = control(field, {id, described, value: isSent ? typed(visit, field) : present(field)});
  return field.type === 'tick'
    ? html`<div class="field tick">${input}${label}${hint}${error}</div>`
    : html`<div class="field">${label}${hint}${error}${input}</div>`;
}

/** How a field stands on its page. */
interface Place {
  readonly id: string;
  /** Ids of what describes it. */
  readonly described: string;
  readonly value: string;
}

function control(field: Field, {id, described, value}: Place): Part {
  const {name} = field;
  const about = described === '' ? '' : html`aria-describedby="${described}"`;
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
        ${required}
        ${about}
      />`;
  }
}

/** What was typed into it. A file has to be chosen again. */
function typed({typed: fields}: Visit, {name, type}: Field): string {
  const value = fields.get(name);
  return typeof value === 'string' && type !== 'file' ? value : '';
}

/** What it is now. */
function present(field: Field): string {
  if (field.type === 'file') return '';
  if (field.type === 'tick') return field.value ? 'yes' : '';
  return String(field.value ?? '');
}

function problemAt({refused}: Visit, name: string): string | undefined {
  const found = refused?.errors.find(({path}) => path === name || path.split('.').includes(name));
  return found && 'Dit klopt nog niet.';
}

/** The text in a field, without space around it; empty when there is none. */
export function text({typed}: Pick<Visit, 'typed'>, name: string): string {
  const value = typed.get(name);
  return typeof value === 'string' ? plain(value) : '';
}

/** A text as a form brings it: without space around it, and with one sign for the end of a line. */
export function plain(words: string): string {
  return words.trim().replace(/\r\n?/g, '\n');
}

/** The text in a field, or nothing when it was left empty. */
export function given(visit: Visit, name: string): string | undefined {
  return text(visit, name) || undefined;
}

/** The lines in a field that are not empty. */
export function lines(visit: Visit, name: string): string[] {
  return text(visit, name)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** A number as somebody in the Netherlands types it: `5,5`. What is no number stays `NaN`, for the API to refuse. */
export function number(visit: Visit, name: string): number {
  return Number(text(visit, name).replace(',', '.') || 'none');
}

export function ticked(visit: Visit, name: string): boolean {
  return visit.typed.get(name) === 'yes';
}
