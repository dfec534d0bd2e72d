import type {Random} from '@samenwaarde/core';
import {Hono, type Context} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {Api, Refused} from '../beheer/api.js';
import {Faults} from '../beheer/faults.js';
import {isDisguised, visitorOf} from '../beheer/site.js';
import {typedIn} from '../http/form.js';
import type {Ask} from '../http/web.js';
import {sheet, type Sheet} from './document.js';
import {openForms} from './open-forms.js';
import {ownForm} from './own-form.js';
import {questionForm} from './question-form.js';
import {roundForm} from './round-form.js';
import {text} from '../beheer/typed.js';

/** What the forms stand on. */
export interface FormParts {
  readonly api: Ask;
  readonly random: Random;
  readonly basePath: string;
}

/** One look at a form, or one sending of it. */
export interface Filling {
  readonly api: Api;
  readonly random: Random;
  readonly slug: string;
  /** Id of the question or round. */
  readonly subject: string;
  /** It is given; otherwise it is only looked at, perhaps with what was given before. */
  readonly isSent: boolean;
  readonly typed: FormData;
  /** What was wrong in what was sent; nothing on a first look. */
  readonly faults: Faults;
  /** The text in a field, without space around it; empty when there is none. */
  readonly text: (name: string) => string;
}

/** Says that a form comes with what was given before, to be changed. */
export const REOPENED = 'reopened';

/** Bytes of a form: a ballot with a reason of the longest length on every value. */
const LONGEST_FORM = 256 * 1024;

const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * A plain page per question and per round, for who has no script: they send the same contributions as the widgets, with
 * an id and a receipt that were drawn before, so that sending a page again counts once.
 */
export function forms(parts: FormParts): Hono {
  const app = new Hono();
  const on = (path: string, show: (filling: Filling) => Promise<Sheet>): void => {
    app.get(path, context => answer(context, parts, show));
    app.post(path, bodyLimit({maxSize: LONGEST_FORM}), context => answer(context, parts, show));
  };
  on('/:alliance/form', openForms);
  on('/:alliance/own/form', ownForm);
  on('/:alliance/questions/:subject/form', questionForm);
  on('/:alliance/rounds/:subject/form', roundForm);
  return app;
}

async function answer(
  context: Context,
  parts: FormParts,
  show: (filling: Filling) => Promise<Sheet>,
): Promise<Response> {
  if (isDisguised(context)) return context.notFound();
  const isPosted = context.req.method === 'POST';
  const typed = isPosted ? await typedIn(context.req) : new FormData();
  const filling: Filling = {
    api: new Api(parts.api, visitorOf(context), parts.basePath),
    random: parts.random,
    slug: context.req.param('alliance') ?? '',
    subject: context.req.param('subject') ?? '',
    isSent: isPosted && typed.get('as') !== REOPENED,
    typed,
    faults: new Faults(),
    text: name => text({typed}, name),
  };
  const shown = await show(filling).catch(unreadable);
  context.header('Content-Security-Policy', POLICY);
  // With `no-referrer` browsers send a form without its origin.
  context.header('Referrer-Policy', 'same-origin');
  context.header('Cache-Control', shown.isKept ? 'private, no-cache' : 'no-store');
  return context.html(await sheet(shown, parts.basePath), (shown.status ?? 200) as 200);
}

/** The alliance itself could not be read. */
function unreadable(error: unknown): Sheet {
  if (!(error instanceof Refused)) throw error;
  if (error.status === 404)
    return {title: 'Dit is er niet', body: 'Of niet meer. Ga terug naar de website.', status: 404};
  if (error.type === 'origin-refused')
    return {
      title: 'Op dit adres kunt u niets versturen',
      body: 'Er is niets verstuurd. Vraag de begeleider om de goede link. Met de knop Terug van uw browser ziet u wat u schreef.',
      status: 403,
    };
  return {title: 'Even niet bereikbaar', body: 'Probeer het straks nog eens.', status: error.status};
}
