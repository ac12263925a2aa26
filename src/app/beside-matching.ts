import type { Beside } from '../features/matching/question.ts';

/** What rooms beside the matching know about people: missed meetings, and who waits longest for a mentor. */
export const besideMatching: Beside = {};
