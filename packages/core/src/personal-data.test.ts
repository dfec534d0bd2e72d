import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {findPersonalData, replace, type PersonalData} from './personal-data.js';

/** What is pointed at, as text. */
const found = (text: string) => findPersonalData(text).map(({type, start, end}) => [type, text.slice(start, end)]);

/** A generator of our own, so that a run can be repeated. @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function seeded(seed: number) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;
  const digits = (n: number) => Array.from({length: n}, () => below(10)).join('');
  return {below, pick, digits};
}
const {below, pick, digits} = seeded(20261121);

// Made from the definitions of the formats, without a look at the detector.

function makeEmail() {
  const first = pick(['jan', 'Fatima', 'p.de.vries', 'zoë', 'k_jansen', 'info+buurt', 'A.B', "o'neill", 'mo-88', 'x']);
  const host = pick([
    'gmail.com',
    'ziggo.nl',
    'kpnmail.nl',
    'mijn-buurt.amsterdam',
    'student.uni.nl',
    'Hotmail.NL',
    'xs4all.nl',
  ]);
  return first + pick(['@', '@', '@', '@', ' @ ', '@ ', '(at)', '[at]']) + host;
}

function makePhone() {
  const mobile = '6' + String(1 + below(8)) + digits(7);
  const short = pick(['20', '30', '10', '70', '88', '85']) + String(1 + below(9)) + digits(6);
  const long = pick(['347', '413', '521', '182']) + String(1 + below(9)) + digits(5);
  const number = pick([mobile, mobile, mobile, short, long]);
  const area = number === long ? 3 : number === short ? 2 : 1;
  const rest = number.slice(area);
  const pairs = (rest.match(/.{1,2}/g) ?? []).join(pick([' ', '.', '-']));
  const lead = pick(['0', '0', '0', '0', '+31', '+31 ', '0031', '0031 ', '+31 (0)', '+31(0)']);
  const start = lead === '0' && below(5) === 0 ? `(0${number.slice(0, area)})` : lead + number.slice(0, area);
  return start + pick(['', '-', ' ', ' - ', '.', '–', '/']) + pick([rest, rest, pairs]);
}

function makeBsn() {
  for (;;) {
    const number = digits(9);
    const sum = [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce((total, weight, i) => total + weight * Number(number[i]), 0);
    if (sum % 11 !== 0 || number === '000000000') continue;
    const [a, b, c] = [number.slice(0, 3), number.slice(3, 6), number.slice(6)];
    const official = [number.slice(0, 4), number.slice(4, 6), number.slice(6)];
    if (number.startsWith('0') && below(2) === 0) return 'bsn ' + number.slice(1);
    return pick([number, number, [a, b, c].join(pick([' ', '.', '-'])), official.join(pick([' ', '.', '-']))]);
  }
}

const banks = ['ABNA', 'INGB', 'RABO', 'TRIO', 'SNSB', 'KNAB'];
/** Check digits in big integers: letters are 10 to 35. */
function makeIban() {
  const [country, account] = pick([
    ['NL', pick(banks) + digits(10)],
    ['NL', pick(banks) + digits(10)],
    ['NL', pick(banks) + digits(10)],
    ['BE', digits(12)],
    ['DE', digits(18)],
  ] as const);
  const number = Array.from(account + country + '00', sign => String(parseInt(sign, 36))).join('');
  const check = String(98n - (BigInt(number) % 97n)).padStart(2, '0');
  const iban = country + check + account;
  const fours = iban.match(/.{1,4}/g) ?? [];
  return pick([iban, iban, fours.join(' '), fours.join(' '), fours.join('.'), iban.toLowerCase()]);
}

function makeAddress() {
  const letters = pick(['AB', 'BK', 'CZ', 'GX', 'HR', 'JL', 'KP', 'PV', 'RT', 'XS', 'ZW', 'LE']);
  const code = String(1000 + below(9000)) + pick([' ', ' ', '']) + pick([letters, letters, letters.toLowerCase()]);
  const number = String(1 + below(300)) + pick(['', '', '', 'a', '-bis', ' bis', '-2', ' B', '-II', 'hs']);
  if (below(3) === 0) return number + pick([', ', ' ']) + code.toUpperCase();
  return code + pick([' ', ' ', ', ', ' nr. ', ' huisnummer ']) + number;
}

