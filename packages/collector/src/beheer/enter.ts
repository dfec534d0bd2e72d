import {html} from 'hono/html';
import {Refused} from './api.js';
import {entering, openSession} from './entering.js';
import {button, form} from './fields.js';
import type {Html, Page} from './layout.js';
import type {Done, Site, Visit} from './site.js';
import {enterAgain, unsentIn} from './unsent.js';
import {text} from './typed.js';

interface Session {
  readonly name: string;
  readonly alliances: readonly {readonly slug: string; readonly name: string}[];
}

const [name, passphrase] = entering;
const code = {name: 'code', label: 'Code', type: 'text'} as const;
const newPassphrase = {
  ...passphrase,
  hint: 'Minstens 12 tekens. Een paar woorden achter elkaar is sterk en goed te onthouden.',
} as const;

/** The door: the first set-up, entering, an invitation, and leaving. */
export function enter(site: Site): void {
  site.page('/', welcome);
  site.door('/set-up', {show: welcome, act: choosePassphrase});
  site.page('/invitation', invitation);
  site.door('/invitation', {show: invitation, act: choosePassphrase});
  site.door('/enter', {
    show: welcome,
    act: async visit => {
      await openSession(visit);
      return {to: '/beheer', said: ''};
    },
  });
  site.doorBack('/enter-again', {
    show: visit => Promise.resolve(enterAgain(visit, unsentIn(visit))),
    act: async visit => {
      await openSession(visit);
      return site.again(visit, unsentIn(visit));
    },
  });
  site.door('/leave', {
    show: welcome,
    act: async visit => {
      await visit.api.send('DELETE', '/v1/sessions/current');
      return {to: '/beheer', said: 'U bent uitgelogd.'};
    },
  });
}

/** Who was invited, or lost a passphrase, chooses one with a code. */
function invitation(visit: Visit): Promise<Page> {
  const body = html`<p>Kies met de code die u kreeg een wachtzin.</p>
    ${form(visit, {action: '/beheer/invitation', button: 'Wachtzin kiezen', fields: [code, name, newPassphrase]})}`;
  return Promise.resolve({title: 'Uitnodiging', body});
}

async function choosePassphrase(visit: Visit): Promise<Done> {
  const [typed, who, chosen] = [text(visit, 'code'), text(visit, 'name'), text(visit, 'passphrase')];
  await visit.api.send('POST', '/v1/set-up', {code: typed, name: who, passphrase: chosen});
  return {to: '/beheer', said: 'Uw account is klaar. Log nu in.'};
}

/** Whichever fits: the set-up, the door, or the alliances of who is inside. */
async function welcome(visit: Visit): Promise<Page> {
  const {needed} = await visit.api.get<{needed: boolean}>('/v1/set-up');
  if (needed) return {title: 'Eerste keer', body: setUpForm(visit)};
  const session = await visit.api.get<Session>('/v1/sessions/current').catch((error: unknown) => {
    if (error instanceof Refused && error.status === 401) return undefined;
    throw error;
  });
  if (session) return {title: 'Uw allianties', body: alliances(visit, session)};
  return {title: 'Inloggen', body: enterForm(visit)};
}

function setUpForm(visit: Visit): Html {
  return html`<p>
      Deze server is nog van niemand. Wie de code heeft die de server bij het starten liet zien, maakt hier het eerste
      account.
    </p>
    ${form(visit, {
      action: '/beheer/set-up',
      button: 'Account maken',
      fields: [code, name, newPassphrase],
    })}`;
}

function enterForm(visit: Visit): Html {
  return html`${form(visit, {
    action: '/beheer/enter',
    button: 'Inloggen',
    fields: entering,
  })}
    <p><a href="${visit.parts.basePath}/beheer/invitation">Ik heb een uitnodiging</a></p>`;
}

function alliances(visit: Visit, {name: who, alliances: own}: Session): Html {
  const {basePath} = visit.parts;
  return html`<p>U bent ingelogd als ${who}.</p>
    ${
      own.length === 0
        ? html`<p>U hebt nog geen alliantie.</p>`
        : html`<ul class="plain">
          ${own.map(({slug, name: title}) => html`<li><a href="${basePath}/beheer/alliances/${slug}">${title}</a></li>`)}
        </ul>`
    }
    <p><a class="action" href="${basePath}/beheer/start">Nieuwe alliantie beginnen</a></p>
    ${button(visit, {action: '/beheer/leave', button: 'Uitloggen'})}`;
}
