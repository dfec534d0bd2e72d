import type {VoiceController} from '../shared/voice-controller.js';
import type {ScorecardKey} from './scorecard.messages.js';

/** Who says the texts of what comes after the first view. */
export type FullSpeaker = Pick<VoiceController<ScorecardKey>, 'say' | 'voice'>;
