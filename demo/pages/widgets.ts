import {examples as planBallot} from '@samenwaarde/elements/plan-ballot/examples';
import {examples as quoteCapture} from '@samenwaarde/elements/quote-capture/examples';
import {examples as rubricVote} from '@samenwaarde/elements/rubric-vote/examples';
import {examples as scorecard} from '@samenwaarde/elements/scorecard/examples';
import {html, type Html} from '../html.js';
import type {Kit, Page} from '../page.js';
import {plainPage} from './site.js';

interface Widget {
  readonly tag: string;
  readonly examples: readonly string[];
  readonly does: {readonly nl: string; readonly en: string};
}

export const WIDGETS: readonly Widget[] = [
  {
    tag: 'samen-quote-capture',
    examples: Object.keys(quoteCapture),
    does: {nl: 'een open vraag, en ruimte om te antwoorden', en: 'one open question, and a field for the answer'},
  },
  {
    tag: 'samen-rubric-vote',
    examples: Object.keys(rubricVote),
    does: {nl: 'herkent u de kernwaarden?', en: 'do people recognise the core values, and which weigh most?'},
  },
  {
    tag: 'samen-plan-ballot',
    examples: Object.keys(planBallot),
    does: {nl: 'cijfers voor een plan, op elke kernwaarde', en: 'marks for a plan, on every core value'},
  },
  {
    tag: 'samen-scorecard',
    examples: Object.keys(scorecard),
    does: {nl: 'de uitslag', en: 'the result: sentence, table and radar'},
  },
];

/** The settings of a page, as they stand in its address; the first of each is how it opens. */
const SETTINGS: readonly (readonly [name: string, label: string, options: readonly (readonly [string, string])[]])[] = [
  [
    'voice',
    'Language',
    [
      ['nl', 'Dutch, u'],
      ['nl-je', 'Dutch, je'],
      ['en', 'English'],
    ],
  ],
  [
    'scheme',
    'Colours',
    [
      ['', 'as this device'],
      ['light', 'light'],
      ['dark', 'dark'],
    ],
  ],
  [
    'width',
    'Width',
    [
      ['full', 'full'],
      ['320', '320 px'],
    ],
  ],
  [
    'host',
    'House style',
    [
      ['none', 'none'],
      ['utrecht', 'Utrecht'],
      ['amsterdam', 'Amsterdam'],
      ['large-text', 'text of 20 px'],
    ],
  ],
];

/** A page per widget, with every example. */
export function widgetPages(kit: Kit): Page[] {
  return WIDGETS.map(({tag, examples, does}) =>
    plainPage(kit, {
      path: `widgets/${tag}.html`,
      lang: 'en',
      title: `${tag}: every example`,
      description: `Every state of ${tag}.`,
      styles: ['workbench'],
      scripts: ['widget-page'],
      embeds: true,
      body: html`<div class="flow opening">
<p class="kicker"><a href="/widgets/">All widgets</a></p>
<h1><code>${tag}</code></h1>
<p class="lead">In short: ${does.en}.</p>
</div>
${settings(examples)}
<div class="examples" data-widget="${tag}"><p class="flow quiet">The examples appear when JavaScript is on.</p></div>
<section class="flow events" aria-labelledby="events">
<h2 id="events">What it asked</h2>
<p class="quiet">Examples stand still: this page answers no event, it lists them.</p>
<ol data-events></ol>
</section>`,
    }),
  );
}

/** The way in to those pages. */
export function widgetIndex(kit: Kit): Page {
  return plainPage(kit, {
    path: 'widgets/index.html',
    lang: 'en',
    title: 'Every widget',
    description: 'A page per widget, with every example.',
    body: html`<div class="flow opening">
<h1>Every widget</h1>
<p class="lead">Each in all its states: in Dutch and English, light and dark, narrow, inside a form, twice on a page, and in the house style of a host.</p>
<ul>
${WIDGETS.map(({tag, does}) => html`<li><a href="/widgets/${tag}.html"><code>${tag}</code></a>: ${does.en}</li>\n`)}</ul>
</div>`,
  });
}

function settings(examples: readonly string[]): Html {
  const shown = [['', 'all of them'], ...examples.map(name => [name, name])] as const;
  return html`<form method="get" class="settings" aria-label="Settings">
${[...SETTINGS, ['example', 'Example', shown] as const].map(
  ([name, label, options]) => html`<p><label for="set-${name}">${label}</label>
<select id="set-${name}" name="${name}">
${options.map(([value = '', text = '']) => html`<option value="${value}">${text}</option>\n`)}</select></p>
`,
)}<p class="checks"><label><input type="checkbox" name="form" value="1"> inside a form</label>
<label><input type="checkbox" name="twice" value="1"> twice on a page</label></p>
<p><button>Show</button></p>
</form>`;
}
