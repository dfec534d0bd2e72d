import type {ComplexAttributeConverter} from 'lit';

/** One of a few words, from an attribute. Anything else is the first of them, and a warning says so. */
export function choiceConverter<Choice extends string>(
  tag: string,
  property: string,
  choices: readonly [Choice, ...Choice[]],
): ComplexAttributeConverter<Choice> {
  return {
    fromAttribute(value) {
      const choice = choices.find(each => each === value);
      if (choice === undefined && value !== null) {
        console.warn(`<${tag}> ${property}: expected ${choices.join(' | ')}, got "${value}". "${choices[0]}" is used.`);
      }
      return choice ?? choices[0];
    },
  };
}
