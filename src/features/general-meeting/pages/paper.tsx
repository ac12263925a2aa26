import { emptyForm, type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, download, found, goTo, param } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { workAside } from '../../../platform/pdf/work-aside.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { ballotKeepers, meetingKeepers } from '../access.ts';
import { ballotsTypst } from '../ballot-paper.ts';
import { cardOf } from '../card.ts';
import { enterPaper } from '../cast-vote.ts';
import { paperFields } from '../fields.ts';
import { guestLines, guestRecords } from '../guest-rows.ts';
import type { GeneralMeeting, Side } from '../meeting.ts';
import { paperRefusals } from '../texts.ts';
import { crumbsOf, theMeeting } from './desk.tsx';

interface Shown {
  readonly form: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
}

const page = (ctx: PageCtx, meeting: GeneralMeeting, { form, errors, refusal }: Shown) =>
  screen(
    ctx,
    { title: 'Бумажные бланки' },
    <>
      <Heading
        title="Бумажные бланки"
        crumbs={crumbsOf(meeting, 'Бумажные бланки')}
        lead="Номер бланка, три строки, Enter. Код на бланке, если навести телефон, откроет эту страницу с номером."
      />
      <Form
        action={`/general-meetings/${meeting.id}/paper`}
        errors={errors}
        refusal={refusal}
        actions={
          <>
            <Button kind="primary">Записать бланк</Button>
            <LinkButton kind="quiet" href={`/general-meetings/${meeting.id}`}>
              К встрече
            </LinkButton>
          </>
        }
        note="Бланк заменит то, что человек выбрал раньше."
      >
        <FormFields fields={paperFields} form={form} errors={errors} />
      </Form>
    </>,
  );

export const paperPage: MemberRoute = {
  method: 'GET',
  path: '/general-meetings/:generalMeetingId/paper',
  who: ballotKeepers,
  async handle(ctx, input) {
    const number = input.query.get('number');
    return page(ctx, await theMeeting(ctx, input), { form: number ? formOf({ number }) : emptyForm });
  },
};

export const typePaper: MemberRoute = {
  method: 'POST',
  path: '/general-meetings/:generalMeetingId/paper',
  who: ballotKeepers,
  async handle(ctx, input) {
    const meeting = await theMeeting(ctx, input);
    const { form } = input;
    const read = readForm(paperFields, form);
    if (!read.ok) return again(await page(ctx, meeting, { form, errors: read.errors }));
    const { number, wants, helps, avoids } = read.value;
    const guest = (await guestLines(ctx.db, meeting.id)).find((one) => one.number === number);
    if (!guest) {
      const errors = { number: 'В списке встречи нет участника с таким номером. Посмотрите в углу бланка' };
      return again(await page(ctx, meeting, { form, errors }));
    }
    const outcome = await enterPaper(ctx, { meetingId: meeting.id, personId: guest.personId, wants, helps, avoids });
    if (!outcome.ok) return again(await page(ctx, meeting, { form, refusal: paperRefusals[outcome.reason] }));
    return goTo(`/general-meetings/${meeting.id}/paper`, {
      toast: { text: `Бланк № ${number} записан: ${guest.name}` },
    });
  },
};

const sideOf = (input: Input): Side =>
  found(({ mentors: 'mentor', mentees: 'mentee' } as const)[param(input, 'side')], 'side');

/** Paper ballots of one side as PDF: a page for each, with a code that opens the form where it is typed. */
export const ballotsFile: MemberRoute = {
  method: 'GET',
  path: '/general-meetings/:generalMeetingId/ballots/:side',
  who: meetingKeepers,
  async handle(ctx, input) {
    const meeting = await theMeeting(ctx, input);
    const side = sideOf(input);
    const cards = (await guestRecords(ctx.db, meeting.id, ctx.today)).map(cardOf);
    const address = `${ctx.baseUrl}/general-meetings/${meeting.id}/paper?number=`;
    const source = ballotsTypst({
      title: meeting.title,
      mostWishes: meeting.mostWishes,
      owners: cards
        .filter((card) => card.side === side)
        .map((card) => ({ ...card, address: `${address}${card.number}` })),
      others: cards.filter((card) => card.side !== side),
    });
    const pdf = await workAside({ kind: 'typst', source });
    return download(new Uint8Array(pdf), `Бланки выбора. ${meeting.title}.pdf`, 'application/pdf');
  },
};
