import {Request} from './request.js';

/** The person wants to change an own contribution: show it as a draft again. */
export class ChangeEvent extends Request {
  static readonly type = 'samen-change';
  readonly subject: string;
  /** Id of the contribution. */
  readonly contribution: string;

  constructor(subject: string, contribution: string) {
    super(ChangeEvent.type);
    this.subject = subject;
    this.contribution = contribution;
  }
}

/** The person takes an own contribution away. */
export class WithdrawEvent extends Request {
  static readonly type = 'samen-withdraw';
  readonly subject: string;
  /** Id of the contribution. */
  readonly contribution: string;

  constructor(subject: string, contribution: string) {
    super(WithdrawEvent.type);
    this.subject = subject;
    this.contribution = contribution;
  }
}

/** The person wants to give another answer, or to stop changing one: show an empty form again. */
export class AnotherEvent extends Request {
  static readonly type = 'samen-another';
  readonly subject: string;

  constructor(subject: string) {
    super(AnotherEvent.type);
    this.subject = subject;
  }
}

/** Done: receipts, drafts and answers of this person leave the screen and the device. */
export class NextPersonEvent extends Request {
  static readonly type = 'samen-next-person';

  constructor() {
    super(NextPersonEvent.type);
  }
}

/** Somebody typed the code of a receipt: give that contribution back, to change it or take it away. */
export class ReceiptEvent extends Request {
  static readonly type = 'samen-receipt';
  readonly subject: string;
  /** The code as it was typed; not checked yet. */
  readonly code: string;
  /** Tells whether the contribution was found. */
  readonly answer: (found: boolean) => void;

  constructor(subject: string, code: string, answer: (found: boolean) => void) {
    super(ReceiptEvent.type);
    this.subject = subject;
    this.code = code;
    this.answer = answer;
  }
}
