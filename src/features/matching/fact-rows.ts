import { sql } from 'kysely';
import type { CollegeDb } from '../../platform/db.ts';

/** How many pairs of a year came out of proposals, and about how many of them both sides said yes. */
export interface AgreementFacts {
  readonly formed: number;
  readonly agreed: number;
  /** false: the college forms pairs without asking them. */
  readonly asks: boolean;
}

export const agreementFacts = async (db: CollegeDb, year: number): Promise<AgreementFacts> => {
  const { rows } = await sql<AgreementFacts>`
    select count(*)::int as formed,
      (count(*) filter (where (select count(*) from proposal_asks k
        where k.proposal_id = x.proposal_id and k.mentor_id = x.mentor_id and k.mentee_id = x.mentee_id
          and k.answer = 'agree') = 2))::int as agreed,
      coalesce((select n.ask from matching_norms n), true) as asks
    from proposal_pairs x join proposals p on p.id = x.proposal_id
    where p.year = ${year} and x.decision = 'confirmed'`.execute(db);
  return rows[0] ?? { formed: 0, agreed: 0, asks: true };
};
