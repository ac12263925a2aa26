import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { questionnaireKeepers } from '../access.ts';
import { approveQuestionnaire } from '../approve-questionnaire.ts';
import { actFields } from '../fields.ts';
import type { Act, PaperChoice, Questionnaire } from '../questionnaire.ts';
import { versionsOf } from '../rows.ts';
import { approveRefusals } from '../texts.ts';
import { questionnaireIn } from './questionnaire.tsx';

/** Papers of the register that may approve a questionnaire; `app` knows them. */
export type PapersFor = (ctx: PageCtx) => Promise<readonly PaperChoice[]>;

const approveScreen = async (
  ctx: PageCtx,
  one: Questionnaire,
  papers: readonly PaperChoice[],
  form: RawForm,
  { errors, refusal }: { errors?: FormErrors; refusal?: string } = {},
) => {
  const [newest] = await versionsOf(ctx.db, one.id);
  const base = `/questionnaires/${one.id}`;
  return screen(
    ctx,
    { title: 'Утвердить анкету' },
    <>
      <Heading
        title="Утвердить анкету"
        crumbs={[
          { label: 'Анкеты', href: '/questionnaires' },
          { label: one.title, href: base },
          { label: 'Утверждение' },
        ]}
        lead={`Появится редакция ${(newest?.number ?? 0) + 1}. Её слова больше не изменятся: правки войдут в следующую.`}
      />
      {newest ? (
        <Note>
          Раунды, которые уже идут, остаются на своей редакции. Перевести раунд на новую можно на его странице: кто
          начал отвечать, закончит прежнюю.
        </Note>
      ) : null}
      <Form
        action={`${base}/approve`}
        errors={errors}
        refusal={refusal}
        actions={<Button kind="primary">Утвердить анкету</Button>}
      >
        <FormFields fields={actFields(papers)} form={form} errors={errors} />
      </Form>
    </>,
  );
};

export const approvePage = (papersFor: PapersFor): MemberRoute => ({
  method: 'GET',
  path: '/questionnaires/:questionnaireId/approve',
  who: questionnaireKeepers,
  async handle(ctx, input) {
    const one = await questionnaireIn(ctx, input);
    return approveScreen(ctx, one, await papersFor(ctx), formOf({ version: String(one.version) }));
  },
});

const actOf = (
  { paper, label, day }: { paper: string; label: string; day: Act['day'] | null },
  papers: readonly PaperChoice[],
): Act | FormErrors => {
  const chosen = papers.find(({ id }) => id === paper);
  if (chosen) return { label: chosen.label, day: chosen.day, documentId: chosen.id };
  if (paper !== '') return { paper: 'Этого документа в списке больше нет. Выберите другой или впишите акт' };
  if (label.trim() === '') return { label: 'Напишите вид и номер акта или выберите документ' };
  return day === null ? { day: 'Впишите дату акта, например 12.10.2026' } : { label, day, documentId: null };
};

export const approveOne = (papersFor: PapersFor): MemberRoute => ({
  method: 'POST',
  path: '/questionnaires/:questionnaireId/approve',
  who: questionnaireKeepers,
  async handle(ctx, input) {
    const one = await questionnaireIn(ctx, input);
    const papers = await papersFor(ctx);
    const show = (more: { errors?: FormErrors; refusal?: string }) => approveScreen(ctx, one, papers, input.form, more);
    const read = readForm(actFields(papers), input.form);
    if (!read.ok) return again(await show({ errors: read.errors }));
    const act = actOf(read.value, papers);
    if (!('documentId' in act)) return again(await show({ errors: act }));
    const outcome = await approveQuestionnaire(ctx, one.id, { act: act as Act, version: read.value.version });
    if (!outcome.ok) return again(await show({ refusal: approveRefusals[outcome.reason] }));
    return goTo(`/questionnaires/${one.id}`, { toast: { text: 'Анкета утверждена. Теперь её можно разослать' } });
  },
});
