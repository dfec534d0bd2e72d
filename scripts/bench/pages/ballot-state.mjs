/** One form of eight core values, as both forms show it. */
export const state = {
  type: 'marking',
  terms: {round: 'round', scale: 'marks', notApplicable: false, k: 5, trust: 'open-link'},
  plan: {
    name: 'Het Verfplein',
    type: 'design',
    number: 1,
    text: 'De lege binnenplaats wordt een plein met veertig bomen, banken en een wc.',
  },
  about: {
    organisation: 'Samen Ververij',
    contact: 'ververij@elzendrecht.example',
    destination: 'collector',
    moderated: true,
    kiosk: false,
    storage: 'device',
  },
  draft: {marks: {}, reasons: {}},
  values: ['Gastvrij', 'Ademruimte', 'Geworteld', 'Vertrouwd', 'Eerlijk', 'Open', 'Speels', 'Groen'].map(
    (name, place) => ({
      id: `value-${place}`,
      name,
      passMark: 5.5,
      facets: {
        emotion: {text: `Je voelt je welkom, ook als je niemand kent (${name}).`, values: []},
        function: {text: 'Je kunt zitten, naar de wc en overal komen zonder drempels.', values: []},
        aspiration: {text: 'Iedereen uit Elzendrecht is hier weleens geweest.', values: []},
      },
      levels: {
        4: 'Alleen fijn voor wie er woont.',
        6: 'Er zijn een paar zitplekken.',
        8: 'Iedereen kan er de hele dag terecht.',
      },
    }),
  ),
};
