import {type Field} from './fields.js';
import type {Visit} from './site.js';
import {text} from './typed.js';

/** What somebody has to know to enter. */
export const entering = [
  {name: 'name', label: 'Uw naam', type: 'text', hint: 'Waarmee u inlogt. Alleen begeleiders zien hem.'},
  {name: 'passphrase', label: 'Wachtzin', type: 'password'},
] as const satisfies readonly Field[];

/** Opens a session for who filled in the right name and passphrase. @throws Refused */
export async function openSession(visit: Visit): Promise<void> {
  const [name, passphrase] = [text(visit, 'name'), text(visit, 'passphrase')];
  await visit.api.send('POST', '/v1/sessions', {name, passphrase});
}
