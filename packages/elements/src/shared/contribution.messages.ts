import type {Catalogue} from './voice.js';

export type ContributionKey =
  | 'kept'
  | 'keptInMemory'
  | 'sending'
  | 'waiting'
  | 'sent'
  | 'held'
  | 'released'
  | 'refused'
  | 'notCounted'
  | 'notPlaced'
  | 'nextRefused'
  | 'nextTooLate'
  | 'refusedPersonalData'
  | 'refusedInsult'
  | 'refusedNotAnAnswer'
  | 'refusedDouble'
  | 'refusedOther'
  | 'refusedClosed'
  | 'refusedTooLong'
  | 'refusedCodeUsed'
  | 'refusedCodeNeeded'
  | 'refusedCodeUnknown'
  | 'refusedWrongReceipt'
  | 'refusedNotUnderstood'
  | 'receiptTitle'
  | 'receiptUse'
  | 'receiptUseHere'
  | 'saveReceipt'
  | 'unsent'
  | 'waitingHere'
  | 'saveAnswers'
  | 'change'
  | 'withdraw'
  | 'withdrawSure'
  | 'withdrawYes'
  | 'withdrawNo'
  | 'withdrawn'
  | 'nextPerson'
  | 'nextPersonHint'
  | 'keep'
  | 'send'
  | 'haveReceipt'
  | 'receiptLabel'
  | 'receiptOpen'
  | 'receiptUnknown'
  | 'receiptFound';

const u = {
  kept: 'Bewaard op dit apparaat. Dit is een oefening: niemand anders ziet uw antwoord.',
  keptInMemory: 'Uw antwoord staat op deze pagina. Het verdwijnt als u de pagina sluit.',
  sending: 'Wij versturen uw antwoord.',
  waiting: {
    one: 'Nog niet verstuurd. Uw antwoord staat alleen nog op dit apparaat. Open deze pagina binnen {n} dag weer.',
    other: 'Nog niet verstuurd. Uw antwoord staat alleen nog op dit apparaat. Open deze pagina binnen {n} dagen weer.',
  },
  sent: 'Verstuurd. Wij hebben uw antwoord.',
  held: 'Verstuurd. Een begeleider leest uw antwoord eerst.',
  released: 'Verstuurd. Uw antwoord staat zonder naam op deze website.',
  refused: 'Uw antwoord staat niet op de website. {reason} De tekst staat nog op dit apparaat.',
  notCounted: 'Dit antwoord telt niet mee. {reason} Het staat nog op dit apparaat.',
  notPlaced: 'Kijk nog even naar uw antwoord',
  nextRefused: 'U kunt het veranderen en opnieuw versturen, of weghalen.',
  nextTooLate: 'Meedoen kan niet meer. Uw antwoord blijft hier staan tot u het weghaalt.',
  refusedPersonalData: 'Er staan gegevens in waaraan iemand te herkennen is.',
  refusedInsult: 'Er staat een belediging in.',
  refusedNotAnAnswer: 'Het is geen antwoord op de vraag.',
  refusedDouble: 'Dit antwoord was er al.',
  refusedOther: 'Een begeleider heeft het tegengehouden.',
  refusedClosed: 'Het antwoord kwam nadat de ronde was gesloten.',
  refusedTooLong: 'De tekst is te lang.',
  refusedCodeUsed: 'De kaart met code is al gebruikt.',
  refusedCodeNeeded: 'Er is een kaart met code nodig om mee te doen.',
  refusedCodeUnknown: 'De code op de kaart is niet van deze ronde.',
  refusedWrongReceipt: 'Het bewijs hoort niet bij dit antwoord.',
  refusedNotUnderstood: 'De ontvanger begreep het bericht niet.',
  receiptTitle: 'Uw bewijs',
  receiptUse: 'Met deze code kunt u uw antwoord veranderen of weghalen. Alleen u hebt deze code. Schrijf hem op.',
  receiptUseHere:
    'Met deze code kunt u uw antwoord op dit apparaat veranderen of weghalen. Alleen u hebt deze code. Schrijf hem op.',
  saveReceipt: 'Bewijs opslaan als bestand',
  unsent: 'Dit is niet verstuurd.',
  waitingHere: 'Nog te versturen: {n}. Wij blijven het proberen zolang deze pagina open is.',
  saveAnswers: 'Antwoorden opslaan als bestand',
  change: 'Veranderen',
  withdraw: 'Weghalen',
  withdrawSure: 'Wilt u dit antwoord weghalen?',
  withdrawYes: 'Ja, weghalen',
  withdrawNo: 'Nee, laten staan',
  withdrawn: 'Uw antwoord is weggehaald.',
  nextPerson: 'Klaar, volgende persoon',
  nextPersonHint: 'Zit er nog iemand op dit apparaat? Uw antwoorden en bewijzen verdwijnen dan van het scherm.',
  keep: 'Bewaren',
  send: 'Versturen',
  haveReceipt: 'Ik heb een bewijs',
  receiptLabel: 'De code op uw bewijs',
  receiptOpen: 'Antwoord opzoeken',
  receiptUnknown: 'Bij deze code vinden wij geen antwoord. Kijk of de code klopt.',
  receiptFound: 'Uw antwoord staat er weer. U kunt het veranderen of weghalen.',
};

