import {voiceKinds, type Voice} from '@samenwaarde/core/schema';
import type {Letter} from '../kept.js';
import type {Delivery, Refusal} from '../shown.js';

/** What came of sending a letter. */
export type Answer =
  /** The collector has it, and says so. */
  | {readonly type: 'taken'; readonly delivery: Delivery}
  /** It is not there, as was asked. */
  | {readonly type: 'gone'}
  | {readonly type: 'refused'; readonly reason: Refusal}
  /** Nobody knows whether it arrived: it is sent again. `after`: milliseconds that the collector wants us to wait. */
  | {readonly type: 'again'; readonly after: number};

/** A contribution as its giver may see it. */
export interface Given {
  readonly record: Voice;
  readonly delivery: Delivery;
  /** Which form of it the collector has: the next one has a higher number. */
  readonly edition: number;
  /** Of a vote with own names what happened to each, by rubric. */
  readonly names?: Readonly<Record<string, Delivery>>;
}

const again: Answer = {type: 'again', after: 0};

/** Problems that no second try solves, by their name, and what the giver is told of them. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  closed: 'closed',
  'code-needed': 'code-needed',
  'code-unknown': 'code-unknown',
  'code-used': 'code-used',
  'wrong-receipt': 'wrong-receipt',
  'too-large': 'too-long',
  'not-understood': 'not-understood',
  'no-such-subject': 'not-understood',
};

/** Problems of the page, its settings or the way: the contribution is right, and can be taken once they are solved. */
const PATIENT: readonly string[] = [
  'origin-refused',
  'no-such-alliance',
  'wrong-method',
  'not-http',
  'headers-too-large',
];

/** Most milliseconds that a collector can make us wait. */
const LONGEST_WAIT = 600_000;

/** What an answer to a letter means. Anything that a collector would not say counts as no answer at all. */
export async function understood(id: string, letter: Letter, response: Response): Promise<Answer> {
  const {status} = response;
  if (status === 204) return letter.record ? again : {type: 'gone'};
  if (status === 200 || status === 201) {
    const said = await json(response);
    const type = isObject(said) && said['id'] === id ? said['delivery'] : undefined;
    return letter.record && isDelivered(type) ? {type: 'taken', delivery: {type}} : again;
  }
  const problem = await problemOf(response);
  if (status >= 500 || status === 429 || status === 408 || problem === undefined || PATIENT.includes(problem))
    return {type: 'again', after: waitOf(response)};
  // Where nothing is known of the address itself, the settings are wrong; of what is to be taken away, it is not there.
  if (problem === 'not-found') return letter.record ? again : {type: 'gone'};
  return {type: 'refused', reason: REFUSALS[problem] ?? 'not-understood'};
}

/** Why a facilitator can refuse a contribution. */
const REASONS: readonly string[] = ['personal-data', 'insult', 'not-an-answer', 'double'];

/** A contribution in an answer of a collector, or `undefined`. */
export async function givenIn(response: Response): Promise<Given | undefined> {
  if (response.status !== 200) return undefined;
  const said = await json(response);
  if (!isObject(said)) return undefined;
  const {record, edition: number, names} = said;
  const delivery = deliveryIn(said['delivery']);
  if (!delivery || !voiceKinds.some(kind => kind.safeParse(record).success)) return undefined;
  const edition = typeof number === 'number' ? number : 0;
  return {record: record as Voice, delivery, edition, ...(isObject(names) && {names: deliveriesIn(names)})};
}

function deliveryIn(said: unknown): Delivery | undefined {
  if (!isObject(said)) return undefined;
  const {type, reason} = said;
  if (isDelivered(type)) return {type};
  if (type !== 'refused') return undefined;
  return {type, reason: REASONS.includes(String(reason)) ? (reason as Refusal) : 'other'};
}

function deliveriesIn(names: Record<string, unknown>): Readonly<Record<string, Delivery>> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([rubric, said]) => {
      const delivery = deliveryIn(said);
      return delivery ? [[rubric, delivery]] : [];
    }),
  );
}

function isDelivered(type: unknown): type is 'sent' | 'held' | 'released' {
  return type === 'sent' || type === 'held' || type === 'released';
}

/** The name of the problem, where a collector says one: anybody between here and there can answer 403. */
async function problemOf(response: Response): Promise<string | undefined> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return undefined;
  const problem = await json(response);
  if (!isObject(problem) || problem['status'] !== response.status) return undefined;
  return String(problem['type']).split(/[/#:]/).at(-1);
}

/** Milliseconds to wait. A date says nothing here: the clock of this device may be wrong by years. */
function waitOf({headers}: Response): number {
  const seconds = Number(headers.get('retry-after') ?? 0);
  return seconds > 0 ? Math.min(LONGEST_WAIT, seconds * 1_000) : 0;
}

async function json(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
