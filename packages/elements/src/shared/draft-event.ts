import {Request} from './request.js';

/** What somebody has typed or chosen so far, so that a reload loses nothing. */
export class DraftEvent extends Request {
  static readonly type = 'samen-draft';
  /** Id of the question or round it answers. */
  readonly subject: string;
  /** The draft, in the shape that comes back in the widget's state. */
  readonly draft: unknown;

  constructor(subject: string, draft: unknown) {
    super(DraftEvent.type);
    this.subject = subject;
    this.draft = draft;
  }
}
