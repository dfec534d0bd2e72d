import type {Alliance} from '@samenwaarde/core/schema';
import {lines, text} from './fields.js';
import type {Visit} from './site.js';

/** What somebody typed about an alliance: its name, who asks together, who is responsible, and for how long. */
export function typedAbout(visit: Visit): Pick<Alliance, 'name' | 'partners' | 'responsible' | 'retention'> {
  return {
    name: text(visit, 'name'),
    partners: lines(visit, 'partners'),
    responsible: {
      organisation: text(visit, 'organisation'),
      contact: text(visit, 'contact'),
      privacy: text(visit, 'privacy'),
    },
    retention: {texts: text(visit, 'texts'), everything: text(visit, 'everything')},
  };
}
