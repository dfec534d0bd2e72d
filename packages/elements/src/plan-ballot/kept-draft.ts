import {EMPTY_DRAFT, isSameDraft} from './ballot-draft.js';
import type {Marking} from './ballot-view.js';
import type {BallotDraft} from './plan-ballot.state.js';

/** Drafts on their way to the host and back. A host that never gives one back must not cost memory. */
const MOST_ECHOES = 20;

/**
 * The answers as they stand in the widget: the draft of the host, and what was changed since. A host that gives no
 * draft back, or one of a moment ago, undoes nothing.
 */
export class KeptDraft {
  /** The answers now. */
  draft = EMPTY_DRAFT;

  /** Round and own ballot that the draft belongs to. */
  #place: string | undefined;
  /** The draft that the host gave last. */
  #given = EMPTY_DRAFT;
  /** Drafts that were told to the host and have not come back. */
  #echoes: BallotDraft[] = [];

  /** The person, or the browser that restores a page, changed the answers. */
  change(draft: BallotDraft): void {
    this.draft = draft;
    this.#echoes = [...this.#echoes, draft].slice(-MOST_ECHOES);
  }

  /** Back to the draft that the host gave. */
  reset(): void {
    this.#start(this.#given);
  }

  /**
   * Takes over what the host gives. In a form (`alone`) only what it began with: there the answers are the form's own.
   * What the browser restored before the first state came, stays.
   * @returns Whether another ballot begins.
   */
  follow(marking: Marking | undefined, alone: boolean): boolean {
    const place = marking && `${marking.terms.round} ${marking.changing ?? ''}`;
    const given = marking?.draft ?? EMPTY_DRAFT;
    const moved = place !== this.#place;
    const restored = this.#place === undefined && this.draft !== EMPTY_DRAFT;
    if (moved && !restored) this.#start(given);
    else if (!moved && !alone && !isSameDraft(given, this.#given)) this.#hear(given);
    this.#place = place;
    this.#given = given;
    return moved;
  }

  #start(draft: BallotDraft): void {
    this.draft = draft;
    this.#echoes = [];
  }

  #hear(draft: BallotDraft): void {
    const echo = this.#echoes.findIndex(told => isSameDraft(told, draft));
    if (echo < 0) this.#start(draft);
    else this.#echoes.splice(0, echo + 1);
  }
}
