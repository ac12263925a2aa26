import type { Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/day.ts';
import type { CollegeDb } from './db.ts';

/** What every use case works with: a transaction inside the actor's college, the actor, and today there. */
export interface Ctx {
  readonly db: CollegeDb;
  readonly actor: Actor;
  readonly today: Day;
}
