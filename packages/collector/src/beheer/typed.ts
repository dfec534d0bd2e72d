import type {Visit} from './site.js';

/** A text as a form brings it: without space around it, and with one sign for the end of a line. */
export function plain(words: string): string {
  return words.trim().replace(/\r\n?/g, '\n');
}

/** The text in a field, without space around it; empty when there is none. */
export function text({typed}: Pick<Visit, 'typed'>, name: string): string {
  const value = typed.get(name);
  return typeof value === 'string' ? plain(value) : '';
}

/** The text in a field, or nothing when it was left empty. */
export function given(visit: Visit, name: string): string | undefined {
  return text(visit, name) || undefined;
}

/** The lines in a field that are not empty. */
export function lines(visit: Visit, name: string): string[] {
  return text(visit, name)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** A number as somebody in the Netherlands types it: `5,5`. What is no number stays `NaN`, for the API to refuse. */
export function number(visit: Visit, name: string): number {
  return Number(text(visit, name).replace(',', '.') || 'none');
}

export function ticked(visit: Visit, name: string): boolean {
  return visit.typed.get(name) === 'yes';
}
