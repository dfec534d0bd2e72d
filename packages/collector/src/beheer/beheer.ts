import type {Hono} from 'hono';
import {audit} from './audit.js';
import {codeCards} from './code-cards.js';
import {enter} from './enter.js';
import {overview} from './overview.js';
import {people} from './people.js';
import {plans} from './plans.js';
import {questions} from './questions.js';
import {queue} from './queue.js';
import {quotes} from './quotes.js';
import {remarks} from './remarks.js';
import {settings} from './settings.js';
import {Site, type SiteParts} from './site.js';
import {start} from './start.js';
import {style} from './style.js';
import {values} from './values.js';

/**
 * The facilitator's site, to stand at `/beheer`: plain pages and forms that work without a script. Everything it does
 * goes through the documented API.
 */
export function beheer(parts: SiteParts): Hono {
  const site = new Site(parts);
  site.app.get('/style.css', () => new Response(style, {headers: {'Content-Type': 'text/css; charset=utf-8'}}));
  for (const room of [
    enter,
    start,
    codeCards,
    questions,
    queue,
    quotes,
    remarks,
    values,
    plans,
    settings,
    people,
    audit,
    overview,
  ])
    room(site);
  return site.app;
}
