import type {Source} from '@samenwaarde/core/schema';
import type {CoreValueKey} from './core-values.js';

/**
 * What somebody said. Mistakes are meant. `[…]` is what was highlighted; `→` gives the value another name than the words
 * that were said.
 */
export interface Saying {
  readonly said: string;
  /** The core values that its highlights ended up in. */
  readonly within: readonly CoreValueKey[];
  /** The change proposal for Wonen aan het kanaal in which these words came back. */
  readonly changed?: number;
}

export const sayings: readonly Saying[] = [
  {
    said: 'Gwn [een plek waar je kan zitten zonder dat je meteen wat moet kopen]',
    within: ['gastvrij'],
    changed: 2,
  },
  {
    said: 'Als iedereen van de trein zo zijn huis in loopt, heb ik er niks aan. Ze moeten [ergens blijven hangen].',
    within: ['gastvrij'],
  },
  {
    said: 'Ik woon hier twee jaar. Ik wil [praten met de buren] maar waar? Er is niks waar je [gewoon binnenloopt].',
    within: ['gastvrij'],
  },
  {
    said: 'Mijn man zit in een rolstoel. [Overal drempels en keien → overal kunnen komen]. Dan blijf je dus thuis.',
    within: ['gastvrij'],
    changed: 3,
  },
  {said: '[Een wc!!] Klinkt gek maar zonder wc gaan wij nergens meer heen.', within: ['gastvrij'], changed: 2},
  {
    said: 'Die [oude kastanje] bij de poort, daar klommen wij al in. Als die weg moet ga ik ervoor liggen.',
    within: ['ademruimte', 'geworteld'],
  },
  {
    said: 'Sommers is het niet te harden daar, al die steen. Geef mij maar [schaduw] en een bankie.',
    within: ['ademruimte'],
  },
  {
    said: 'Op hete dagen is het terrein veel warmer dan het park. [Bomen en open water] helpen het meest.',
    within: ['ademruimte'],
  },
  {
    said: 'ik ben 9 en ik wil [in het kanaal zwemmen] maar dat mag niet want er ligt troep in',
    within: ['ademruimte'],
  },
  {
    said: '[Rust]. Gewoon even geen herrie aan je kop. De treinen maken al genoeg lawaai.',
    within: ['ademruimte'],
  },
  {
    said: 'In 1962 begon ik in hal 4, ik was vijftien. Mijn handen waren altijd blauw. [Dat mag niet vergeten worden].',
    within: ['geworteld'],
  },
  {said: 'Die [schoorsteen moet blijven]! Dan zie je vanuit de trein: [ik ben thuis].', within: ['geworteld']},
  {said: 'Maak er geen pretpark van met nepfabriekjes. [Echt is echt].', within: ['geworteld']},
  {
    said: 'Hier is altijd gewerkt dus er moet ook weer [iets gemaakt worden]. Niet alleen koffie.',
    within: ['geworteld'],
  },
  {said: '[Stage om de hoek → hier leren] ipv een uur in de bus, zou top zijn', within: ['geworteld']},
  {said: 'S avonds [fiets ik om → veilig naar huis]. Dat tunneltje, nee dank je.', within: ['vertrouwd']},
  {said: 'Mijn dochter wil [alleen naar school]. Maar dan wel [veilig oversteken].', within: ['vertrouwd']},
  {
    said: 'Licht alleen helpt niet. Je moet [iemand achter een raam zien zitten], dat scheelt.',
    within: ['vertrouwd'],
  },
  {
    said: 'Ik wil mn fiets neerzetten en hem [s avonds terugvinden]. Meer vraag ik niet eigelijk.',
    within: ['vertrouwd'],
  },
  {
    said: 'Mijn kinderen [kunnen hier niks betalen → betaalbaar]. Straks wonen er alleen mensen die nooit thuis zijn.',
    within: ['eerlijk'],
  },
  {
    said: 'Prachtig hoor die tekeningen. Maar wie gaat dat betalen? [Wij zeker weer → samen delen].',
    within: ['eerlijk'],
  },
  {
    said: 'Drie avonden geweest en daarna [nooit meer iets gehoord → antwoord krijgen]. Jullie doen toch wat jullie willen.',
    within: ['eerlijk'],
  },
  {
    // The telephone number was pointed out and taken away before this was kept.
    said: 'Bij ons achter wordt al jaren [troep gedumpt → schoon] en niemand doet iets. Bel maar, \\[telefoonnummer], dan laat ik het zien.',
    within: ['vertrouwd'],
  },
  {said: '[Laat het zoals het is → niet volbouwen]. Er hoeft helemaal niks bij.', within: ['ademruimte']},
];

/** Who spoke, counted apart: nothing on a quote says which of these it was. */
export const sources: Readonly<Record<Source, number>> = {participant: 20, interviewee: 3, expert: 1};
