import { sentValue } from '../../../platform/fields.ts';
import { again } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { QrSheets } from '../../../ui/qr-sheets.tsx';
import { screen } from '../../../ui/screen.tsx';
import { theCollege } from '../../college/rows.ts';
import { meetingKeepers } from '../access.ts';
import { issueSlips, type Slip } from '../issue-slips.ts';
import type { GeneralMeeting } from '../meeting.ts';
import { slipRefusals } from '../texts.ts';
import { crumbsOf, theMeeting } from './desk.tsx';

const askScreen = (ctx: PageCtx, meeting: GeneralMeeting, refusal?: string) =>
  screen(
    ctx,
    { title: 'Личные листки' },
    <>
      <Heading
        title="Личные листки"
        crumbs={crumbsOf(meeting, 'Личные листки')}
        lead="У каждого свой QR-код и восемь цифр. С ними входят без учётной записи, и никто не войдёт за другого по фамилии."
      />
      <Form
        action={`/general-meetings/${meeting.id}/slips`}
        refusal={refusal}
        answersPage
        actions={
          <Button kind="primary" icon="printer" busy="Готовим листки…">
            Показать листки для печати
          </Button>
        }
      >
        <Note>
          Листки печатаются для тех, кто ещё не пришёл. Прежние листки этих людей перестанут действовать: коды нигде,
          кроме бумаги, не хранятся. Потерянный листок заменит новый, его выдают в списке участников.
        </Note>
      </Form>
    </>,
  );

const codeWords = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

const sheetsOf = (slips: readonly Slip[], baseUrl: string) =>
  [...Map.groupBy(slips, ({ side, place }) => (side === 'mentor' ? 'Наставники' : place || 'Без группы'))].map(
    ([title, cards]) => ({
      title,
      cards: cards.map(({ name, number, key, code }) => ({
        title: `№ ${number}. ${name}`,
        note: `Код: ${codeWords(code)}`,
        text: `${baseUrl}/m/${key}`,
      })),
    }),
  );

export const slipsPage: MemberRoute = {
  method: 'GET',
  path: '/general-meetings/:generalMeetingId/slips',
  who: meetingKeepers,
  handle: async (ctx, input) => askScreen(ctx, await theMeeting(ctx, input)),
};

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Makes the slips and shows them once, ready for the printer. */
export const printSlips: MemberRoute = {
  method: 'POST',
  path: '/general-meetings/:generalMeetingId/slips',
  who: meetingKeepers,
  async handle(ctx, input) {
    const meeting = await theMeeting(ctx, input);
    const person = sentValue(input.form, 'person');
    const outcome = await issueSlips(ctx, meeting.id, uuid.test(person) ? [person] : undefined);
    if (!outcome.ok) return again(await askScreen(ctx, meeting, slipRefusals[outcome.reason]));
    const { shortName } = await theCollege(ctx.db);
    return screen(
      ctx,
      { title: 'Личные листки' },
      <>
        <Heading
          title="Личные листки"
          crumbs={crumbsOf(meeting, 'Личные листки')}
          lead={`Листков: ${outcome.value.length}. Напечатайте страницу и разрежьте: второй раз эти же коды не показываются.`}
        />
        <QrSheets college={shortName} sheets={sheetsOf(outcome.value, ctx.baseUrl)} />
      </>,
    );
  },
};
