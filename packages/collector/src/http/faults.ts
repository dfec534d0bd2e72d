import type {$ZodIssue} from 'zod/v4/core';
import type {Reason} from './reasons.js';

/** One thing in a request that is not as it should be. */
export interface Fault {
  /** Where: `marks.3`; empty for the whole. */
  readonly path: string;
  /** Why, for a program. */
  readonly reason: Reason;
  /** What it may be at most or at least: characters, items, or the number itself. Only where the reason speaks of it. */
  readonly limit?: number;
  /** Why, in English. */
  readonly detail: string;
}

/** What came in, and under which name. */
interface Came {
  readonly value: unknown;
  /** Of a parameter or a header; empty for a body. */
  readonly name: string;
}

/** What a schema found, thing by thing. */
export function faultsOf(issues: readonly $ZodIssue[], {value, name}: Came): Fault[] {
  return issues.flatMap(likeliest).map(issue => {
    const path = [name, ...issue.path].filter(part => part !== '').join('.');
    return {path, ...told(issue, valueAt(value, issue.path)), detail: issue.message};
  });
}

/**
 * Of several things that it could have been, the one that reads furthest into what came: that is what somebody meant.
 */
function likeliest(issue: $ZodIssue): readonly $ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const ways = issue.errors.map(way =>
    way.map(inner => ({...inner, path: [...issue.path, ...inner.path]})).flatMap(likeliest),
  );
  const depth = (way: readonly $ZodIssue[]) => way.reduce((deepest, {path}) => Math.max(deepest, path.length), 0);
  return ways.reduce((best, way) => {
    const further = depth(way) - depth(best);
    return further > 0 || (further === 0 && way.length < best.length) ? way : best;
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(
    (part, key) =>
      typeof part === 'object' && part !== null ? (part as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

type Told = Pick<Fault, 'reason' | 'limit'>;

function told(issue: $ZodIssue, value: unknown): Told {
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue.expected, value);
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'not_multiple_of':
      return {reason: 'too-precise', limit: issue.divisor};
    case 'invalid_format':
      return ofFormat(issue.format, value);
    case 'unrecognized_keys':
      return {reason: 'unknown-key'};
    case 'custom':
      return {reason: (issue.params?.['reason'] as Reason | undefined) ?? 'wrong-form'};
    case 'invalid_key':
      return {reason: 'wrong-form'};
    default:
      return {reason: value === undefined ? 'missing-key' : 'wrong-value'};
  }
}

function ofType(expected: string, value: unknown): Told {
  if (value === undefined) return {reason: 'missing-key'};
  if (expected === 'int' && typeof value === 'number') return {reason: 'too-precise', limit: 1};
  return {reason: expected === 'int' || expected === 'number' ? 'not-a-number' : 'wrong-type'};
}

function ofFormat(format: string, value: unknown): Told {
  if (value === '') return {reason: 'empty'};
  return {reason: format === 'date' ? 'not-a-date' : 'wrong-form'};
}

function tooSmall(origin: string, limit: number): Told {
  const isCounted = origin === 'string' || origin === 'array';
  if (isCounted && limit === 1) return {reason: 'empty'};
  if (origin === 'string') return {reason: 'too-short', limit};
  return {reason: origin === 'array' ? 'too-few' : 'too-low', limit};
}

function tooBig(origin: string, limit: number): Told {
  if (origin === 'string') return {reason: 'too-long', limit};
  return {reason: origin === 'array' ? 'too-many' : 'too-high', limit};
}
