/** The invented Elzendrecht: who asks there, what, and what people thought of what came out of it. */

export const place = {
  town: 'Elzendrecht',
  area: 'de Ververij',
  alliance: 'Samen Ververij',
  purpose: 'Van de Ververij een stuk stad maken waar heel Elzendrecht iets aan heeft.',
  partners: [
    'gemeente Elzendrecht',
    'woningcorporatie',
    'bewonersvereniging Kanaalbuurt',
    'ondernemersvereniging',
    'eigenaar van het terrein (ontwikkelaar)',
    'mbo-school',
  ],
  organisation: 'Gemeente Elzendrecht',
  contact: 'samenververij@elzendrecht.example',
  privacy: '/ververij/privacy.html',
} as const;

export const question = {
  versions: [
    {text: 'Welke problemen ziet u rond de Ververij?', reaction: 'Dan krijg je alleen gemopper.'},
    {text: 'Welke functies wenst u in het gebied?', reaction: 'Functies? Dat is jullie taal.'},
    {text: 'Stel: u loopt over tien jaar door de Ververij. Waardoor denkt u: hier ben ik graag?'},
  ],
  asked: 2,
  prompts: ['Wat moet blijven?', 'Wat moet er komen?', 'En wat juist niet?'],
} as const;

export const recognised = {
  fits: 20,
  partly: 3,
  not: 1,
  objection: 'Vertrouwd is vaag. Zeg dan gewoon veilig.',
  answer: 'Vertrouwd blijft, want het gaat ook over schoon. Veilig staat nu in de uitleg.',
  condition: 'als de plannen te betalen blijven',
} as const;
