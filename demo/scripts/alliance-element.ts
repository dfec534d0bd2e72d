import type {Alliance} from '@samenwaarde/connect';
import type {} from '@samenwaarde/connect/define';

/** The alliance of this page, once its code is here. */
export async function allianceElement(): Promise<Alliance> {
  await customElements.whenDefined('samen-alliance');
  const alliance = document.querySelector('samen-alliance');
  if (!alliance) throw new Error('There is no <samen-alliance> on this page.');
  return alliance;
}
