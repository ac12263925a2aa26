import type { Beside } from '../features/matching/question.ts';
import { noShowsOf } from '../features/meetings/fact-rows.ts';

/** What rooms beside the matching know about people: missed meetings. */
export const besideMatching: Beside = {
  async noShows(db, personIds) {
    const told = await noShowsOf(db, personIds);
    return new Map([...told].map(([id, { missed }]) => [id, missed]));
  },
};
