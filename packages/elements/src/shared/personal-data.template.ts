import {findPersonalData, replace, type PersonalData} from '@samenwaarde/core';
import {html, type TemplateResult} from 'lit';
import type {PersonalDataKey} from './personal-data.messages.js';
import type {VoiceController} from './voice-controller.js';

type Speaker = Pick<VoiceController<PersonalDataKey>, 'say'>;

/** A text field that the same shadow root holds. */
export interface CheckedField {
  /** Id of the field: it gets the focus back when something was taken out. */
  readonly id: string;
  readonly text: string;
  readonly change: (text: string) => void;
}

const FOUND: Readonly<Record<PersonalData, PersonalDataKey>> = {
  email: 'foundEmail',
  phone: 'foundPhone',
  bsn: 'foundBsn',
  iban: 'foundIban',
  address: 'foundAddress',
};

/**
 * Points out personal data under a text field, each with a button that puts `[telefoonnummer]` in its place. Stands in
 * the page from the start, empty, so that what appears is heard.
 */
export function personalDataTemplate({id, text, change}: CheckedField, {say}: Speaker): TemplateResult {
  const takeOut = (event: Event, changed: string): void => {
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    root.getElementById(id)?.focus();
    change(changed);
  };
  return html`<div role="status" part="personal-data">
    ${findPersonalData(text).map(
      finding =>
        html`<div class="notice">
          <p>${say(FOUND[finding.type])}</p>
          <button type="button" @click=${(event: Event) => takeOut(event, replace(text, finding, say(finding.type)))}>
            ${say('removeFound', {found: text.slice(finding.start, finding.end)})}
          </button>
        </div>`,
    )}
  </div>`;
}
