import type {Change} from './kept.js';
import type {Device, Ready} from './snapshot.js';

/** What somebody typed or chose so far; nothing is kept of an empty form, unless it is that of a change. */
export function drafted({known, device}: Ready, subject: string, draft: unknown): Change[] {
  if (!known.records.has(subject)) return [];
  const before = device.drafts.get(subject);
  const value = {...before, draft: JSON.parse(JSON.stringify(draft ?? null)) as unknown};
  return [{store: 'drafts', key: subject, ...((before?.changing || !isEmpty(draft)) && {value})}];
}

/** Whether somebody chose or typed nothing. */
export function isEmpty(draft: unknown): boolean {
  if (typeof draft === 'object' && draft !== null) return Object.values(draft).every(isEmpty);
  return draft === undefined || draft === null || draft === '';
}

/** Back from a change to what was being typed before it. */
export function anotherAsked({device}: Ready, subject: string): Change[] {
  return device.drafts.get(subject)?.changing ? [draftBefore(device, subject)] : [];
}

/** The draft that was there before the change began. */
export function draftBefore(device: Device, subject: string): Change {
  const draft = device.drafts.get(subject);
  const before = draft?.changing ? draft.before : undefined;
  return {store: 'drafts', key: subject, ...(before !== undefined && {value: {draft: before}})};
}
