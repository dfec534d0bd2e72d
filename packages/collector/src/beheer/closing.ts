import {refusedAt} from './api.js';
import {foldedForm, type FormOf} from './fields.js';
import type {Html, Part} from './layout.js';
import type {Visit} from './site.js';
import {ticked} from './typed.js';

/** The form that closes a round for good, and shows everybody the result. */
export function closing(visit: Visit, {action, before = ''}: Pick<FormOf, 'action'> & {readonly before?: Part}): Html {
  return foldedForm(visit, {
    summary: 'Sluiten en uitslag laten zien',
    before,
    action,
    button: 'Sluiten',
    fields: [
      {
        name: 'sure',
        label: 'Ik weet dat deze ronde niet meer open kan',
        type: 'tick',
        says: {empty: 'Vink dit eerst aan.'},
      },
    ],
  });
}

/** @throws Refused when nobody said that it is for good */
export function demandSure(visit: Visit): void {
  if (!ticked(visit, 'sure')) throw refusedAt('sure', 'empty');
}
