import type {Page} from '@playwright/test';
import type {Marks} from './people.js';

interface Ballots {
  /** Names of the core values, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly ballots: readonly Readonly<Record<string, number | string>>[];
}

/** The ballots of one plan as they stand in the page's own data, read without any code of ours. */
export async function ballotsInPage(page: Page, plan: string): Promise<Ballots> {
  return page.evaluate(planName => {
    type Loose = Record<string, unknown> & {kind: string; id: string};
    const block = document.querySelector('samen-alliance > script[type="application/json"]');
    const {records} = JSON.parse(block?.textContent ?? '{}') as {records: Loose[]};
    const of = (kind: string): Loose[] => records.filter(record => record.kind === kind);
    const planId = of('plan').find(({name}) => name === planName)?.id;
    const versions = of('plan-version')
      .filter(version => version['plan'] === planId)
      .map(({id}) => id);
    const rounds = of('round')
      .filter(round => versions.includes(String(round['planVersion'])))
      .map(({id}) => id);
    const marks = of('ballot').filter(ballot => rounds.includes(String(ballot['round'])));
    return {
      names: Object.fromEntries(of('rubric').map(({id, name}) => [id, String(name)])),
      ballots: marks.map(ballot => ballot['marks'] as Record<string, number | string>),
    };
  }, plan);
}

/** Means by hand: a sum and a division per value, one decimal, half up. */
export function recount({names, ballots}: Ballots, added: readonly Marks[]): Record<string, number> {
  const means: Record<string, number> = {};
  for (const [id, name] of Object.entries(names)) {
    const all = [...ballots.map(ballot => ballot[id]), ...added.map(marks => marks[name])];
    const marks = all.filter((mark): mark is number => typeof mark === 'number');
    if (marks.length > 0)
      means[name] =
        Math.floor((marks.reduce((sum, mark) => sum + mark, 0) * 20 + marks.length) / (2 * marks.length)) / 10;
  }
  return means;
}
