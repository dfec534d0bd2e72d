/** How the widgets speak: Dutch with *u*, Dutch with *je*, English. */
export type Voice = 'nl-u' | 'nl-je' | 'en';

/** A text with `{name}` for what is filled in; a plural is one text per form, chosen by `{n}`. */
export type Text = string | {readonly one: string; readonly other: string};

/** Every text of a widget. */
export type Texts<Key extends string> = Readonly<Record<Key, Text>>;

/** One complete catalogue per voice: a missing text does not compile. */
export type Catalogue<Key extends string> = Readonly<Record<Voice, Texts<Key>>>;

/** What a first view says, in Dutch. English, which few pages ask for, comes with the part that follows it. */
export type FirstCatalogue<Key extends string> = Pick<Catalogue<Key>, 'nl-u' | 'nl-je'>;

/** What is filled in: names as they are, numbers by the rules of the language. */
export type Fillings = Readonly<Record<string, string | number>>;

/** The language of a voice, as `lang` says it. */
export function language(voice: Voice): 'nl' | 'en' {
  return voice === 'en' ? 'en' : 'nl';
}

/**
 * A text with everything filled in. Numbers follow the language: `1.234,5` in Dutch. A name that has no filling stays
 * as it stands, so that a mistake in an overridden text is seen and breaks nothing.
 */
export function fill(text: Text, voice: Voice, fillings: Fillings = {}): string {
  const form = typeof text === 'string' ? text : text[pluralForm(fillings)];
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const filling = fillings[name];
    if (filling === undefined) return whole;
    return typeof filling === 'number' ? number(filling, voice) : filling;
  });
}

/** Small whole numbers are the same everywhere; the formatter for the others costs an old phone tens of milliseconds. */
function number(value: number, voice: Voice): string {
  return Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : value.toLocaleString(language(voice));
}

/** @see https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html Dutch and English: 1 is one. */
function pluralForm({n}: Fillings): 'one' | 'other' {
  return Number(n) === 1 ? 'one' : 'other';
}

/** A mark as it is said: always one decimal, `4,8` in Dutch. */
export function decimal(mark: number, voice: Voice): string {
  const tenths = mark.toFixed(1);
  return language(voice) === 'en' ? tenths : tenths.replace('.', ',');
}

const MONTHS = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
  en: 'January February March April May June July August September October November December',
};

/**
 * A calendar day `2026-11-21` in words: `21 november 2026`. What is no day is returned as it came. Month names of our
 * own: the platform's formatter for dates costs an old phone a tenth of a second.
 */
export function day(date: string, voice: Voice): string {
  const time = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return date;
  const month = MONTHS[language(voice)].split(' ')[time.getUTCMonth()] ?? '';
  return voice === 'en'
    ? `${month} ${time.getUTCDate()}, ${time.getUTCFullYear()}`
    : `${time.getUTCDate()} ${month} ${time.getUTCFullYear()}`;
}
