import type {ComplexAttributeConverter} from 'lit';
import type {Text} from './voice.js';

/** Texts of the page's own, from an attribute with JSON: `texts='{"send": "Klaar"}'`. */
export const textsConverter: ComplexAttributeConverter<Readonly<Record<string, Text>>> = {
  fromAttribute(value) {
    try {
      return readTexts(JSON.parse(value ?? '{}'));
    } catch {
      console.warn(
        `texts: expected JSON like {"send": "Klaar"}, got ${String(value)}. The widget's own texts are used.`,
      );
      return {};
    }
  },
};

function readTexts(value: unknown): Readonly<Record<string, Text>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('not an object');
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Text] => isText(entry[1])));
}

function isText(value: unknown): value is Text {
  if (typeof value === 'string') return true;
  return (
    typeof value === 'object' &&
    value !== null &&
    'one' in value &&
    'other' in value &&
    typeof value.one === 'string' &&
    typeof value.other === 'string'
  );
}
