import type {Facet} from '@samenwaarde/core/schema';

export type CoreValueKey = 'gastvrij' | 'ademruimte' | 'geworteld' | 'vertrouwd' | 'eerlijk';

export interface CoreValueText {
  readonly key: CoreValueKey;
  readonly name: string;
  readonly alsoProposed: readonly string[];
  readonly sides: Readonly<Record<Facet, {readonly text: string; readonly values: readonly string[]}>>;
  readonly levels: {readonly 4: string; readonly 6: string; readonly 8: string};
  /** What the drawing shows, for who cannot see it. */
  readonly drawing: string;
}

export const coreValues: readonly CoreValueText[] = [
  {
    key: 'gastvrij',
    name: 'Gastvrij',
    alsoProposed: ['Welkom', 'Voor iedereen'],
    sides: {
      emotion: {
        text: 'Je voelt je welkom, ook als je niemand kent en niets koopt.',
        values: ['een plek waar je kan zitten zonder dat je meteen wat moet kopen', 'gewoon binnenloopt'],
      },
      function: {
        text: 'Je kunt zitten, naar de wc en overal komen zonder drempels.',
        values: ['overal kunnen komen', 'Een wc!!'],
      },
      aspiration: {
        text: 'Iedereen uit Elzendrecht is hier weleens geweest.',
        values: ['ergens blijven hangen', 'praten met de buren'],
      },
    },
    levels: {
      4: 'Alleen fijn voor wie er woont of iets koopt.',
      6: 'Er zijn een paar gratis zitplekken.',
      8: 'Iedereen kan er de hele dag terecht.',
    },
    drawing: 'Een lange tafel, alle stoelen anders.',
  },
  {
    key: 'ademruimte',
    name: 'Ademruimte',
    alsoProposed: ['Groen en stil', 'Lucht'],
    sides: {
      emotion: {text: 'Je hoofd wordt rustig.', values: ['Rust', 'niet volbouwen']},
      function: {
        text: 'Bomen, water en schaduw houden het koel. Er zijn stille plekken.',
        values: ['schaduw', 'Bomen en open water', 'oude kastanje'],
      },
      aspiration: {
        text: 'Op de heetste dag van het jaar is dit de fijnste plek van de stad.',
        values: ['in het kanaal zwemmen'],
      },
    },
    levels: {4: 'Vooral steen.', 6: 'Er is groen, maar ook veel lawaai.', 8: 'Je zit in de schaduw en hoort vogels.'},
    drawing: 'Een kastanje die zich spiegelt in water.',
  },
  {
    key: 'geworteld',
    name: 'Geworteld',
    alsoProposed: ['Echt', 'Trots'],
    sides: {
      emotion: {text: 'Je bent trots op wat hier is gemaakt.', values: ['ik ben thuis', 'Echt is echt']},
      function: {
        text: 'Oude gebouwen krijgen nieuw werk. Je kunt er leren en dingen maken.',
        values: ['schoorsteen moet blijven', 'oude kastanje', 'iets gemaakt worden', 'hier leren'],
      },
      aspiration: {
        text: 'Wie hier opgroeit, kent het verhaal van de fabriek en gaat ermee verder.',
        values: ['Dat mag niet vergeten worden'],
      },
    },
    levels: {
      4: 'Alleen een muur blijft staan.',
      6: 'De gebouwen blijven, het werk komt niet terug.',
      8: 'De gebouwen blijven en er wordt weer gewerkt.',
    },
    drawing: 'Twee handen, blauw van de verf.',
  },
  {
    key: 'vertrouwd',
    name: 'Vertrouwd',
    alsoProposed: ['Veilig', 'Op je gemak'],
    sides: {
      emotion: {
        text: 'Je bent op je gemak, ook alleen en in het donker.',
        values: ['iemand achter een raam zien zitten', 'alleen naar school'],
      },
      function: {
        text: 'Er is licht, er zijn mensen in de buurt, het is schoon en je kunt veilig oversteken.',
        values: ['veilig oversteken', 's avonds terugvinden', 'schoon'],
      },
      aspiration: {text: 'Niemand fietst meer om.', values: ['veilig naar huis']},
    },
    levels: {
      4: 'Je komt er ’s avonds liever niet.',
      6: 'Er is licht, maar je ziet er niemand.',
      8: 'Een kind kan hier alleen over straat.',
    },
    drawing: 'Een verlicht raam naast een tunnel.',
  },
  {
    key: 'eerlijk',
    name: 'Eerlijk',
    alsoProposed: ['Voor elke beurs', 'Samen delen'],
    sides: {
      emotion: {text: 'Je merkt dat je meetelt.', values: ['antwoord krijgen']},
      function: {
        text: 'Er is plek voor mensen met weinig en met veel geld. Je hoort wat er met je woorden is gedaan.',
        values: ['betaalbaar'],
      },
      aspiration: {text: 'Wie hier nu woont, kan blijven en wordt er beter van.', values: ['samen delen']},
    },
    levels: {
      4: 'Vooral voor mensen met geld.',
      6: 'Er is iets betaalbaars, maar weinig.',
      8: 'Iedereen kan er iets betalen.',
    },
    drawing: 'Eén gevel, acht verschillende deuren.',
  },
];
