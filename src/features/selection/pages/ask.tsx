import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute } from '../../../platform/http/route.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { Qr } from '../../../ui/qr.tsx';
import { screen } from '../../../ui/screen.tsx';
import { theCollege } from '../../college/rows.ts';
import { fullName } from '../../people/person.ts';
import { selectionKeepers } from '../access.ts';
import { askCandidates, linkForCandidate } from '../ask-candidates.ts';
import { stepOf } from '../candidate.ts';
import { candidatesOf } from '../candidate-rows.ts';
import { askRefusals } from '../texts.ts';
import { theCandidate } from './the-candidate.ts';
import { selectionCrumb } from './words.tsx';

export const askAllForm: MemberRoute = {
  method: 'POST',
  path: '/selection/ask',
  who: selectionKeepers,
  async handle(ctx) {
    const { currentYear } = await theCollege(ctx.db);
    const fresh = (await candidatesOf(ctx.db, currentYear)).filter(({ track }) => stepOf(track) === 'new');
    const outcome = await askCandidates(
      ctx,
      fresh.map(({ id }) => id),
    );
    const text = outcome.ok
      ? `Анкета отправлена: ${counted(outcome.value, 'кандидат', 'кандидата', 'кандидатов')}`
      : askRefusals[outcome.reason];
    return goTo('/selection?step=new', { toast: { text } });
  },
};

export const askForm: MemberRoute = {
  method: 'POST',
  path: '/selection/:personId/ask',
  who: selectionKeepers,
  async handle(ctx, input) {
    const line = await theCandidate(ctx, input);
    const outcome = await askCandidates(ctx, [line.id]);
    const text = outcome.ok ? 'Анкета появилась среди «Моих анкет» кандидата' : askRefusals[outcome.reason];
    return goTo(`/selection/${line.id}`, { toast: { text } });
  },
};

/** The link is the answer to the request that made it: it is stored nowhere, so the page has no address of its own. */
export const candidateLink: MemberRoute = {
  method: 'POST',
  path: '/selection/:personId/questionnaire-link',
  who: selectionKeepers,
  async handle(ctx, input) {
    const line = await theCandidate(ctx, input);
    const back = `/selection/${line.id}`;
    const outcome = await linkForCandidate(ctx, line.id);
    if (!outcome.ok) return goTo(back, { toast: { text: askRefusals[outcome.reason] } });
    const { token, round } = outcome.value;
    const address = `${ctx.baseUrl}/q/${token}`;
    return screen(
      ctx,
      { title: 'Ссылка на анкету' },
      <>
        <Heading
          title="Ссылка на анкету"
          crumbs={[selectionCrumb, { label: fullName(line), href: back }, { label: 'Ссылка на анкету' }]}
          lead={`${fullName(line)}, ответить до ${formatDay(round.closesOn)}`}
          actions={<LinkButton href={back}>Готово</LinkButton>}
        />
        <Qr text={address} size={280} label="QR-код анкеты" />
        <p class="break">{address}</p>
        <Note kind="warn">
          Второй раз эту страницу не открыть. Передайте ссылку сейчас; новая отменит эту. Отвечает тот, кто её держит.
        </Note>
      </>,
    );
  },
};
