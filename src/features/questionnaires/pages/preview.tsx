import { found } from '../../../platform/http/replies.ts';
import type { Input, MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Heading } from '../../../ui/heading.tsx';
import { screen } from '../../../ui/screen.tsx';
import { type Definition, stepsOf } from '../definition.ts';
import { versionsOf } from '../rows.ts';
import { Blank } from './blank.tsx';
import { fillScreen } from './fill-view.tsx';
import { questionnaireIn, questionnaireReaders } from './questionnaire.tsx';

/** The draft, or the version that the address names. */
const shownIn = async (ctx: PageCtx, input: Input): Promise<{ id: string; title: string; definition: Definition }> => {
  const one = await questionnaireIn(ctx, input);
  const number = input.query.get('version');
  if (number === null) return { id: one.id, title: one.title, definition: one.draft };
  const versions = await versionsOf(ctx.db, one.id);
  const version = found(
    versions.find((each) => String(each.number) === number),
    'version',
  );
  return { id: one.id, title: version.title, definition: version.definition };
};

/** As on a phone, with nothing saved: steps follow one another by the address. */
export const previewPage: MemberRoute = {
  method: 'GET',
  path: '/questionnaires/:questionnaireId/preview',
  who: questionnaireReaders,
  async handle(ctx, input) {
    const { id, title, definition } = await shownIn(ctx, input);
    const version = input.query.get('version');
    const at = Number(input.query.get('step')) || 0;
    const go = input.query.get('go');
    const last = Math.max(0, stepsOf(definition).length - 1);
    const step = Math.min(last, Math.max(0, go === 'back' ? at - 1 : go === 'next' ? at + 1 : at));
    return fillScreen(ctx, {
      title,
      // Conditions are set aside: whoever checks a questionnaire wants to see all of it.
      definition: {
        ...definition,
        sections: definition.sections.map((part) => ({
          ...part,
          questions: part.questions.map(({ shownIf: _, ...question }) => question),
        })),
      },
      answers: new Map(),
      clock: 0,
      action: `/questionnaires/${id}/preview`,
      back: `/questionnaires/${id}`,
      hidden: version === null ? {} : { version },
      name: '',
      step,
      preview: true,
    });
  },
};

export const printPage: MemberRoute = {
  method: 'GET',
  path: '/questionnaires/:questionnaireId/print',
  who: questionnaireReaders,
  async handle(ctx, input) {
    const { id, title, definition } = await shownIn(ctx, input);
    return screen(
      ctx,
      { title },
      <>
        <Heading
          title={title}
          crumbs={[
            { label: 'Анкеты', href: '/questionnaires' },
            { label: title, href: `/questionnaires/${id}` },
            { label: 'Бланк' },
          ]}
        />
        <Blank definition={definition} />
      </>,
    );
  },
};
