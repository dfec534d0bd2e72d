import {fixture, html} from '@open-wc/testing';
import {DraftEvent} from '../shared/requests.js';
import './define.js';
import {examples} from './rubric-vote.examples.js';
import type {RubricVote, RubricVoteState} from './rubric-vote.js';

export const [gastvrij, ademruimte, geworteld, vertrouwd, eerlijk] = examples.coreValues.rubrics.map(({id}) => id) as [
  string,
  string,
  string,
  string,
  string,
];
export const none = examples.coreValues.draft;

export async function widget(state: RubricVoteState, lang = 'nl', address = 'u'): Promise<RubricVote> {
  const around = await fixture(
    html`<div lang=${lang} address=${address}><samen-rubric-vote .state=${state}></samen-rubric-vote></div>`,
  );
  const el = around.querySelector('samen-rubric-vote')!;
  await el.updateComplete;
  return el;
}

/** The page around the widget keeps drafts, as `<samen-alliance>` does: as a copy, and a moment later. */
export function keepDrafts(el: RubricVote): void {
  el.addEventListener(DraftEvent.type, event => {
    const draft = structuredClone(event.draft) as typeof none;
    queueMicrotask(() => (el.state = {...el.state, draft} as RubricVoteState));
  });
}

export const root = (el: RubricVote): ShadowRoot => el.shadowRoot!;
/** The words of an element as they stand on the screen, and for who listens. */
export const words = (element: Element | null | undefined): string =>
  (element instanceof HTMLElement ? element.innerText : '').replace(/\s+/g, ' ').trim();
export const text = (el: RubricVote): string => words(root(el).querySelector('[part=vote]'));
export const all = <E extends Element>(el: RubricVote, selector: string): E[] => [
  ...root(el).querySelectorAll<E>(selector),
];
export const field = (el: RubricVote, id: string): HTMLTextAreaElement =>
  root(el).getElementById(id) as HTMLTextAreaElement;

/** The one control that begins with these words. */
export function control(el: RubricVote, selector: string, label: string): HTMLButtonElement {
  const found = all<HTMLButtonElement>(el, selector).filter(each => words(each).startsWith(label));
  if (found.length !== 1) throw new Error(`${found.length} × ${selector} “${label}”`);
  return found[0]!;
}

export const radio = (el: RubricVote, section: string, label: string): HTMLInputElement => {
  const radios = all<HTMLElement>(el, 'section').find(part => words(part.querySelector('[part=name]')) === section)!;
  return [...radios.querySelectorAll<HTMLInputElement>('input[type=radio]')].find(
    each => words(each.closest('label')) === label,
  )!;
};
export const dot = (el: RubricVote, label: string): HTMLButtonElement => control(el, '.dot', label);
export const button = (el: RubricVote, label: string): HTMLButtonElement => control(el, 'button', label);
export const dotStatus = (el: RubricVote): string => words(root(el).querySelector('.dots + [role=status]'));

export async function type(el: RubricVote, id: string, value: string): Promise<void> {
  const into = field(el, id);
  into.value = value;
  into.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  await el.updateComplete;
}

export async function click(el: RubricVote, target: HTMLElement): Promise<void> {
  target.focus();
  target.click();
  await el.updateComplete;
}
