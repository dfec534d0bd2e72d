import {Hono} from 'hono';
import {beheer} from './beheer/beheer.js';
import type {Ask} from './beheer/api.js';
import {bundleFiles, type Bundle} from './embed/bundle.js';
import {frames} from './embed/frames.js';
import {forms} from './forms/forms.js';
import {doors} from './method/origins.js';
import type {Parts} from './parts.js';

/** The API with the pages that stand on it: for facilitators, for who has no script, and for frames. */
export function pages(parts: Parts, api: Ask, bundle: Bundle | undefined): Hono {
  const {random, settings} = parts;
  const {basePath, publicOrigin} = settings;
  const whole = new Hono();
  const alliances = `${basePath}/v1/alliances`;
  whole.route(`${basePath}/beheer`, beheer({api, random, basePath, publicOrigin}));
  whole.route(alliances, forms({api, random, basePath}));
  if (bundle !== undefined) {
    whole.route(`${basePath}/script`, bundleFiles(bundle));
    whole.route(alliances, frames({bundle, basePath, find: doors(parts)}));
  }
  whole.all('*', context => api(context.req.raw, context.env));
  return whole;
}
