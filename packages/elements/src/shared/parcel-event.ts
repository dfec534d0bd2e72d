import {Request} from './request.js';

/** Somebody wants their own answers that wait to be sent as a file, to hand them over in another way. */
export class ParcelEvent extends Request {
  static readonly type = 'samen-parcel';
  /** Takes the file. Not called when there is none. */
  readonly answer: (file: File) => void;

  constructor(answer: (file: File) => void) {
    super(ParcelEvent.type);
    this.answer = answer;
  }
}
