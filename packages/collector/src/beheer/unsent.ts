import type {Context} from 'hono';
import {entering} from './entering.js';
import {form} from './fields.js';
import type {Page} from './layout.js';
import type {Visit} from './site.js';
import {text} from './typed.js';

/** A form that somebody sent when their session was over. */
export interface Unsent {
  /** Address of the form, without the base path. */
  readonly path: string;
  readonly fields: FormData;
}

/** Longest form that goes along through the door, in bytes: anybody can send one. */
const LONGEST = 64 * 1024;

/** Before the name of a field that goes along. */
const PREFIX = 'field-';

/** Whether one of our own pages sent it: what another site filled in is not offered as somebody's own words. */
export function isOwnForm({req}: Context, origin: string): boolean {
  const from = req.header('Sec-Fetch-Site') ?? 'same-origin';
  return req.header('Origin') === origin && from === 'same-origin';
}

/** Whether it may go along: a form of one of our own pages, and not a long one. */
export function mayGoAlong(context: Context, origin: string): boolean {
  const {req} = context;
  const isForm = req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  const isShort = Number(req.header('Content-Length') ?? 'unknown') <= LONGEST;
  return isForm && isShort && isOwnForm(context, origin);
}

/** The page to enter by, which carries what was typed along. */
export function enterAgain(visit: Visit, {path, fields}: Unsent): Page {
  const carried = [...fields].flatMap(([name, value]) =>
    typeof value === 'string' ? [[PREFIX + name, value] as const] : [],
  );
  const body = form(visit, {
    action: '/beheer/enter-again',
    button: 'Inloggen',
    fields: entering,
    hidden: {...Object.fromEntries(carried), path},
  });
  return {
    title: 'Log weer in',
    said: 'U was een tijd weg. Wat u typte gaat mee: na het inloggen staat het er nog.',
    body,
  };
}

/** What goes along in the entering form. */
export function unsentIn(visit: Visit): Unsent {
  const fields = new FormData();
  for (const [name, value] of visit.typed) if (name.startsWith(PREFIX)) fields.set(name.slice(PREFIX.length), value);
  const path = text(visit, 'path');
  return {path: /^[\w/-]+$/.test(path) ? path : '/', fields};
}
