/** What every request of a widget has in common: it goes up, through shadow roots. */
export abstract class Request extends Event {
  constructor(type: string) {
    super(type, {bubbles: true, composed: true});
  }
}
