import '../../../packages/elements/dist/plan-ballot/define.js';
import {state} from './ballot-state.mjs';

const widget = document.createElement('samen-plan-ballot');
widget.state = state;
document.body.append(widget);
requestAnimationFrame(() => requestAnimationFrame(() => (globalThis.interactive = performance.now())));
