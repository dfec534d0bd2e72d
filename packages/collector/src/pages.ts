import {Hono} from 'hono';
import {HTTPException} from 'hono/http-exception';
import {beheer} from './beheer/beheer.js';
import {bundleFiles, type Bundle} from './embed/bundle.js';
import {frames} from './embed/frames.js';
import {forms} from './forms/forms.js';
import {nothing, problemAnswer, problemOf} from './http/problem.js';
import {responseOf, type Ask} from './http/web.js';
import {doors} from './method/origins.js';
import type {Parts} from './parts.js';

/** The pages that stand on the API: for facilitators, for who has no script, and for frames. */
export function pages(parts: Parts, api: Ask, bundle: Bundle | undefined): Hono {
  const {random, settings} = parts;
  const {basePath, publicOrigin} = settings;
  const whole = new Hono();
  const alliances = `${basePath}/v1/alliances`;
  whole.route(`${basePath}/beheer`, beheer({api, random, basePath, publicOrigin, integrity: bundle?.integrity}));
  whole.route(alliances, forms({api, random, basePath}));
  if (bundle !== undefined) {
    whole.route(`${basePath}/script`, bundleFiles(bundle));
    whole.route(alliances, frames({bundle, basePath, api, find: doors(parts)}));
  }
  // As people type it.
  whole.get(`${basePath}/beheer/`, context => context.redirect(`${basePath}/beheer`, 308));
  if (basePath !== '') whole.get(basePath, context => context.redirect(`${basePath}/`, 308));
  whole.notFound(() => responseOf(problemAnswer(nothing())));
  whole.onError(error => failed(parts, error));
  return whole;
}

/** A page that broke. Its message may hold what somebody wrote: the log tells where, and nothing else does. */
function failed({log}: Parts, error: unknown): Response {
  // A form that is too long.
  if (error instanceof HTTPException)
    return sentence('Dit is te lang. Er is niets bewaard. Ga terug en maak het korter.', error.status);
  const problem = problemOf(error);
  if (problem === undefined) log.error('page-failed', error);
  if (problem?.status === 400)
    return sentence('Dit kwam niet goed aan. Er is niets bewaard. Ga terug en probeer het nog eens.', 400);
  return sentence('Dit ging mis. Probeer het straks nog eens.', problem?.status ?? 500);
}

function sentence(text: string, status: number): Response {
  return new Response(text, {status, headers: {'Content-Type': 'text/plain; charset=utf-8'}});
}
