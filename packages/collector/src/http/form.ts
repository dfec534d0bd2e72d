import type {HonoRequest} from 'hono';
import {Problem} from './problem.js';

/**
 * What somebody typed into a form of a page.
 *
 * @throws Problem 400 when it cannot be read: what did not come would look like what was left empty.
 */
export async function typedIn(request: Pick<HonoRequest, 'formData'>): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Problem(400, 'not-understood', {detail: 'This is no form, or not all of it came.'});
  }
}
