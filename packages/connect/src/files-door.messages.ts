import type {ReportedRecord} from '@samenwaarde/core';
import type {ProblemReason} from '@samenwaarde/core/files';
import type {Finding} from './files-door.js';

export type Language = 'nl' | 'en';

/** Why a file is refused, or something in it deserves a look. */
export type FindingReason =
  ProblemReason | ReportedRecord['reason'] | 'another-alliance' | 'a-publication' | 'at-a-collector';

const sentences: Readonly<Record<Language, Readonly<Record<FindingReason, string>>>> = {
  nl: {
    'too-large': 'Het bestand is te groot.',
    'too-complex': 'Het bestand heeft meer of diepere delen dan een alliantie heeft.',
    'not-json': 'Dit is geen JSON-bestand, of het is niet compleet.',
    'unknown-file': 'Dit is geen reservekopie en geen pakket van Samenwaarde.',
    'newer-version': 'Dit is gemaakt met een nieuwere versie.',
    'unknown-kind': 'Dit soort gegeven hoort hier niet.',
    'unknown-key': 'Er staat iets in dat wij niet kennen.',
    'missing-key': 'Er ontbreekt iets.',
    'wrong-value': 'Er staat een waarde in die niet kan.',
    'double-id': 'Een ander gegeven heeft hetzelfde nummer.',
    'wrong-alliance': 'In het bestand staat niet precies die ene alliantie die het noemt.',
    'missing-record': 'Het verwijst naar iets wat niet in het bestand staat.',
    'words-not-in-quote': 'De aangestreepte woorden staan niet in het citaat.',
    'round-not-closed': 'Het heeft cijfers van een ronde die nog open is.',
    'another-body': 'Dit was er al, met een andere inhoud. Wat er al was, is gebleven.',
    'another-kind': 'Dit nummer was al van iets anders. Wat er al was, is gebleven.',
    'same-counter': 'Hiervan zijn twee versies tegelijk gemaakt. Een van de twee is gekozen.',
    'another-alliance': 'Dit bestand is van een andere alliantie.',
    'a-publication': 'Dit is een publicatie. Die is om te laten zien, niet om in te lezen.',
    'at-a-collector': 'Deze alliantie staat bij een ontvanger. Lees het bestand daar in, bij beheer.',
  },
  en: {
    'too-large': 'The file is too large.',
    'too-complex': 'The file has more or deeper parts than an alliance has.',
    'not-json': 'This is not a JSON file, or it is not complete.',
    'unknown-file': 'This is no backup and no parcel of Samenwaarde.',
    'newer-version': 'This was made by a newer version.',
    'unknown-kind': 'This kind of record does not belong here.',
    'unknown-key': 'It holds something that we do not know.',
    'missing-key': 'Something is missing.',
    'wrong-value': 'It holds a value that cannot be.',
    'double-id': 'Another record has the same id.',
    'wrong-alliance': 'The file does not hold exactly the one alliance that it names.',
    'missing-record': 'It refers to something that is not in the file.',
    'words-not-in-quote': 'The highlighted words are not in the quote.',
    'round-not-closed': 'It holds figures of a round that is still open.',
    'another-body': 'This was there already, with another content. What was there has stayed.',
    'another-kind': 'This id belonged to something else already. What was there has stayed.',
    'same-counter': 'Two versions of this were made at once. One of the two was chosen.',
    'another-alliance': 'This file belongs to another alliance.',
    'a-publication': 'This is a publication. It is there to be shown, not to be imported.',
    'at-a-collector': 'This alliance is kept by a collector. Import the file there, at /beheer.',
  },
};

const places: Readonly<Record<Language, (record: number) => string>> = {
  nl: record => `Regel ${record} van de lijst`,
  en: record => `Line ${record} of the list`,
};

/** Where in the file, and what is the matter. */
export function words(
  reason: FindingReason,
  {record, kind, key}: Pick<Finding, 'record' | 'kind' | 'key'>,
  language: Language,
): string {
  const names = [kind, key].filter(name => name !== undefined).join(', ');
  const place = record ? places[language](record) + (names && ` (${names})`) : names;
  return place ? `${place}: ${sentences[language][reason]}` : sentences[language][reason];
}
