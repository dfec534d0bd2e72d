import type {AnyRecord} from '@samenwaarde/core/schema';

/** The question as it was asked in Bowling Green. */
export const asked =
  'What would you want to see in the Bowling Green of the future? What’s a core value we want to preserve/cultivate as we grow?';

/** An alliance with that one question and nothing in it yet: the statements come from a file. */
export function bowlingGreen2050(): AnyRecord[] {
  const made = {schema: 1, counter: 1, tag: 'bowling-green'} as const;
  return [
    {
      ...made,
      kind: 'alliance',
      id: '7e0b64f1-8f0e-4a5c-9d43-4d1a5c2f9b60',
      name: 'Bowling Green 2050',
      area: 'Bowling Green, Kentucky',
      partners: [],
      responsible: {
        organisation: 'This demo',
        contact: 'see “Where these words come from”',
        privacy: '/bowling-green/#source',
      },
      retention: {texts: '2050-12-31', everything: '2050-12-31'},
    },
    {
      ...made,
      kind: 'question',
      id: 'c3a9d5e2-61b7-4f08-8e2d-90b6f7a1e354',
      versions: [{text: asked}],
      asked: 0,
      prompts: [],
      moderation: 'released',
      status: 'open',
    },
  ];
}
