import type {Random} from '@samenwaarde/core';

/** The browser's own source of chance: it exists on http too, where `randomUUID` does not. */
export const random: Random = length => crypto.getRandomValues(new Uint8Array(length));
