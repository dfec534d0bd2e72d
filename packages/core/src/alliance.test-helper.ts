import fc from 'fast-check';
import {uuid, type Random} from './random.js';
import type {AnyRecord, Highlight, Quote, Reason, RecordOf} from './schema.js';

/** How much there is in a made-up alliance. */
export interface Size {
  readonly seed: number;
  readonly quotes: number;
  readonly values: number;
  readonly rubrics: number;
  readonly ballots: number;
  readonly closed: boolean;
}

/** Stands in every text that nobody but the facilitator may read. */
export const SECRET = 'geheim';

/** Random bytes that can be drawn again. */
export function seededRandom(seed: number): Random {
  return length =>
    Uint8Array.from({length}, () => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed >>> 24;
    });
}

/**
 * All records of a made-up alliance: whatever names a record names one that is there, highlights are in place, and some
 * quotes, reasons and own names are held, refused, undecided or redacted.
 */
export function makeAlliance({seed, quotes: quoteCount, values, rubrics, ballots, closed}: Size): AnyRecord[] {
  const random = seededRandom(seed);
  const below = (limit: number) => (limit === 0 ? 0 : ((random(1)[0] ?? 0) * 256 + (random(1)[0] ?? 0)) % limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const id = () => uuid(random);
  const card = () => ({schema: 1 as const, id: id(), counter: 1 + below(9), tag: pick(['a', 'b', 'c'])});
  const many = <T>(count: number, make: (place: number) => T) => Array.from({length: count}, (_, place) => make(place));

  const alliance: RecordOf<'alliance'> = {
    ...card(),
    kind: 'alliance',
    name: 'Samen Ververij',
    partners: ['gemeente', 'school'],
    responsible: {organisation: 'gemeente', contact: 'buurt@voorbeeld.nl', privacy: 'https://voorbeeld.nl/privacy'},
    retention: {texts: '2027-01-01', everything: '2028-01-01'},
  };
  const question: RecordOf<'question'> = {
    ...card(),
    kind: 'question',
    versions: [{text: 'Welke problemen ziet u?', reaction: 'Gemopper.'}, {text: 'Waardoor bent u hier graag?'}],
    asked: 1,
    prompts: ['Wat moet blijven?'],
    moderation: 'held',
    status: 'open',
  };
  const longlist = many(values, (): RecordOf<'value'> => ({...card(), kind: 'value', name: `waarde ${below(99)}`}));
  const fates = many(quoteCount, () => pick(['released', 'redacted', 'held', 'refused', 'undecided'] as const));
  const readable = (place: number) => ['released', 'redacted'].includes(fates[place] ?? '');
  const quotes = many(quoteCount, (place): Quote => {
    const text = `😀 een bankie é en ${readable(place) ? 'schaduw' : SECRET} nr ${place}`;
    return {schema: 1, kind: 'quote', id: id(), question: question.id, text};
  });
  const highlights = quotes.flatMap(({id: quote, text}, place) =>
    longlist.length === 0
      ? []
      : many(below(3), (): Highlight => {
          const exact = pick(['een bankie', readable(place) ? 'schaduw' : SECRET, 'é']);
          const start = Array.from(text.slice(0, text.indexOf(exact))).length;
          const value = pick(longlist).id;
          return {
            ...card(),
            kind: 'highlight',
            quote,
            value,
            exact,
            start,
            end: start + Array.from(exact).length,
            pass: 'p1',
          };
        }),
  );
  const decisions = quotes.flatMap(({id: of, text}, place): RecordOf<'moderation'>[] => {
    const fate = fates[place];
    if (fate === 'undecided' || fate === undefined) return [];
    if (fate !== 'redacted') return [{...card(), kind: 'moderation', of, outcome: fate}];
    return [{...card(), kind: 'moderation', of, outcome: 'released', redacted: `[naam] ${text}`}];
  });
  const facetText = {text: 'Je voelt je welkom.', values: longlist.slice(0, 2).map(value => value.id)};
  const piles = many(rubrics, (place): RecordOf<'rubric'> => {
    const mine = longlist.filter((_, at) => at % rubrics === place).map(value => value.id);
    return {...card(), kind: 'rubric', values: mine, name: `Kernwaarde ${place}`, facets: {emotion: facetText}};
  });
  const profile: RecordOf<'profile-version'>[] =
    piles.length === 0
      ? []
      : [
          {
            ...card(),
            kind: 'profile-version',
            number: 1,
            split: 'sides',
            coreValues: piles.map(({id: rubric}, place) => ({
              rubric,
              name: `Kernwaarde ${place}`,
              facets: {function: facetText},
            })),
            noPlaceYet: 0,
          },
        ];
  const plan: RecordOf<'plan'> = {...card(), kind: 'plan', name: 'Het Verfplein', type: 'design'};
  const version: RecordOf<'plan-version'> = {
    ...card(),
    kind: 'plan-version',
    plan: plan.id,
    number: 1,
    text: 'Een plein.',
  };
  const status = closed ? ('closed' as const) : ('open' as const);
  const rounds = profile.map((tested): RecordOf<'round'> => ({
    ...card(),
    kind: 'round',
    planVersion: version.id,
    profileVersion: tested.id,
    passMark: 5.5,
    passMarks: {},
    leftOut: [],
    scale: 'marks',
    notApplicable: false,
    k: 3,
    trust: 'open-link',
    status,
  }));
  const voteRounds = profile.map((): RecordOf<'vote-round'> => ({
    ...card(),
    kind: 'vote-round',
    rubrics: piles.map(pile => pile.id),
    recognition: true,
    dots: 3,
    names: true,
    k: 3,
    status,
  }));
  const marks = () => Object.fromEntries(piles.map(pile => [pile.id, pick([4, 7, 8, 'unknown'] as const)]));
  const cast = rounds.flatMap(({id: round}) =>
    many(ballots, (): RecordOf<'ballot'> => ({schema: 1, kind: 'ballot', id: id(), round, marks: marks()})),
  );
  const votes = voteRounds.flatMap(({id: round}) =>
    many(ballots, (place): RecordOf<'rubric-vote'> => {
      const own = place % 2 === 0 ? 'Thuis' : SECRET;
      const recognition = Object.fromEntries(piles.map(pile => [pile.id, pick(['fits', 'partly', 'not'] as const)]));
      const objections = Object.fromEntries(piles.map(pile => [pile.id, `${SECRET}: vaag`]));
      return {
        schema: 1,
        kind: 'rubric-vote',
        id: id(),
        round,
        recognition,
        dots: {},
        names: Object.fromEntries(piles.map(pile => [pile.id, {own}])),
        objections,
        missing: SECRET,
      };
    }),
  );
  const nameDecisions = votes.flatMap(({id: of, names}, place) =>
    Object.entries(names).flatMap(([rubric, name]): RecordOf<'moderation'>[] => {
      if ('own' in name && name.own !== SECRET)
        return [{...card(), kind: 'moderation', of, rubric, outcome: 'released'}];
      return place % 4 === 1 ? [{...card(), kind: 'moderation', of, rubric, outcome: 'refused'}] : [];
    }),
  );
  const reasons = rounds.flatMap(({id: round, planVersion}) =>
    many(Math.min(ballots, 6), (place): Reason => {
      const text = place % 2 === 0 ? `Weer geen wc ${place}` : SECRET;
      return {schema: 1, kind: 'reason', id: id(), round, value: pick(piles).id, planVersion, text};
    }),
  );
  const reasonDecisions = reasons.map(({id: of, text}): RecordOf<'moderation'> => ({
    ...card(),
    kind: 'moderation',
    of,
    outcome: text === SECRET ? 'held' : 'released',
  }));
  const groupMarks = rounds.map(({id: round}): RecordOf<'group-mark'> => ({
    schema: 1,
    kind: 'group-mark',
    id: id(),
    round,
    table: 'Tafel 1',
    marks: Object.fromEntries(piles.map(pile => [pile.id, 7])),
    reasons: {},
  }));
  const sources: RecordOf<'source-count'> = {
    ...card(),
    kind: 'source-count',
    question: question.id,
    counts: {participant: quoteCount, interviewee: 0, expert: 0},
  };
  return [
    ...[alliance, question, sources, plan, version],
    ...[...longlist, ...piles, ...profile, ...rounds, ...voteRounds],
    ...[...quotes, ...highlights, ...decisions, ...reasonDecisions, ...nameDecisions],
    ...[...cast, ...votes, ...reasons, ...groupMarks],
  ];
}

/** A whole made-up alliance. */
export const alliances: fc.Arbitrary<AnyRecord[]> = fc
  .record({
    seed: fc.nat(),
    quotes: fc.nat(8),
    values: fc.nat(6),
    rubrics: fc.nat(4),
    ballots: fc.nat(8),
    closed: fc.boolean(),
  })
  .map(makeAlliance);
