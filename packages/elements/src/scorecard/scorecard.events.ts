/** The reader picked one core value: a corner of the radar, or its row. */
export class AxisSelectEvent extends Event {
  static readonly type = 'samen-axis-select';
  /** Rubric id of the core value. */
  readonly value: string;

  constructor(value: string) {
    super(AxisSelectEvent.type, {bubbles: true, composed: true});
    this.value = value;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [AxisSelectEvent.type]: AxisSelectEvent;
  }
}
