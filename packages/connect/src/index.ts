export {Alliance, ALLIANCE_READY} from './alliance.js';

export {createStore, Store} from './store.js';
export type {StoreOptions} from './store.js';
export type {Device, Snapshot} from './snapshot.js';
export type {Known} from './records.js';
export type {Options} from './options.js';
export type {Request} from './requests.js';

export {openRoom, stateOf} from './rooms.js';
export type {StateOf, View, Wants, Widget} from './rooms.js';

export type {ExportedFor, Finding, ImportReport} from './files-door.js';
export type {RegisterEntry, StoredEntry} from './register.js';