const je: typeof u = {
  ...u,
  kept: 'Bewaard op dit apparaat. Dit is een oefening: niemand anders ziet je antwoord.',
  keptInMemory: 'Je antwoord staat op deze pagina. Het verdwijnt als je de pagina sluit.',
  sending: 'Wij versturen je antwoord.',
  waiting: {
    one: 'Nog niet verstuurd. Je antwoord staat alleen nog op dit apparaat. Open deze pagina binnen {n} dag weer.',
    other: 'Nog niet verstuurd. Je antwoord staat alleen nog op dit apparaat. Open deze pagina binnen {n} dagen weer.',
  },
  sent: 'Verstuurd. Wij hebben je antwoord.',
  held: 'Verstuurd. Een begeleider leest je antwoord eerst.',
  released: 'Verstuurd. Je antwoord staat zonder naam op deze website.',
  refused: 'Je antwoord staat niet op de website. {reason} De tekst staat nog op dit apparaat.',
  notPlaced: 'Kijk nog even naar je antwoord',
  nextRefused: 'Je kunt het veranderen en opnieuw versturen, of weghalen.',
  nextTooLate: 'Meedoen kan niet meer. Je antwoord blijft hier staan tot je het weghaalt.',
  receiptTitle: 'Je bewijs',
  receiptUse: 'Met deze code kun je je antwoord veranderen of weghalen. Alleen jij hebt deze code. Schrijf hem op.',
  receiptUseHere:
    'Met deze code kun je je antwoord op dit apparaat veranderen of weghalen. Alleen jij hebt deze code. Schrijf hem op.',
  withdrawSure: 'Wil je dit antwoord weghalen?',
  withdrawn: 'Je antwoord is weggehaald.',
  nextPersonHint: 'Zit er nog iemand op dit apparaat? Je antwoorden en bewijzen verdwijnen dan van het scherm.',
  receiptLabel: 'De code op je bewijs',
  receiptFound: 'Je antwoord staat er weer. Je kunt het veranderen of weghalen.',
};

const en: typeof u = {
  kept: 'Kept on this device. This is an exercise: nobody else sees your answer.',
  keptInMemory: 'Your answer is on this page. It is gone when you close the page.',
  sending: 'We are sending your answer.',
  waiting: {
    one: 'Not sent yet. Your answer is only on this device. Open this page again within {n} day.',
    other: 'Not sent yet. Your answer is only on this device. Open this page again within {n} days.',
  },
  sent: 'Sent. We have your answer.',
  held: 'Sent. A facilitator reads your answer first.',
  released: 'Sent. Your answer is on this website, without a name.',
  refused: 'Your answer is not on the website. {reason} The text is still on this device.',
  notCounted: 'This answer does not count. {reason} It is still on this device.',
  notPlaced: 'Please look at your answer again',
  nextRefused: 'You can change it and send it again, or take it away.',
  nextTooLate: 'Taking part is over. Your answer stays here until you take it away.',
  refusedPersonalData: 'It holds details by which somebody can be recognised.',
  refusedInsult: 'It holds an insult.',
  refusedNotAnAnswer: 'It does not answer the question.',
  refusedDouble: 'This answer was there already.',
  refusedOther: 'A facilitator held it back.',
  refusedClosed: 'It came after the round had closed.',
  refusedTooLong: 'The text is too long.',
  refusedCodeUsed: 'The card with the code has been used.',
  refusedCodeNeeded: 'A code card is needed to take part.',
  refusedCodeUnknown: 'The code on the card is not one of this round.',
  refusedWrongReceipt: 'The receipt does not belong to this answer.',
  refusedNotUnderstood: 'The receiver did not understand the message.',
  receiptTitle: 'Your receipt',
  receiptUse: 'With this code you can change your answer or take it away. Only you have this code. Write it down.',
  receiptUseHere:
    'With this code you can change your answer or take it away on this device. Only you have this code. Write it down.',
  saveReceipt: 'Save the receipt as a file',
  unsent: 'This was not sent.',
  waitingHere: 'Still to be sent: {n}. We keep trying while this page is open.',
  saveAnswers: 'Save answers as a file',
  change: 'Change',
  withdraw: 'Take away',
  withdrawSure: 'Do you want to take this answer away?',
  withdrawYes: 'Yes, take it away',
  withdrawNo: 'No, leave it',
  withdrawn: 'Your answer has been taken away.',
  nextPerson: 'Done, next person',
  nextPersonHint: 'Is somebody else using this device? Your answers and receipts then leave the screen.',
  keep: 'Keep',
  send: 'Send',
  haveReceipt: 'I have a receipt',
  receiptLabel: 'The code on your receipt',
  receiptOpen: 'Find the answer',
  receiptUnknown: 'We find no answer with this code. Please check the code.',
  receiptFound: 'Your answer is back. You can change it or take it away.',
};

/** Texts around a contribution of one's own: where it is, its receipt, changing it and taking it away. */
export const contributionTexts: Catalogue<ContributionKey> = {'nl-u': u, 'nl-je': je, en};
