import type { PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { mayKeepCases } from '../access.ts';

/**
 * For a row of a list of mentees without a mentor: opens a case by one press, or leads to the one that is open.
 * `open` is what `openCasesOf` answers for the people of the list.
 */
export const CaseButton = ({
  ctx,
  personId,
  open,
}: {
  readonly ctx: Pick<PageCtx, 'actor'>;
  readonly personId: string;
  readonly open: ReadonlyMap<string, string>;
}) => {
  if (mayKeepCases(ctx.actor) !== true) return null;
  const known = open.get(personId);
  return known ? (
    <LinkButton size="s" kind="quiet" href={`/support-cases/${known}`}>
      Сопровождение открыто
    </LinkButton>
  ) : (
    <PostButton action="/support-cases" hidden={{ person: personId }}>
      <Button size="s">Передать психологу</Button>
    </PostButton>
  );
};
