import {html} from 'hono/html';
import type {Settings} from '../settings.js';
import {Answer} from './answer.js';
import {conditional, etagOf} from './etag.js';
import {audienceOf, openapi, operationName} from './openapi.js';
import {route, type Route} from './route.js';

/** Style of the page: text on the background of the browser, in light and dark. */
const STYLE = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
section { border-top: 1px solid; margin-top: 1.5rem }
code { overflow-wrap: anywhere }
dt { float: left; clear: left; width: 4rem } dd { margin-left: 4rem }`;

/** Only the style sheet beside it: no script, nothing from elsewhere. */
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The API told about itself: for programs, and for people. */
export function apiPages(routes: readonly Route[], settings: Settings): Route[] {
  const {basePath} = settings;
  const document = JSON.stringify(openapi(routes, settings));
  const common = {method: 'GET', role: 'anybody'} as const;
  // The design rules look for it beside what it is about.
  const documents = ['/openapi.json', '/v1/openapi.json'].map(path =>
    route({
      ...common,
      path,
      summary: 'This API as OpenAPI 3.1.',
      answers: {200: {description: 'The document.', mediaType: 'application/json'}},
      cors: true,
      handle: ({request}) => conditional(request, etagOf(document), () => text(document, 'application/json')),
    }),
  );
  return [
    ...documents,
    route({
      ...common,
      path: '/',
      summary: 'This API as a page to read.',
      answers: {200: {description: 'The page.', mediaType: 'text/html'}},
      cors: false,
      async handle() {
        const answer = text(String(await page(routes, basePath)), 'text/html; charset=utf-8');
        answer.set('content-security-policy', POLICY);
        return answer;
      },
    }),
    route({
      ...common,
      path: '/api.css',
      summary: 'The style of that page.',
      answers: {200: {description: 'The style sheet.', mediaType: 'text/css'}},
      cors: false,
      handle: ({request}) => conditional(request, etagOf(STYLE), () => text(STYLE, 'text/css; charset=utf-8')),
    }),
  ];
}

function text(body: string, type: string): Answer {
  return new Answer(body, {headers: {'content-type': type}});
}

function page(routes: readonly Route[], basePath: string): ReturnType<typeof html> {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Samenwaarde collector: the API</title>
        <link rel="stylesheet" href="${basePath}/api.css" />
      </head>
      <body>
        <main>
          <h1>Samenwaarde collector: the API</h1>
          <p>
            Keeps what people give to an alliance, and answers what may be read of it. For programs:
            <a href="${basePath}/openapi.json">openapi.json</a>.
          </p>
          ${routes.map(one => section(one))}
        </main>
      </body>
    </html>`;
}

function section(one: Route): ReturnType<typeof html> {
  const answers = Object.entries(one.answers).map(
    ([status, {description}]) =>
      html`<dt>${status}</dt>
        <dd>${description}</dd>`,
  );
  return html`<section id="${operationName(one)}">
    <h2><code>${one.method} ${one.path}</code></h2>
    <p>${one.summary} ${audienceOf(one)}</p>
    <dl>
      ${answers}
    </dl>
  </section>`;
}