const makers: Record<PersonalData, () => string> = {
  email: makeEmail,
  phone: makePhone,
  bsn: makeBsn,
  iban: makeIban,
  address: makeAddress,
};

const around: readonly ((data: string) => string)[] = [
  data => data,
  data => `${data} is van mij, bel of schrijf gerust.`,
  data => `Ik wil graag meedenken: ${data}`,
  data => `kunt u mij laten weten wat er mee gebeurd? ${data}.`,
  data => `In hal 4 (${data}) zit een lek`,
  data => `Sinds 1962 al troep daar,${data},niemand doet iets`,
  data => `mijn gegevens zijn "${data}" dus stuur maar op!!`,
  data => `Dank je wel :-) ${data} groetjes`,
  data => `Vorige week nog 12 fietsen gestolen\n${data}\nniks meer gehoord`,
  data => `Vraag het aan de overburen; ${data}; die weten ervan`,
  data => `het bankie is kapot (al 3 jaar) ${data}!`,
];

describe('findPersonalData', () => {
  it('points at what the method names, and only at that', () => {
    const cases: readonly (readonly [string, readonly (readonly [PersonalData, string])[]])[] = [
      ['', []],
      ['In 1962 begon ik in hal 4, ik was vijftien. Mijn handen waren altijd blauw.', []],
      ['Bel maar, 06 12 34 56 78, dan laat ik het zien.', [['phone', '06 12 34 56 78']]],
      [
        '(020) 624 11 11 of +31 (0)6-12345678',
        [
          ['phone', '(020) 624 11 11'],
          ['phone', '+31 (0)6-12345678'],
        ],
      ],
      ['0800-1234 en 0900-123456 zijn van niemand', []],
      ['123456782 wel, 123456783 niet', [['bsn', '123456782']]],
      ['bsn 12345672', [['bsn', '12345672']]],
      ['dossier 12345672', []],
      ['000000000', []],
      ['NL91 ABNA 0417 1643 00 op naam van', [['iban', 'NL91 ABNA 0417 1643 00']]],
      ['NL92 ABNA 0417 1643 00 klopt niet als rekening', [['phone', '0417 1643 00']]],
      ['1234 AB 12-bis', [['address', '1234 AB 12-bis']]],
      ['1234ab12a.', [['address', '1234ab12a']]],
      ['Kanaalstraat 12, 1234 AB Elzendrecht', [['address', '12, 1234 AB']]],
      ['1234 AB is een straat', []],
      ['1234 SA 12, 1234 SD 12 en 1234 SS 12 bestaan niet', []],
      ['in 1962 in 4 hallen', []],
      [
        'jan@voorbeeld.nl, 0612345678',
        [
          ['email', 'jan@voorbeeld.nl'],
          ['phone', '0612345678'],
        ],
      ],
      ['twitter @jan en prijs 3@5', []],
    ];
    for (const [text, expected] of cases) assert.deepEqual(found(text), expected, text);
  });

  const positives = Object.entries(makers).flatMap(([type, make]) =>
    Array.from({length: 300}, () => {
      const data = make();
      return {type, data, text: pick(around)(data)};
    }),
  );
  const missed = positives.filter(({type, data, text}) => {
    const bare = (value: string) => value.replace(/^bsn /, '');
    return !found(text).some(([kind, words]) => kind === type && words === bare(data));
  });
  const recall = 1 - missed.length / positives.length;
  it(`finds ${(recall * 100).toFixed(2)} % of ${positives.length} made-up data, whole and by its name`, () => {
    assert.ok(recall >= 0.99, JSON.stringify(missed.slice(0, 20), null, 1));
    for (const type of Object.keys(makers))
      assert.ok(missed.filter(miss => miss.type === type).length <= 9, `${type}: more than 3 % missed`);
  });

  const harmless = Array.from({length: 60}, makeHarmless).flat();
  const alarms = harmless.filter(text => findPersonalData(text).length > 0);
  it(`points at ${((100 * alarms.length) / harmless.length).toFixed(2)} % of ${harmless.length} harmless sentences`, () => {
    assert.ok(harmless.length >= 500);
    assert.ok(alarms.length / harmless.length <= 0.01, JSON.stringify(alarms.slice(0, 20), null, 1));
  });

  it('gives findings in order, none overlapping, inside the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('06', ' ', '12', '@', '.nl', '1234 AB', 'NL91', '-', '123456782', 'é', '😀'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 30}), pieces => {
        const text = pieces.join('');
        let last = 0;
        for (const {start, end} of findPersonalData(text)) {
          assert.ok(start >= last && end > start && end <= text.length);
          last = end;
        }
      }),
      {numRuns: 500},
    );
  });

  it('takes a time that grows with the text, not with its square', () => {
    const pieces = [
      'a',
      '1',
      '0',
      '06 ',
      '1 ',
      '@',
      'a@',
      'a.',
      '1234 AB ',
      '+',
      '+31 ',
      'NL91 ',
      '(',
      '- ',
      '0 0 ',
      'é@é.',
      '12, ',
    ];
    for (const length of [5_000, 100_000])
      for (const piece of pieces) {
        const text = piece.repeat(length / piece.length);
        const started = performance.now();
        findPersonalData(text);
        const took = performance.now() - started;
        assert.ok(
          took < (length === 5_000 ? 1_000 : 8_000),
          `${length} × ${JSON.stringify(piece)} took ${took.toFixed()} ms`,
        );
      }
  });
});

