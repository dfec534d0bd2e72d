import type {Locator, Page} from '@playwright/test';
import {expect} from './site.js';

/** One way to work a page. Whatever somebody does, they do it with this alone. */
export interface Hands {
  /** Presses a button, follows a link, opens or closes what folds. */
  press(target: Locator): Promise<void>;
  /** Picks one of several answers. */
  pick(radio: Locator): Promise<void>;
  /** Writes a text in place of what is in the field. */
  type(field: Locator, text: string): Promise<void>;
}

/** Stops to reach something: more than any page here holds. */
const FARTHEST = 150;
/** Marks and words that one question holds at most. */
const MOST_ANSWERS = 12;

/** A mouse or a finger: single clicks, and typing in text fields. No key besides, and no drag. */
export function clicks(): Hands {
  return {
    press: target => target.click(),
    pick: radio => radio.click(),
    type: async (field, text) => {
      await field.click();
      await field.fill(text);
    },
  };
}

/** A keyboard and no pointer. After every key the focus must be on something. */
export function keyboard(page: Page): Hands {
  const reach = (target: Locator): Promise<void> => tabTo(page, target, isFocused);
  return {
    press: async target => {
      await reach(target);
      const link = await target.evaluate(element => element.matches('a'));
      await strike(page, link ? 'Enter' : 'Space');
    },
    pick: async radio => {
      await tabTo(page, radio, holdsFocus);
      await arrowTo(page, radio);
    },
    type: async (field, text) => {
      await reach(field);
      await strike(page, 'ControlOrMeta+A');
      await page.keyboard.type(text);
    },
  };
}

/** One key, and the focus is on something afterwards. */
async function strike(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await expect
    .poll(() => page.evaluate(() => document.activeElement !== document.body), {message: `focus after ${key}`})
    .toBe(true);
}

/** Tab, or Shift and Tab, in the direction where the eye sees the target. */
async function tabTo(page: Page, target: Locator, there: (target: Element) => boolean): Promise<void> {
  await expect(target).toBeVisible();
  const element = await target.evaluateHandle(found => found);
  const key = (await element.evaluate(isBehind)) ? 'Shift+Tab' : 'Tab';
  for (let stops = 0; !(await element.evaluate(there)); stops++) {
    if (stops === FARTHEST) throw new Error(`${String(FARTHEST)} tabs did not reach ${String(target)}`);
    await strike(page, key);
  }
}

/** Along a group of radios with the arrows; one that has the focus and is not chosen yet is taken with the space bar. */
async function arrowTo(page: Page, radio: Locator): Promise<void> {
  const element = await radio.evaluateHandle(found => found);
  for (let steps = 0; !(await element.evaluate(isFocused)); steps++) {
    if (steps === MOST_ANSWERS) throw new Error(`the arrows did not reach ${String(radio)}`);
    await strike(page, 'ArrowDown');
  }
  if (!(await radio.isChecked())) await strike(page, 'Space');
  await expect(radio).toBeChecked();
}

/** Whether this has the focus. Runs in the page, like the two below. */
function isFocused(target: Element): boolean {
  return (target.getRootNode() as Document | ShadowRoot).activeElement === target;
}

/** Whether the focus is in the group that this radio belongs to: a group is one stop for Tab. */
function holdsFocus(radio: Element): boolean {
  const focused = (radio.getRootNode() as Document | ShadowRoot).activeElement;
  return focused instanceof HTMLInputElement && focused.type === 'radio' && focused.name === radio.getAttribute('name');
}

/** Whether this stands before what has the focus, in the order of reading. */
function isBehind(target: Element): boolean {
  const lineage = (element: Element): Node[] => {
    const parent = element.assignedSlot ?? element.parentNode;
    const above = parent instanceof ShadowRoot ? parent.host : parent;
    return above instanceof Element ? [...lineage(above), element] : [element];
  };
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused) return false;
  const [theirs, ours] = [lineage(focused), lineage(target)];
  const fork = theirs.findIndex((node, depth) => node !== ours[depth]);
  const [from, to] = [theirs[fork], ours[fork]];
  return !!from && !!to && !!(from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING);
}
