import type {Catalogue} from './voice.js';

export type PersonalDataKey =
  | 'foundEmail'
  | 'foundPhone'
  | 'foundBsn'
  | 'foundIban'
  | 'foundAddress'
  | 'email'
  | 'phone'
  | 'bsn'
  | 'iban'
  | 'address'
  | 'removeFound'
  | 'namesNotFound';

const u = {
  foundEmail: 'Er staat een e-mailadres in uw tekst. Weghalen?',
  foundPhone: 'Er staat een telefoonnummer in uw tekst. Weghalen?',
  foundBsn: 'Er staat een burgerservicenummer in uw tekst. Weghalen?',
  foundIban: 'Er staat een rekeningnummer in uw tekst. Weghalen?',
  foundAddress: 'Er staat een adres in uw tekst. Weghalen?',
  email: 'e-mailadres',
  phone: 'telefoonnummer',
  bsn: 'burgerservicenummer',
  iban: 'rekeningnummer',
  address: 'adres',
  removeFound: 'Weghalen: {found}',
  namesNotFound: 'Namen herkennen wij niet. Kijk zelf.',
};

const je: typeof u = {
  ...u,
  foundEmail: 'Er staat een e-mailadres in je tekst. Weghalen?',
  foundPhone: 'Er staat een telefoonnummer in je tekst. Weghalen?',
  foundBsn: 'Er staat een burgerservicenummer in je tekst. Weghalen?',
  foundIban: 'Er staat een rekeningnummer in je tekst. Weghalen?',
  foundAddress: 'Er staat een adres in je tekst. Weghalen?',
};

const en: typeof u = {
  foundEmail: 'There is an e-mail address in your text. Take it out?',
  foundPhone: 'There is a telephone number in your text. Take it out?',
  foundBsn: 'There is a citizen service number in your text. Take it out?',
  foundIban: 'There is a bank account number in your text. Take it out?',
  foundAddress: 'There is an address in your text. Take it out?',
  email: 'e-mail address',
  phone: 'telephone number',
  bsn: 'citizen service number',
  iban: 'bank account number',
  address: 'address',
  removeFound: 'Take out: {found}',
  namesNotFound: 'We do not recognise names. Please check yourself.',
};

/** Texts that point out personal data in what somebody typed. */
export const personalDataTexts: Catalogue<PersonalDataKey> = {'nl-u': u, 'nl-je': je, en};
