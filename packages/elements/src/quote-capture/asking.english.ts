import {aboutEnglish} from '../shared/about.english.js';
import type {Texts} from '../shared/voice.js';
import type {AskingKey} from './asking.messages.js';

/** What is there before the first keystroke, in English. */
export const askingEnglish: Texts<AskingKey> = {
  ...aboutEnglish,
  readersAfter: 'Who reads this? A facilitator, and then everybody. Nobody sees who wrote it.',
  readersAtOnce: 'Who reads this? Everybody. Nobody sees who wrote it.',
  empty: 'There is no question yet. Have a look later.',
  answer: 'Your answer',
  guide: 'About {guide} characters is enough. Longer is fine.',
  length: {one: 'Your text is {n} character long.', other: 'Your text is {n} characters long.'},
  longer: {
    one: 'Your text is {n} character longer than asked. That is fine.',
    other: 'Your text is {n} characters longer than asked. That is fine.',
  },
  missing: 'There is nothing here yet. Write something first.',
  tooLong: 'The text is too long: {n} characters. {longest} fit. Nothing is lost. Make the text shorter.',
  unchecked:
    'We cannot check now whether your text has a telephone number, e-mail address or address. Please check yourself. Then press the button once more.',
  keepAnyway: 'Keep anyway',
  sendAnyway: 'Send anyway',
  changing: 'You are changing an answer that you gave before.',
  stopChanging: 'Back without changing',
  thanks: 'Thank you',
  another: 'Another answer',
  closed: 'This question is closed. It cannot be answered any more.',
  noNames: 'Do not write names, addresses or telephone numbers. We do not recognise names. Please check yourself.',
  keep: 'Keep',
  send: 'Send',
  haveReceipt: 'I have a receipt',
};
