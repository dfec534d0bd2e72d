/** The strip "Voor de begeleider": plain buttons that ask the alliance of the page for what a facilitator does. */
import type {Alliance} from '@samenwaarde/connect';
import {allianceElement} from './alliance-element.js';
import {saveFile} from './save-file.js';

type Purpose = Parameters<Alliance['export']>[0]['for'];

function say(words: string): void {
  const status = document.querySelector('[data-status]');
  if (status) status.textContent = words;
}

/** Does what a button asks; when it fails the reader hears that nothing was lost. */
async function attempt(act: () => Promise<string>): Promise<void> {
  try {
    say(await act());
  } catch (error) {
    console.warn(error);
    say('Dat lukte niet. Er is niets veranderd.');
  }
}

async function reveal(alliance: Alliance, button: HTMLButtonElement): Promise<string> {
  await alliance.change(button.dataset['reveal'] ?? '', {status: 'closed'});
  return 'De ronde is gesloten. De uitslag staat op deze pagina.';
}

async function save(alliance: Alliance, purpose: Purpose): Promise<string> {
  saveFile(await alliance.export({for: purpose}));
  return 'Het bestand is opgeslagen.';
}

async function open(alliance: Alliance, input: HTMLInputElement): Promise<string> {
  const [file] = input.files ?? [];
  if (!file) return '';
  const {added, replaced, reported, refused} = await alliance.import(file);
  input.value = '';
  if (refused) return sentences('Er is niets ingelezen.', refused);
  const taken = added + replaced;
  return sentences(
    taken === 0 ? 'Alles uit dit bestand was er al.' : `Ingelezen. Nieuw of veranderd: ${taken}.`,
    reported,
  );
}

/** What happened, and the first things that deserve a look. */
function sentences(first: string, findings: readonly {readonly words: string}[]): string {
  return [first, ...findings.slice(0, 5).map(({words}) => words)].join(' ');
}

/** Wiping cannot be undone, so the button asks once more. */
async function wipe(alliance: Alliance, button: HTMLButtonElement): Promise<string> {
  if (button.dataset['wipe'] !== 'sure') {
    button.dataset['wipe'] = 'sure';
    button.textContent = 'Ja, alles wissen';
    return 'Weet u het zeker? Druk dan nog een keer.';
  }
  await alliance.wipe();
  button.dataset['wipe'] = '';
  button.textContent = 'Alles op dit apparaat wissen';
  return 'Alles op dit apparaat is gewist.';
}

const alliance = await allianceElement();

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-reveal]')) {
  button.addEventListener('click', () => void attempt(() => reveal(alliance, button)));
}
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-export]')) {
  const purpose = button.dataset['export'] as Purpose;
  button.addEventListener('click', () => void attempt(() => save(alliance, purpose)));
}
for (const input of document.querySelectorAll<HTMLInputElement>('[data-import]')) {
  input.addEventListener('change', () => void attempt(() => open(alliance, input)));
}
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-wipe]')) {
  button.addEventListener('click', () => void attempt(() => wipe(alliance, button)));
}
