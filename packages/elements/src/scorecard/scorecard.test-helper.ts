import {fixture, html, waitUntil} from '@open-wc/testing';
import './define.js';
import type {Scorecard} from './scorecard.js';
import type {ScorecardState} from './scorecard.state.js';

export interface Place {
  readonly width?: number;
  readonly voice?: 'nl-u' | 'nl-je' | 'en';
}

export async function shown(state: ScorecardState, {width = 900, voice = 'nl-u'}: Place = {}): Promise<Scorecard> {
  const around = await fixture<HTMLElement>(
    html`<div lang=${voice === 'en' ? 'en' : 'nl'} address=${voice === 'nl-je' ? 'je' : 'u'}>
      <samen-scorecard .state=${state}>Er komt nog een uitslag.</samen-scorecard>
    </div>`,
  );
  around.style.inlineSize = `${width}px`;
  const el = around.querySelector('samen-scorecard')!;
  await el.updateComplete;
  if (state.type === 'ready') await complete(el);
  return el;
}

/** Waits for what comes after the sentence and the table. */
export async function complete(el: Scorecard): Promise<void> {
  await until(() => el.renderRoot.querySelector('.key, [part="details"]'), 'all of it is there');
}

/** What is written in the first element that the selector finds. */
export function text(el: Scorecard, selector: string): string | undefined {
  return el.renderRoot.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();
}

/** All elements of the widget that the selector finds. */
export function all<Found extends Element>(el: Scorecard, selector: string): Found[] {
  return [...el.renderRoot.querySelectorAll<Found>(selector)];
}

/** The button of that name. */
export function button(el: Scorecard, name: string): HTMLButtonElement {
  return all<HTMLButtonElement>(el, 'button').find(({textContent}) => textContent.trim() === name)!;
}

/** What the radar is drawn on. */
export function canvas(el: Scorecard): HTMLCanvasElement | null {
  return el.renderRoot.querySelector('canvas');
}

/** A page behind another one gets few frames: it may take a while. */
export function until(isSo: () => unknown, said: string): Promise<void> {
  return waitUntil(isSo, said, {timeout: 8_000});
}

/** Resolves when something was drawn. */
export function drawn(el: Scorecard): Promise<void> {
  return until(() => hasInk(canvas(el)), 'a radar is drawn');
}

/** Opens everything that can be opened. */
export function open(el: Scorecard): void {
  all<HTMLDetailsElement>(el, 'details').forEach(details => (details.open = true));
}

function hasInk(on: HTMLCanvasElement | null): boolean {
  if (!on?.width) return false;
  const {data} = on.getContext('2d')!.getImageData(0, 0, on.width, on.height);
  return data.some(channel => channel > 0);
}

/** Cells of a row, as they are read in a wide column. */
export function row(el: Scorecard, name: string): string[] {
  const line = all<HTMLTableRowElement>(el, '[part="table"] tbody tr').find(tr => tr.textContent.includes(name))!;
  return [...line.cells].map(cell => (cell as HTMLElement).innerText.replace(/\s+/g, ' ').trim());
}
