import type {Change, Letter, Own} from '../kept.js';
import type {Look} from '../keeping.js';
import type {Delivery, Refusal} from '../shown.js';
import {withoutGaps} from '../without-gaps.js';
import type {Answer} from './answer.js';
import type {Outbox} from './sender.js';
import type {Shelf} from './shelf.js';

/** The letters on this device. Whatever another tab did to them meanwhile stands. */
export class DeviceOutbox implements Outbox {
  readonly #shelf: Shelf;
  readonly #isOurTurn: (look: Look) => Promise<boolean>;

  /** @param isOurTurn Whether this tab is still the one that sends, by what the device keeps. */
  constructor(shelf: Shelf, isOurTurn: (look: Look) => Promise<boolean>) {
    this.#shelf = shelf;
    this.#isOurTurn = isOurTurn;
  }

  get letters(): ReadonlyMap<string, Letter> {
    return this.#shelf.kept.outbox;
  }

  async begin(id: string, letter: Letter): Promise<boolean> {
    const goes: boolean[] = [];
    // Read with what its giver has of it: another tab may have settled it, and gone before saying so.
    await this.#shelf.exchange(['outbox', 'own'], id, async look => {
      const isSame = (await look('outbox', id))?.stamp === letter.stamp && (await this.#isOurTurn(look));
      goes.push(isSame && (letter.record !== undefined || letter.tried !== undefined));
      if (!isSame || letter.tried) return [];
      return [letter.record ? put(id, {...letter, tried: 'under-way'}) : {store: 'outbox', key: id}];
    });
    return goes[0] ?? false;
  }

  async settle(id: string, letter: Letter, answer: Answer): Promise<void> {
    await this.#shelf.exchange(['outbox', 'own'], id, async look => {
      const now = await look('outbox', id);
      if (now?.stamp !== letter.stamp) return overtaken(id, now, {letter, answer});
      if (answer.type === 'again') return now.tried === 'failed' ? [] : [put(id, {...now, tried: 'failed'})];
      if (answer.type === 'refused' && letter.record) return [put(id, refusedLetter(now, letter, answer.reason))];
      const own = await look('own', id);
      return [{store: 'outbox', key: id}, ...(own ? [settled(id, own, {letter, answer})] : [])];
    });
  }
}

/** Of what the collector refused in its first form it has nothing: had it arrived before, it would have said so. */
function refusedLetter(now: Letter, {tried, edition}: Letter, refused: Refusal): Letter {
  const isNowhere = !tried || edition === 1;
  return withoutGaps({...now, refused, tried: isNowhere ? undefined : now.tried});
}

/** What its giver has of it afterwards. */
function settled(key: string, own: Own, {letter, answer}: Sent): Change {
  const keep = (value: Own): Change => ({store: 'own', key, value});
  if (answer.type === 'taken') return keep({...own, delivery: answer.delivery});
  if (answer.type === 'refused' && letter.back) {
    const {reason} = answer;
    // What the collector has of it is asked when it is looked after; perhaps not the form that was given last.
    const delivery: Delivery | undefined = reason === 'closed' ? undefined : {type: 'refused', reason};
    return keep(withoutGaps({...letter.back, delivery}));
  }
  // One ballot and one vote per person: the id is used again when there is another.
  return own.withdrawn === 'ballot' || own.withdrawn === 'rubric-vote' ? keep(own) : {store: 'own', key};
}

interface Sent {
  readonly letter: Letter;
  readonly answer: Answer;
}

/** The letter changed while it was under way: the one after it has to know that an earlier form may be there. */
function overtaken(id: string, now: Letter | undefined, {letter, answer}: Sent): Change[] {
  if (!now || now.tried || !letter.record || answer.type === 'refused') return [];
  return [put(id, {...now, tried: answer.type === 'again' ? 'failed' : 'under-way'})];
}

function put(key: string, value: Letter): Change {
  return {store: 'outbox', key, value};
}
