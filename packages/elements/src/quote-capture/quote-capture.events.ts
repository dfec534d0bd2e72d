import type {Source} from '@samenwaarde/core/schema';

/** Quotes to keep: one from a resident, one or more from a scribe. */
export class QuoteSubmitEvent extends Event {
  static readonly type = 'samen-quote-submit';
  readonly question: string;
  readonly quotes: readonly string[];
  /** Id of the own quote that this one takes the place of. */
  readonly changing: string | undefined;

  constructor(question: string, quotes: readonly string[], changing?: string) {
    super(QuoteSubmitEvent.type, {bubbles: true, composed: true});
    this.question = question;
    this.quotes = quotes;
    this.changing = changing;
  }
}

/** One more source of that kind was heard. Told apart from the quotes, so that nobody can join them. */
export class SourceCountEvent extends Event {
  static readonly type = 'samen-source-count';
  readonly question: string;
  readonly source: Source;

  constructor(question: string, source: Source) {
    super(SourceCountEvent.type, {bubbles: true, composed: true});
    this.question = question;
    this.source = source;
  }
}

/** Quotes read from a file, to keep all at once. Those that were withheld come in as held; to a collector they do not go. */
export class QuotesImportEvent extends Event {
  static readonly type = 'samen-quotes-import';
  readonly question: string;
  readonly quotes: readonly {readonly text: string; readonly held: boolean}[];

  constructor(question: string, quotes: QuotesImportEvent['quotes']) {
    super(QuotesImportEvent.type, {bubbles: true, composed: true});
    this.question = question;
    this.quotes = quotes;
  }
}

/** The last import is taken back. */
export class ImportUndoEvent extends Event {
  static readonly type = 'samen-import-undo';
  readonly question: string;

  constructor(question: string) {
    super(ImportUndoEvent.type, {bubbles: true, composed: true});
    this.question = question;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [QuoteSubmitEvent.type]: QuoteSubmitEvent;
    [SourceCountEvent.type]: SourceCountEvent;
    [QuotesImportEvent.type]: QuotesImportEvent;
    [ImportUndoEvent.type]: ImportUndoEvent;
  }
}
