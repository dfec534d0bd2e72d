/**
 * The tables. Whole numbers and texts only, so that SQLite and PostgreSQL keep the same. No column knows a time of day,
 * an address or a serial number of somebody who gave something.
 */
export interface Tables {
  readonly alliance: AllianceTable;
  readonly refused_origin: RefusedOriginTable;
  readonly card: CardTable;
  readonly voice: VoiceTable;
  readonly settled_voice: VoiceTable;
  readonly tally: TallyTable;
  readonly result: ResultTable;
  readonly code_key: CodeKeyTable;
  readonly code: CodeTable;
  readonly facilitator: FacilitatorTable;
  readonly membership: MembershipTable;
  readonly session: SessionTable;
  readonly audit: AuditTable;
  readonly secret: SecretTable;
}

/** An alliance that is kept here. Its own record is among its cards. */
export interface AllianceTable {
  /** Id of the alliance's record. */
  id: string;
  /** Its name in addresses, `ververij`: lower case letters, digits and hyphens. */
  slug: string;
  /** JSON list of the origins that may embed it: `["https://www.ververij.nl"]`. */
  origins: string;
  /** One higher at every change that everybody may see, so that readers know when to look again. */
  revision: number;
}

/** Pages that asked for an alliance and were not on its list. */
export interface RefusedOriginTable {
  alliance: string;
  /** The origin alone: `https://www.ververij.nl`. */
  origin: string;
  /** From about how many places it was seen: an address counts once an hour. */
  n: number;
  /** Day on which it was last seen, since 1970. */
  seen: number;
}

/** A record that the facilitator and the group made, or a position that was said in the open. */
export interface CardTable {
  alliance: string;
  id: string;
  kind: string;
  /** Id of the contribution that it decides on, or marks words of; empty for every other card. */
  about: string;
  /** The whole record, as canonical JSON. */
  body: string;
}

/**
 * Something that somebody gave. While its question or round is open it is in `voice`; when that closes all of them are
 * written again to `settled_voice`, in the order of their random ids, so that no place in a file tells who came first.
 */
export interface VoiceTable {
  alliance: string;
  /** Id of the question, round or vote round that it answers. */
  subject: string;
  id: string;
  kind: string;
  /** The record as canonical JSON; empty when it was withdrawn: the id stays taken by whoever has the receipt. */
  body: string;
  /** SHA-256 of the receipt, in hexadecimal. */
  receipt: string;
  /** Which form of the contribution this is: an earlier one that arrives later changes nothing. 0 when nobody said. */
  edition: number;
}

/**
 * How often each answer was given in an open question or round. Everybody who counts has a part, so that nobody waits for
 * one row; together they are the tally.
 */
export interface TallyTable {
  alliance: string;
  round: string;
  /** Name of the part, drawn at random. */
  part: string;
  /** JSON of its `Counts`, which may be less than nothing: what one part counted another may take back. */
  body: string;
}

/** The figures of a round as it closed: kept, because between two shown states lies a group that may be small. */
export interface ResultTable {
  alliance: string;
  round: string;
  /** JSON of what a round shows, without reasons; of a vote round its counts, without own names. */
  body: string;
}

/** The key with which the codes of a round are hashed. Gone when the round closes. */
export interface CodeKeyTable {
  alliance: string;
  round: string;
  key: string;
}

/** A code card of a round, as a keyed hash: who drew it nobody knows. */
export interface CodeTable {
  alliance: string;
  round: string;
  hash: string;
  /** 1 when it was used. Gone when the round closes. */
  spent: number;
}

/** Somebody who may enter `/beheer`. */
export interface FacilitatorTable {
  id: string;
  /** The name to enter with, in lower case. */
  name: string;
  /** Result of scrypt with its salt and costs; empty until a passphrase is chosen, or for OpenID Connect alone. */
  passphrase: string;
  /** SHA-256 of the one-time code with which a passphrase can be chosen; empty when there is none. */
  invitation: string;
  /** Subject at the issuer of OpenID Connect, of one person alone; empty without. */
  subject: string;
}

/** Which alliance somebody may enter. */
export interface MembershipTable {
  facilitator: string;
  alliance: string;
}

/** An open session of a facilitator. */
export interface SessionTable {
  /** SHA-256 of the cookie. */
  id: string;
  facilitator: string;
  /** Second since 1970 after which it is over. */
  expires: number;
}

/** What facilitators did: never about a person who gave something. */
export interface AuditTable {
  id: string;
  alliance: string;
  /** Minutes since 1970: facilitators act under their own name, and in the open. */
  minute: number;
  facilitator: string;
  /** Such as `round-closed`. */
  act: string;
  /** Id of the card that it was about; empty when none. */
  subject: string;
}

/** What this collector must remember of itself, such as the code to set it up. */
export interface SecretTable {
  name: string;
  value: string;
}
