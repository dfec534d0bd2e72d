/** The page of one widget: every example, under the settings that stand in the address. */
import {modes} from '@samenwaarde/elements/quote-capture/examples';
import {EXAMPLES} from './examples.js';

/** Every event a widget may send. */
const EVENTS = [
  'samen-draft',
  'samen-change',
  'samen-withdraw',
  'samen-another',
  'samen-next-person',
  'samen-receipt',
  'samen-quote-submit',
  'samen-source-count',
  'samen-quotes-import',
  'samen-import-undo',
  'samen-vote-submit',
  'samen-ballot-submit',
  'samen-axis-select',
];

const settings = new URLSearchParams(location.search);
const place = document.querySelector<HTMLElement>('[data-widget]');
const tag = place?.dataset['widget'] ?? '';

function element(
  name: string,
  props: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(props)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** The controls show what the address says. */
function showSettings(): void {
  for (const control of document.querySelectorAll<HTMLSelectElement | HTMLInputElement>('.settings [name]')) {
    const value = settings.get(control.name);
    if (control instanceof HTMLInputElement) control.checked = value === control.value;
    else if (value !== null && [...control.options].some(option => option.value === value)) control.value = value;
  }
}

/** The page around the examples becomes the host that was chosen. */
function dressUp(): void {
  const scheme = settings.get('scheme');
  if (scheme === 'light' || scheme === 'dark') document.documentElement.classList.add(`scheme-${scheme}`);
  const host = settings.get('host');
  if (host !== 'utrecht' && host !== 'amsterdam') return;
  document.head.append(element('link', {rel: 'stylesheet', href: `/vendor/${host}/tokens.css`}));
}

function stage(name: string, state: unknown): HTMLElement {
  const voice = settings.get('voice') ?? 'nl';
  const host = settings.get('host') ?? 'none';
  const widgets = Array.from({length: settings.has('twice') ? 2 : 1}, () => widget(name, state));
  const classes = [
    'stage',
    `host-${host}`,
    ...(host === 'utrecht' ? ['utrecht-theme'] : []),
    ...(settings.get('width') === '320' ? ['narrow'] : []),
  ];
  return element(
    'div',
    {class: classes.join(' '), lang: voice === 'en' ? 'en' : 'nl', address: voice === 'nl-je' ? 'je' : 'u'},
    ...(settings.has('form') ? [form(name, widgets)] : widgets),
  );
}

function widget(name: string, state: unknown): HTMLElement {
  const made = element(tag, {'heading-level': '3'});
  const mode = tag === 'samen-quote-capture' ? (modes as Readonly<Record<string, string>>)[name] : undefined;
  if (mode) made.setAttribute('mode', mode);
  if (settings.has('form')) made.setAttribute('name', 'marks');
  return Object.assign(made, {state});
}

/** A form of the host; it shows what it would send instead of sending it. */
function form(name: string, widgets: readonly HTMLElement[]): HTMLElement {
  const sent = element('pre', {role: 'region', tabindex: '0', 'aria-label': `What the form of ${name} holds`});
  const made = element(
    'form',
    {class: 'host-form'},
    ...widgets,
    element('p', {}, element('button', {}, 'Show what this form would send')),
    sent,
  );
  made.addEventListener('submit', event => {
    event.preventDefault();
    const entries = [...new FormData(made as HTMLFormElement)].map(
      ([key, value]) => `${key} = ${typeof value === 'string' ? value : value.name}`,
    );
    sent.textContent = entries.join('\n') || 'Nothing.';
  });
  return made;
}

function showExamples(): void {
  const only = settings.get('example');
  const shown = Object.entries(EXAMPLES[tag] ?? {}).filter(([name]) => !only || name === only);
  place?.replaceChildren(
    ...shown.map(([name, state]) =>
      element(
        'section',
        {class: 'example', 'aria-labelledby': `example-${name}`},
        element('h2', {id: `example-${name}`}, name),
        stage(name, state),
      ),
    ),
  );
}

/** What the widgets asked for, newest first, the same request once. */
function listEvents(): void {
  const list = document.querySelector('[data-events]');
  for (const type of EVENTS) {
    place?.addEventListener(type, event => {
      const told = Object.entries(event).filter(([key]) => key !== 'isTrusted');
      const said = `${type} ${JSON.stringify(Object.fromEntries(told))}`;
      if (list?.firstElementChild?.textContent !== said) list?.prepend(element('li', {}, element('code', {}, said)));
    });
  }
}

showSettings();
dressUp();
showExamples();
listEvents();
