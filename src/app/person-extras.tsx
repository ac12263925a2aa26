import { accountSection } from '../features/accounts/pages/person-account.tsx';
import { consentSection } from '../features/consents/pages/section.tsx';
import { consentsJournal } from '../features/consents/texts.ts';
import { pairsSection } from '../features/pairs/pages/extensions.tsx';
import type { PersonExtras } from '../features/people/pages/person-card.tsx';
import { menteeById } from '../features/registers/mentee-rows.ts';
import { mentorById } from '../features/registers/mentor-rows.ts';
import { registersJournal } from '../features/registers/texts.ts';
import { LinkButton } from '../ui/button.tsx';

/** What features above people put on a person's card. */
export const personExtras: PersonExtras = {
  sections: [consentSection, pairsSection, accountSection],
  words: { ...consentsJournal, ...registersJournal },
  actions: async (ctx, person) => {
    const [mentee, mentor] = [await menteeById(ctx.db, person.id), await mentorById(ctx.db, person.id)];
    return (
      <>
        {mentee && !mentee.leftOn ? (
          <LinkButton href={`/mentees/${person.id}`} icon="graduation-cap">
            Как наставляемый
          </LinkButton>
        ) : null}
        {mentor && !mentor.leftOn ? (
          <LinkButton href={`/mentors/${person.id}`} icon="award">
            Как наставник
          </LinkButton>
        ) : null}
      </>
    );
  },
};
