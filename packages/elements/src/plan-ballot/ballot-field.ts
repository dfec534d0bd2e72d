import {draftOf, entriesOf} from './ballot-entries.js';
import type {Marking} from './ballot-view.js';
import {given, unanswered} from './given.js';
import type {BallotDraft} from './plan-ballot.state.js';

/** What the form is told. Without `marking` there is nothing to fill in, and nothing to submit. */
export interface FieldState {
  readonly marking: Marking | undefined;
  readonly draft: BallotDraft;
  readonly name: string;
  readonly required: boolean;
  /** What to say while answers are missing. */
  readonly missing: string;
}

/** The ballot as a field of the form around it. */
export class BallotField {
  readonly #internals: ElementInternals;

  constructor(internals: ElementInternals) {
    this.#internals = internals;
  }

  /** Synchronous, so that a listener that reads the form sees the new answers. */
  tell(state: FieldState): void {
    const {marking, draft, name} = state;
    if (marking && name !== '') {
      this.#internals.setFormValue(entriesOf(given(draft, marking.values), name), entriesOf(draft, name));
    } else {
      this.#internals.setFormValue(null);
    }
    this.#judge(state);
  }

  /** The answers that the browser kept with the form. */
  restored(entries: FormData, name: string): BallotDraft {
    return draftOf(entries, name);
  }

  #judge({marking, draft, required, missing}: FieldState): void {
    const [first] = marking && required ? unanswered(draft, marking.values) : [];
    if (!marking || !first) {
      this.#internals.setValidity({});
      return;
    }
    const root = this.#internals.shadowRoot;
    const [there, elsewhere] = [`#value-${marking.values.indexOf(first)} input`, 'fieldset input'].map(control =>
      root?.querySelector<HTMLElement>(control),
    );
    this.#internals.setValidity({valueMissing: true}, missing, there ?? elsewhere ?? undefined);
  }
}
