/** Of the state of a tab's history, the code of the card that was scanned there: a phone may load the page anew. */
export interface Scanned {
  readonly samenCode?: string;
}

/** Forgets the code of a card that was scanned in this tab: it was given, or somebody else comes. */
export function forgetScanned(): void {
  const state = history.state as Scanned | null;
  if (state?.samenCode) history.replaceState({...state, samenCode: ''}, '');
}
