import type {AbsenceKey} from './about-absence.messages.js';
import type {AboutKey} from './about.messages.js';
import type {Texts} from './voice.js';

/** What a widget says in English that has nothing to show. */
export const absenceEnglish: Texts<AbsenceKey> = {
  resultsFrom: 'The result comes on {day}.',
  resultsLater: 'You see the result when everybody is done.',
  loading: 'One moment. This part is loading.',
  'not-found': 'This part is not here. Have a look later.',
  unreachable: 'This part cannot be reached now. Nothing is lost. Try again later.',
  'no-collector': 'This page cannot reach the receiver now. Nothing is lost. We keep trying.',
  stillToSend: 'Still to be sent from this device: {n}.',
  'not-understood': 'This file is not right. Nothing is lost.',
  'not-for-publication': 'This file is a backup and not meant for a website.',
  'too-new': 'This file belongs to a newer version.',
  'script-changed': 'A file has changed. Load the page again.',
  incomplete: 'Not everything is loaded. You cannot go on yet. Nothing is lost. With a connection we try again.',
  retry: 'Try again',
};

/** In English: who asks, who reads it, and what to say when there is nothing to show. */
export const aboutEnglish: Texts<AboutKey> = {
  ...absenceEnglish,
  asks: '{organisation} asks this.',
  notWho: 'We do not ask who you are.',
  practice: 'This is an exercise. Your answer stays on this device. Nobody else sees it.',
  marksUnseen: 'Nobody sees what you chose.',
  until: 'You can take part until {day}.',
  keptUntil: 'We keep it until {day}.',
  questions: 'Questions? {contact}',
  privacy: 'About privacy',
  memoryOnly: 'This browser keeps nothing. Your answer is gone when you close this page.',
};
