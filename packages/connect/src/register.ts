import {nothingKept, type StoreName} from './kept.js';
import type {Ledger} from './ledger.js';

/** One thing that may be stored on a device, and why. */
export interface RegisterEntry {
  /** Name of the object store in the IndexedDB database of the alliance. */
  readonly store: StoreName;
  readonly reason: {readonly nl: string; readonly en: string};
  /** When it leaves the device. `wipe()` takes all of it away at once. */
  readonly until: {readonly nl: string; readonly en: string};
}

/** What is written on this device now. */
export interface StoredEntry extends RegisterEntry {
  /** Number of keys in the store. */
  readonly entries: number;
}

const always = {
  nl: 'tot het hier wordt gewist, of tot de browser het opruimt',
  en: 'until it is wiped here, or the browser clears it',
};
const person = {nl: 'tot “Klaar, volgende persoon”', en: 'until “Done, next person”'};

/**
 * Everything that is ever stored on a device: no cookie, no local or session storage, one database per alliance. It is
 * made when somebody first does something, never before.
 */
export const register: readonly RegisterEntry[] = [
  {
    store: 'records',
    reason: {
      nl: 'De antwoorden die op dit apparaat zijn gegeven, zonder naam, en wat van een bestand is ingelezen.',
      en: 'The answers given on this device, without names, and what was read from a file.',
    },
    until: always,
  },
  {
    store: 'receipts',
    reason: {
      nl: 'Een vingerafdruk (SHA-256) van elk bewijs, om een antwoord terug te vinden. Het bewijs zelf staat er niet in.',
      en: 'A fingerprint (SHA-256) of every receipt, to find an answer back. The receipt itself is not in it.',
    },
    until: {nl: 'tot het antwoord wordt weggehaald', en: 'until the answer is withdrawn'},
  },
  {
    store: 'own',
    reason: {
      nl: 'Welke antwoorden van u zijn, met hun bewijs, om ze te kunnen veranderen of weghalen.',
      en: 'Which answers are yours, with their receipts, so that you can change or withdraw them.',
    },
    until: person,
  },
  {
    store: 'drafts',
    reason: {
      nl: 'Wat u al had ingevuld, zodat het er na opnieuw laden nog staat.',
      en: 'What you had filled in, so that it is still there after reloading.',
    },
    until: person,
  },
  {
    store: 'imports',
    reason: {
      nl: 'Welke antwoorden het laatst uit een bestand kwamen, met hun bewijs als zij worden verstuurd, om dat terug te kunnen draaien.',
      en: 'Which answers came from a file last, with their receipts where they are sent, so that it can be undone.',
    },
    until: person,
  },
  {
    store: 'card',
    reason: {
      nl: 'Een teller en een toevallig kenmerk, om van twee versies van een kaart de nieuwste te herkennen.',
      en: 'A counter and a random mark, to tell which of two versions of a card is the newer.',
    },
    until: always,
  },
  {
    store: 'outbox',
    reason: {
      nl: 'Wat nog naar de ontvanger moet: het antwoord of de vraag om het weg te halen, met het bewijs.',
      en: 'What is still to be sent: the answer, or the request to take it away, with its receipt.',
    },
    until: {nl: 'tot de ontvanger het heeft', en: 'until the collector has it'},
  },
  {
    store: 'turn',
    reason: {
      nl: 'Een toevallig kenmerk van het tabblad dat verstuurt, zodat niets dubbel gaat. Alleen zonder https.',
      en: 'A random mark of the tab that sends, so that nothing is sent twice. Only without https.',
    },
    until: {nl: 'tot alles verstuurd is', en: 'until everything has been sent'},
  },
];

/** The register with how much is written on this device now. */
export async function storedIn(ledger: Ledger): Promise<readonly StoredEntry[]> {
  await ledger.flush();
  const kept = await ledger.keeping.read().catch(() => nothingKept);
  return register.map(entry => ({...entry, entries: kept[entry.store].size}));
}
