/** What this site keeps on the device, why and how long: the register of the alliance itself, with what is there now. */
import {allianceElement} from './alliance-element.js';

function element(name: string, ...children: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

const alliance = await allianceElement();
const entries = await alliance.stored();

document
  .querySelector('[data-stored]')
  ?.replaceChildren(
    element(
      'dl',
      ...entries.flatMap(({reason, until, entries: kept}) => [
        element('dt', reason.nl),
        element('dd', `Hoe lang: ${until.nl}. Nu: ${kept === 0 ? 'niets' : kept}.`),
      ]),
    ),
  );
