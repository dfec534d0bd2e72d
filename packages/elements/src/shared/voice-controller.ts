import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {fill, language, type Catalogue, type Fillings, type Text, type Voice} from './voice.js';

type Host = ReactiveControllerHost & HTMLElement & {readonly texts: Readonly<Record<string, Text>>};

/** Every connected controller of the page, for the one observer they share. */
const connected = new Set<{listen(): void}>();
let observer: MutationObserver | undefined;

/**
 * Speaks for a widget: its catalogue in the voice of the nearest `lang` and `address` above it, through shadow roots,
 * with the page's own `texts` first.
 */
export class VoiceController<Key extends string> implements ReactiveController {
  readonly #host: Host;
  readonly #catalogue: Catalogue<Key>;
  voice: Voice = 'nl-u';

  constructor(host: Host, catalogue: Catalogue<Key>) {
    this.#host = host;
    this.#catalogue = catalogue;
    host.addController(this);
  }

  /** `nl` or `en`: what `lang` of the widget's own content must say. */
  get lang(): 'nl' | 'en' {
    return language(this.voice);
  }

  /** The text `key`, filled in. An arrow, so that a template can hand it on. */
  readonly say = (key: Key, fillings?: Fillings): string =>
    fill(this.#host.texts[key] ?? this.#catalogue[this.voice][key], this.voice, fillings);

  hostConnected(): void {
    connected.add(this);
    if (!observer) {
      observer = new MutationObserver(() => connected.forEach(controller => controller.listen()));
      observer.observe(document.documentElement, {subtree: true, attributeFilter: ['lang', 'address']});
    }
    this.listen();
  }

  hostDisconnected(): void {
    connected.delete(this);
    if (connected.size > 0) return;
    observer?.disconnect();
    observer = undefined;
  }

  /** Looks again at what is above the host. */
  listen(): void {
    const voice = voiceAbove(this.#host);
    if (voice === this.voice) return;
    this.voice = voice;
    this.#host.requestUpdate();
  }
}

function voiceAbove(element: Element): Voice {
  if (nearest(element, 'lang')?.toLowerCase().startsWith('en')) return 'en';
  return nearest(element, 'address') === 'je' ? 'nl-je' : 'nl-u';
}

/** The value of the nearest attribute of that name on the element or above it, through shadow roots. */
function nearest(element: Element, name: string): string | null {
  for (let at: Element | null = element; at;) {
    const holder: Element | null = at.closest(`[${name}]`);
    if (holder) return holder.getAttribute(name);
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
