import {html} from 'hono/html';
import {allianceIn, found, type Answered} from './answered.js';
import {about, type Sheet} from './document.js';
import type {Filling} from './forms.js';

/** Everything that can be filled in now: where a page without a script leads to. */
export async function openForms({api, slug}: Filling): Promise<Sheet> {
  const answered = await api.get<Answered>(`/v1/alliances/${slug}`);
  const alliance = allianceIn(answered);
  const open = answered.records.flatMap(record => {
    if (record.kind === 'question' && record.status === 'open')
      return [{path: `questions/${record.id}/form`, name: record.versions[record.asked]?.text ?? ''}];
    if (record.kind === 'round' && record.status === 'open')
      return [{path: `rounds/${record.id}/form`, name: `Cijfers geven: ${planName(answered, record.planVersion)}`}];
    if (record.kind === 'vote-round' && record.status === 'open')
      return [{path: `rounds/${record.id}/form`, name: 'Klopt dit? Wat wij samen belangrijk vinden'}];
    return [];
  });
  const body = html`${alliance.purpose === undefined ? '' : html`<p>${alliance.purpose}</p>`}
    ${
      open.length === 0
        ? html`<p>Er is nu niets om in te vullen.</p>`
        : html`<ul class="plain">
          ${open.map(({path, name}) => html`<li><a href="${path}">${name}</a></li>`)}
        </ul>`
    }
    <p><a href="own/form">Ik heb een bewijs: mijn antwoord veranderen of weghalen</a></p>
    ${about(alliance, {keeps: 'everything', says: []})}`;
  return {title: alliance.name, body};
}

function planName(answered: Answered, planVersion: string): string {
  const version = found(answered, 'plan-version', planVersion);
  return (version && found(answered, 'plan', version.plan)?.name) ?? '';
}