describe('replace', () => {
  it('puts the label in the place of what was found', () => {
    const text = 'Bel maar, 06 12 34 56 78, dan laat ik het zien.';
    const [finding] = findPersonalData(text);
    assert.equal(replace(text, finding!, 'telefoonnummer'), 'Bel maar, [telefoonnummer], dan laat ik het zien.');
  });
});

/** A nine-digit number that fails the 11-test. */
function makeOrdinaryNumber() {
  for (;;) {
    const number = digits(9);
    const sum = [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce((total, weight, i) => total + weight * Number(number[i]), 0);
    if (sum % 11 !== 0) return number;
  }
}

function makeHarmless(): string[] {
  const year = () => String(1850 + below(200));
  const some = () => String(1 + below(90));
  const amount = () => `€ ${1 + below(900)}.${digits(3)},${pick(['00', '50', '-'])}`;
  const hour = () => `${String(below(24)).padStart(2, '0')}${pick(['.', ':'])}${pick(['00', '30', '15'])}`;
  const day = () =>
    `${String(1 + below(28)).padStart(2, '0')}-${String(1 + below(12)).padStart(2, '0')}-20${10 + below(30)}`;
  return [
    `In ${year()} begon ik in hal ${some()}, ik was vijftien.`,
    `Er komen ${some()}0 woningen voor ${amount()} per stuk, ${some()} procent sociaal.`,
    `Dat kost ${amount()} en niet ${amount()} zoals in ${year()} is gezegd.`,
    `Kanaalstraat ${some()} en ${some()}-${some()} liggen aan het water.`,
    `De werkplaats is open van ${hour()} tot ${hour()} uur, ${some()} dagen lang.`,
    `Op ${day()} om ${hour()} uur was er een avond in hal ${below(9)}.`,
    `${day()} ${hour()} tot ${hour()}, daarna ${day()}.`,
    `Tram ${some()} en bus ${100 + below(200)} rijden ${below(9)},${below(9)} km om.`,
    `Artikel ${some()}.${below(9)} lid ${below(9)} van de Omgevingswet ${year()}, bladzijde ${digits(3)}.`,
    `ISBN 978-90-${digits(3)}-${digits(4)}-${below(10)} staat in de bieb.`,
    `Bestelling 2026-${digits(8)} is nooit bezorgd, factuur F${digits(7)} wel.`,
    `Het nummer ${makeOrdinaryNumber()} zegt mij niets.`,
    `van ${year()} tot ${year()} en ${below(9)} keer daarna; ${some()},${below(9)} % van ${1 + below(9)}.${digits(3)}.${digits(3)} mensen`,
    `Wij wonen in ${1000 + below(9000)} ${pick(['AB', 'KL', 'XZ'])}, daar is geen ${some()} meter groen.`,
    `In ${year()} ${pick(['in', 'en', 'of', 'op', 'al', 'is', 'te', 'nu', 'om'])} ${some()} hallen werkten ${1 + below(9)}.${digits(3)} mensen.`,
    `${1000 + below(5000)} ${pick(['kg', 'km', 'm2', 'ha', 'kw'])} ${some()} keer per jaar, max. ${some()} km/u.`,
  ];
}
