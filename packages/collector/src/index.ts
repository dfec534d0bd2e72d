export {start} from './start.js';
export type {Collector} from './start.js';
export {settingsFrom, SettingsError} from './settings.js';
export type {Environment, OpenIdSettings, Settings} from './settings.js';
