import type {Plan} from '@samenwaarde/core/schema';
import type {CoreValueKey} from './core-values.js';

/** A column of marks: how many people gave which mark; `?` is "weet ik niet". */
export type Column = Readonly<Partial<Record<number | '?', number>>>;

export interface TestedVersion {
  readonly number: number;
  readonly text: string;
  readonly ballots: number;
  readonly marks: Readonly<Record<CoreValueKey, Column>>;
  readonly reasons: readonly {readonly value: CoreValueKey; readonly text: string}[];
}

export interface PlanText {
  readonly key: 'verfplein' | 'wonen';
  readonly name: string;
  readonly type: Plan['type'];
  readonly versions: readonly TestedVersion[];
}

export const verfplein: PlanText = {
  key: 'verfplein',
  name: 'Het Verfplein',
  type: 'design',
  versions: [
    {
      number: 1,
      text: 'De lege binnenplaats wordt een plein met veertig bomen, banken en een wc. In hal 4 komt een werkplaats. Studenten en buren maken daar samen dingen. Alles is vlak. Op een kwart van het plein komt een terras, de rest is gratis. De werkplaats is open tot 22.00 uur.',
      ballots: 21,
      marks: {
        gastvrij: {7: 5, 8: 11, 9: 5},
        ademruimte: {5: 1, 6: 3, 7: 8, 8: 7, 9: 2},
        geworteld: {6: 3, 7: 7, 8: 8, 9: 3},
        vertrouwd: {4: 2, 5: 4, 6: 5, 7: 6, 8: 4},
        eerlijk: {5: 2, 6: 5, 7: 8, 8: 5, 9: 1},
      },
      reasons: [],
    },
  ],
};

export const wonen: PlanText = {
  key: 'wonen',
  name: 'Wonen aan het kanaal',
  type: 'project',
  versions: [
    {
      number: 1,
      text: 'Er komen 180 woningen in en naast de oude hallen: een derde sociale huur, een derde voor gewone inkomens, een derde duurder. De schoorsteen en drie werkplaatsen blijven. Daken en tuin worden groen. De tuin en de kade zijn voor bewoners. Om de tuin komt een hek. Op de kade liggen oude keien.',
      ballots: 24,
      marks: {
        gastvrij: {2: 2, 3: 3, 4: 5, 5: 5, 6: 4, 7: 3, 8: 1, '?': 1},
        ademruimte: {6: 2, 7: 5, 8: 11, 9: 5, 10: 1},
        geworteld: {7: 5, 8: 12, 9: 7},
        vertrouwd: {6: 3, 7: 7, 8: 9, 9: 4, '?': 1},
        eerlijk: {4: 1, 5: 1, 6: 3, 7: 6, 8: 9, 9: 4},
      },
      reasons: [
        {value: 'gastvrij', text: 'Die tuin is dus alleen voor wie er woont.'},
        {value: 'gastvrij', text: 'Met mijn rollator red ik die keien niet.'},
        {value: 'gastvrij', text: 'Weer geen wc.'},
        {value: 'gastvrij', text: 'Hek = wegwezen, zo voelt dat.'},
      ],
    },
    {
      number: 2,
      text: 'Er komen 180 woningen in en naast de oude hallen: een derde sociale huur, een derde voor gewone inkomens, een derde duurder. De schoorsteen en drie werkplaatsen blijven. Daken en tuin worden groen. De tuin is open van 8.00 tot 21.00 uur. De kade is van iedereen, met tien banken, een wc bij de poort en een vlakke strook.',
      ballots: 22,
      marks: {
        gastvrij: {5: 2, 6: 5, 7: 9, 8: 5, 9: 1},
        ademruimte: {6: 2, 7: 8, 8: 9, 9: 3},
        geworteld: {7: 5, 8: 10, 9: 7},
        vertrouwd: {4: 3, 5: 5, 6: 4, 7: 6, 8: 4},
        eerlijk: {5: 1, 6: 2, 7: 8, 8: 8, 9: 3},
      },
      reasons: [
        {value: 'vertrouwd', text: 'Als de poort open is, staat er ’s avonds van alles onder mijn raam.'},
        {value: 'vertrouwd', text: 'Wie doet het hek dan dicht?'},
      ],
    },
  ],
};

export interface ProposalText {
  readonly number: number;
  readonly text: string;
  readonly support: number;
  readonly outcome: 'Overgenomen' | 'Deels overgenomen' | 'Niet overgenomen';
  readonly answer: string;
}

/** What had to change for Gastvrij in the first version of Wonen aan het kanaal. */
export const proposals: readonly ProposalText[] = [
  {
    number: 1,
    text: 'Zet de poort overdag open.',
    support: 14,
    outcome: 'Overgenomen',
    answer: 'De tuin is elke dag open van 8.00 tot 21.00 uur.',
  },
  {
    number: 2,
    text: 'Maak de kade van iedereen, met banken en een wc.',
    support: 17,
    outcome: 'Deels overgenomen',
    answer: 'Ja, met tien banken. Er komt één wc, bij de poort. Voor meer is geen geld.',
  },
  {
    number: 3,
    text: 'Leg een vlakke strook naast de keien.',
    support: 11,
    outcome: 'Overgenomen',
    answer: 'Twee meter breed, over de hele kade.',
  },
  {
    number: 4,
    text: 'Haal het hek helemaal weg, ook ’s nachts.',
    support: 6,
    outcome: 'Niet overgenomen',
    answer: 'Bewoners willen ’s nachts rust. Na een jaar kijken we opnieuw.',
  },
];
