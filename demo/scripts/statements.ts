/** The statements that were imported, a page at a time, read from what the alliance would publish. */
import {allianceElement} from './alliance-element.js';

const PAGE = 25;

const list = document.querySelector('[data-list]') as HTMLUListElement;
const pages = document.querySelector('[data-pages]') as HTMLElement;
const status = document.querySelector('[data-status]') as HTMLElement;
let statements: readonly string[] = [];
let first = 0;

function show(): void {
  const shown = statements.slice(first, first + PAGE);
  list.replaceChildren(
    ...shown.map(text => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
  pages.hidden = statements.length <= PAGE;
  status.textContent =
    statements.length === 0
      ? 'Nothing yet. Open the file first.'
      : `Statements ${first + 1} to ${first + shown.length} of ${statements.length}.`;
}

async function read(): Promise<void> {
  const alliance = await allianceElement();
  const published = await alliance.export({for: 'publication'});
  const {records} = JSON.parse(await published.text()) as {records: readonly {kind: string; text?: string}[]};
  statements = records.flatMap(({kind, text}) => (kind === 'quote' && text !== undefined ? [text] : []));
  first = 0;
  show();
}

document.querySelector('[data-show]')?.addEventListener('click', () => void read());
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-step]')) {
  button.addEventListener('click', () => {
    const last = Math.max(0, Math.floor((statements.length - 1) / PAGE) * PAGE);
    first = Math.min(last, Math.max(0, first + Number(button.dataset['step']) * PAGE));
    show();
    status.scrollIntoView({block: 'start'});
  });
}
