import {Id} from '@samenwaarde/core/schema';
import {html} from 'hono/html';
import {Hono} from 'hono';
import type {Exchange} from '../http/server.js';
import type {Ask} from '../http/web.js';
import type {Door} from '../method/origins.js';
import type {Bundle} from './bundle.js';

/** What the pages stand on. */
export interface FrameParts {
  readonly bundle: Bundle;
  readonly basePath: string;
  readonly api: Ask;
  /** The alliance with that name in addresses, and the origins that may embed it. */
  readonly find: (slug: string) => Promise<Door | undefined>;
}

/** A widget that can stand in a frame. */
interface Framed {
  /** What a screen reader calls its page. */
  readonly title: string;
  /** Whether there is a form for who has no script. */
  readonly hasForm: boolean;
}

/** The widgets that can stand in a frame, by their tags without `samen-`. */
export const WIDGETS: Readonly<Record<string, Framed>> = {
  'quote-capture': {title: 'Uw antwoord', hasForm: true},
  'rubric-vote': {title: 'Klopt dit?', hasForm: true},
  'plan-ballot': {title: 'Cijfers geven', hasForm: true},
  scorecard: {title: 'Uitslag', hasForm: false},
};

/** What the page asks of a widget: `?question=…` or `?round=…` chooses one of several. */
const CHOICES = ['question', 'round'] as const;

/**
 * A page per widget, for an `<iframe>` in a site that takes scripts away. Only the alliance's own sites may frame it. Its
 * links open beside that site: few pages let themselves be shown in a frame.
 */
export function frames({bundle, basePath, api, find}: FrameParts): Hono<{Bindings: Exchange}> {
  const app = new Hono<{Bindings: Exchange}>();
  app.get('/:alliance/embed/:widget', async (context, next) => {
    const {alliance, widget} = context.req.param();
    const framed = Object.hasOwn(WIDGETS, widget) ? WIDGETS[widget] : undefined;
    const door = framed === undefined ? undefined : await find(alliance);
    if (framed === undefined || door === undefined) return next();
    const chosen = CHOICES.flatMap(name => {
      const id = context.req.query(name);
      return id === undefined ? [] : [[name, id] as const];
    });
    context.header('Content-Security-Policy', policy(door.origins));
    context.env.outgoing.removeHeader('X-Frame-Options');
    const source = `${basePath}/v1/alliances/${alliance}`;
    const asked = askedByFramer(context.req.raw, source);
    if (asked !== undefined) await api(asked, context.env);
    return context.html(html`<!doctype html>
      <html lang="nl">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${framed.title}</title>
          <link rel="icon" href="data:," />
          <base target="_blank" />
          <link rel="stylesheet" href="${basePath}/beheer/style.css" />
          <script
            type="module"
            src="${basePath}/script/samenwaarde.js"
            integrity="${bundle.integrity}"
            crossorigin
          ></script>
        </head>
        <body>
          <main>
            <samen-alliance src="${source}">${tag(widget, chosen, source)}</samen-alliance>
          </main>
        </body>
      </html>`);
  });
  return app;
}

/**
 * What a page of the site around this frame would ask beforehand: a browser opens nothing in a site that is not on the
 * list, and asked like this the collector notes which site it was. `undefined` where the browser does not tell.
 */
function askedByFramer({headers, url}: Request, source: string): Request | undefined {
  const [framer, forwarded] = [headers.get('referer') ?? '', headers.get('x-forwarded-for')];
  if (headers.get('sec-fetch-dest') !== 'iframe' || !URL.canParse(framer)) return undefined;
  return new Request(new URL(source, url), {
    method: 'OPTIONS',
    headers: {
      origin: new URL(framer).origin,
      'access-control-request-method': 'GET',
      ...(forwarded !== null && {'x-forwarded-for': forwarded}),
    },
  });
}

type Chosen = readonly (readonly [(typeof CHOICES)[number], string])[];

/** The widget with what stands in it without a script. Tags are written out: a name from an address is never markup. */
function tag(widget: string, chosen: Chosen, source: string): ReturnType<typeof html> {
  const inside = WIDGETS[widget]?.hasForm
    ? html`<p>Ziet u hier niets? <a href="${formAt(source, chosen)}">Invullen zonder JavaScript</a>.</p>`
    : html`<p>Ziet u hier niets? Dit onderdeel heeft JavaScript nodig.</p>`;
  const attributes = chosen.map(([name, id]) => (name === 'question' ? html`question="${id}"` : html`round="${id}"`));
  switch (widget) {
    case 'quote-capture':
      return html`<samen-quote-capture ${attributes}>${inside}</samen-quote-capture>`;
    case 'rubric-vote':
      return html`<samen-rubric-vote ${attributes}>${inside}</samen-rubric-vote>`;
    case 'plan-ballot':
      return html`<samen-plan-ballot ${attributes}>${inside}</samen-plan-ballot>`;
    default:
      return html`<samen-scorecard ${attributes}>${inside}</samen-scorecard>`;
  }
}

/** The form of what was chosen, or the list of all forms. */
function formAt(source: string, [first]: Chosen): string {
  if (first === undefined || !Id.safeParse(first[1]).success) return `${source}/form`;
  const [kind, id] = first;
  return `${source}/${kind}s/${id}/form`;
}

/** As strict as any page of ours, but for who may frame it. */
function policy(origins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html 'allow-duplicates'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors 'self' ${origins.join(' ')}`.trim(),
  ].join('; ');
}
