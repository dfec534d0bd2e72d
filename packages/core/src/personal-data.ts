/**
 * Personal data in free text, so that a person can take it out before sending. Names are not recognised; a screen that
 * uses this says so. Small and without dependencies: a resident's widget loads it. Every pattern is bounded in length,
 * so that the time it takes grows with the text and not with its square.
 */

export type PersonalData = 'email' | 'phone' | 'bsn' | 'iban' | 'address';

/** A place in a text. `start` and `end` count UTF-16 units, as `slice` does; `end` is just after it. */
export interface Finding {
  readonly type: PersonalData;
  readonly start: number;
  readonly end: number;
}

/** How much of what was found counts, in UTF-16 units; 0 when it is something else. */
type Check = (found: string, before: string, after: string) => number;

/**
 * Length of an account number, then the countries that have it: Europe, where Dutch payments come from and go to.
 * @see https://www.iso.org/standard/81090.html ISO 13616, the IBAN registry
 */
const ibanLengths =
  '15NO16BE18DKFIFOGLNL19MKSI20ATBAEELTLUXK21CHHRLILV22BGDEGBGEIEMERSVA23GI24ADCZESMDROSESK25PT26ISTR27FRGRITMCSM' +
  '28ALCYHUPL29UA31MT';

/** Passes ISO 7064 mod 97-10 at the length of its country; what follows on the same line is cut off. */
const iban: Check = (found, before) => {
  const country = RegExp('(\\d+)\\D*' + found.slice(0, 2), 'i').exec(ibanLengths);
  if (/[\p{L}\d]$/u.test(before) || !country) return 0;
  let end = 0;
  for (let left = Number(country[1]); left; end++) {
    if (end === found.length) return 0;
    if (/\w/.test(found.charAt(end))) left--;
  }
  const bare = found.slice(0, end).replace(/\W/g, '');
  let rest = 0;
  for (const sign of bare.slice(4) + bare.slice(0, 4)) {
    const value = parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1 ? end : 0;
};

/** A number that goes on before or after what was found is another number: an amount, an order, an ISBN. */
const goesOn = (before: string, after: string) => /\d[.,/-]?$/.test(before) || /^[.,:/-]?\d/.test(after);

/** Left out: a date with an hour (01-02-2026 10.00). */
const phone: Check = (found, before, after) =>
  goesOn(before, after) || /^\d\d\W\d\d\W(?:19|20)\d\d(?!\d)/.test(found) ? 0 : found.length;

/**
 * Passes the 11-test and is grouped as people write it. Eight digits, the leading zero left out, count only behind
 * "bsn" or "sofi": a date has eight as well. Left out: amounts, order numbers with letters or a year before them.
 * @see https://nl.wikipedia.org/wiki/Burgerservicenummer
 */
const bsn: Check = (found, before, after) => {
  if (goesOn(before, after)) return 0;
  const groups = found.split(/\D/).map(group => group.length);
  if (
    !/bsn|sofi|burgerservice/i.test(before) &&
    (!/^(?:9|45|333|423|2223)$/.test(groups.join('')) || /(?:\p{L}-?|€\s?)$/u.test(before))
  )
    return 0;
  const digits = found.replace(/\D/g, '').padStart(9, '0');
  let sum = -2 * +digits.charAt(8);
  for (let place = 0; place < 9; place++) sum += +digits.charAt(place) * (9 - place);
  return sum % 11 || !+digits ? 0 : found.length;
};

/** Two-letter words and units that look like the letters of a postcode: "in 1962 in 4 hallen", "1500 kg 12 keer". */
const words =
  /^(?:a[dfhl]|[bt]v|c[am]|d[eit]|e[nr]|[gm]b|h[aem]|i[kns]|j[ae]|k[gmw]|m[emnw]|n[aou]|[ou][fmpt]|pk|st|te|w[eio]|z[eno]|do|vr)$/;

/**
 * A postcode with a house number behind or before it. A postcode alone is not pointed at: it is a street, not a person.
 * Left out: SA, SD and SS, which no postcode has, and years before a short word.
 * @see https://nl.wikipedia.org/wiki/Postcodes_in_Nederland
 */
const address: Check = (found, before, after) => {
  const [, space = '', letters = ''] = /[1-9]\d{3}(\s?)([a-z]{2})(?![a-z])/i.exec(found) ?? [];
  const unsure = space && letters === letters.toLowerCase();
  if (/s[ads]/i.test(letters) || (unsure && (words.test(letters) || found.endsWith(letters)))) return 0;
  return goesOn(before, after) ? 0 : found.length;
};

const gap = String.raw`[\s.()/–-]{0,4}`;
const house = String.raw`\d{1,5}(?:-?[a-z]{1,3}\b|\s?(?:bis|hs|[a-z])\b|[-/]\d{1,4}\b)?`;
const postcode = String.raw`[1-9]\d{3}\s?[a-z]{2}`;

/** In order of priority: where two overlap the first is right. */
const patterns: readonly (readonly [PersonalData, RegExp, Check])[] = [
  ['iban', /[a-z]{2}\d\d(?:[\s.-]?[a-z\d]){11,30}/gi, iban],
  [
    'email',
    /[\p{L}\d._%+'-]{1,64}\s?(?:@|[([]at[)\]])\s?(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}/giu,
    found => found.length,
  ],
  // Service numbers (0800, 0900) belong to nobody and are left out; abroad only with a plus.
  [
    'phone',
    RegExp(
      String.raw`(?:(?:\+|00)\s?31${gap}(?:0${gap})?[1-9]|(?:\((?=0\d{1,3}\)))?0${gap}(?:[1-7]|8(?=[\s.-]?[4-8])))` +
        String.raw`(?:${gap}\d){8}(?!\d)|\+\s?[1-9](?:${gap}\d){8,13}`,
      'g',
    ),
    phone,
  ],
  ['bsn', /\d(?:[\s.-]?\d){7,8}/g, bsn],
  [
    'address',
    RegExp(
      String.raw`${house}[\s,]{1,3}${postcode}\b|${postcode}[\s,]{0,3}(?:(?:huis)?(?:nummer|n[ro]\.?)\s?)?${house}`,
      'gi',
    ),
    address,
  ],
];

/**
 * Every e-mail address, telephone number, citizen service number, bank account and postcode with house number.
 * @returns In order, none overlapping.
 */
export function findPersonalData(text: string): readonly Finding[] {
  const findings: Finding[] = [];
  let left = text;
  for (const [type, pattern, check] of patterns) {
    let [masked, from] = ['', 0];
    pattern.lastIndex = 0;
    for (let match; (match = pattern.exec(left));) {
      const start = match.index;
      const after = start + match[0].length;
      const end = start + check(match[0], left.slice(Math.max(0, start - 30), start), left.slice(after, after + 10));
      pattern.lastIndex = Math.max(end, start + 1);
      if (end === start) continue;
      findings.push({type, start, end});
      masked += left.slice(from, start) + '|'.repeat(end - start);
      from = end;
    }
    left = masked + left.slice(from);
  }
  return findings.sort((a, b) => a.start - b.start);
}

/** The text with `[label]` in the place of what was found. Replace the last finding first: it moves what follows. */
export function replace(text: string, finding: Finding, label: string): string {
  return `${text.slice(0, finding.start)}[${label}]${text.slice(finding.end)}`;
}
