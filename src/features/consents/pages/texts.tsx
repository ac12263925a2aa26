import { demand } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/day.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { type FormErrors, formOf, type RawForm, readForm } from '../../../platform/fields.ts';
import { again, goTo } from '../../../platform/http/replies.ts';
import type { PageCtx, Route } from '../../../platform/http/route.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { Paper, PaperDesk } from '../../../ui/paper.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Table } from '../../../ui/table.tsx';
import { consentKeepers, consentReaders, mayWriteConsentTexts } from '../access.ts';
import { type Purpose, purposes } from '../consent.ts';
import { textFields } from '../fields.ts';
import { tagHints } from '../form-texts.ts';
import { publishText } from '../publish-text.ts';
import { type ConsentText, countOlder, textsOf } from '../text-rows.ts';
import { purposeHints, purposeNames, purposeTitles, textRefusals } from '../texts.ts';
import { purposeIn } from './record.tsx';

const since = (text: ConsentText | undefined): string => {
  if (!text) return 'ещё не написан';
  const basis = text.basisTill ? `; требования к тексту действуют до ${formatDay(text.basisTill)}` : '';
  return `редакция ${text.version}, с ${formatDay(text.validFrom)}${basis}`;
};

export const textsPage: Route = {
  method: 'GET',
  path: '/consents/texts',
  who: consentReaders,
  async handle(ctx) {
    const texts = await textsOf(ctx.db);
    const rows: { purpose: Purpose; newest: ConsentText | undefined; older: number }[] = [];
    for (const purpose of purposes) {
      const newest = texts.find((text) => text.purpose === purpose);
      rows.push({ purpose, newest, older: newest ? await countOlder(ctx.db, purpose, newest.version, ctx.today) : 0 });
    }
    return screen(
      ctx,
      { title: 'Тексты согласий' },
      <>
        <Heading
          title="Тексты согласий"
          crumbs={[{ label: 'Согласия', href: '/consents' }, { label: 'Тексты' }]}
          lead="Система хранит, какую редакцию подписал каждый человек. Прежние редакции не меняются."
        />
        <Table
          caption="Тексты согласий по видам"
          rows={rows}
          columns={[
            {
              key: 'purpose',
              label: 'Согласие',
              head: true,
              cell: ({ purpose }) => <a href={`/consents/texts/${purpose}`}>{purposeTitles[purpose]}</a>,
            },
            { key: 'hint', label: 'Зачем', secondary: true, cell: ({ purpose }) => purposeHints[purpose] },
            { key: 'newest', label: 'Последняя редакция', cell: ({ newest }) => since(newest) },
            {
              key: 'older',
              label: 'Подписали прежнюю',
              kind: 'number',
              cell: ({ purpose, older }) => (
                <a href={`/consents?purpose=${purpose}&state=outdated-text&who=all`}>{older}</a>
              ),
            },
          ]}
        />
      </>,
    );
  },
};

const firstForm = ([newest]: readonly ConsentText[], today: PageCtx['today']): RawForm =>
  formOf({ body: newest?.body ?? '', validFrom: formatDay(today), seenVersion: String(newest?.version ?? 0) });

const textScreen = async (
  ctx: PageCtx,
  purpose: Purpose,
  sent?: { form: RawForm; errors?: FormErrors; refusal?: string },
) => {
  const texts = await textsOf(ctx.db, purpose);
  const [newest] = texts;
  const form = sent?.form ?? firstForm(texts, ctx.today);
  // After a clash the next press is meant against what is shown now.
  const shown = sent?.refusal
    ? { ...form, values: { ...form.values, seenVersion: [String(newest?.version ?? 0)] } }
    : form;
  return screen(
    ctx,
    { title: purposeTitles[purpose] },
    <>
      <Heading
        title={purposeTitles[purpose]}
        crumbs={[
          { label: 'Согласия', href: '/consents' },
          { label: 'Тексты', href: '/consents/texts' },
          { label: purposeNames[purpose] },
        ]}
        lead={purposeHints[purpose]}
      />
      {mayWriteConsentTexts(ctx.actor) === true ? (
        <Section title="Новая редакция" icon="file-pen">
          <Note>
            Подписанные согласия остаются в силе, но в списке будет видно, что они по прежнему тексту. Покажите новый
            текст юристу колледжа.
          </Note>
          <Form
            action={`/consents/texts/${purpose}`}
            errors={sent?.errors}
            refusal={sent?.refusal}
            draft={`consent-text-${purpose}`}
            actions={<Button kind="primary">Выпустить редакцию {(newest?.version ?? 0) + 1}</Button>}
          >
            <Note title="Метки в тексте" icon="tag">
              {tagHints.map((hint) => (
                <p>{hint}</p>
              ))}
            </Note>
            <TextArea
              name="body"
              label={textFields.body.label}
              hint={textFields.body.hint}
              error={sent?.errors?.body}
              value={shown.values.body?.[0] ?? ''}
              rows={24}
            />
            <FormFields fields={textFields} form={shown} errors={sent?.errors} only={['validFrom', 'seenVersion']} />
          </Form>
        </Section>
      ) : null}
      <Section title="Редакции" count={texts.length}>
        {texts.map((text) => (
          <details open={text === newest}>
            <summary>
              Редакция {text.version}, с {formatDay(text.validFrom)}
              {text.validTill ? ` по ${formatDay(text.validTill)}` : null}
              {text.basisTill && !text.validTill
                ? `. Требования к тексту действуют до ${formatDay(text.basisTill)}`
                : null}
            </summary>
            <PaperDesk label={`Редакция ${text.version}`}>
              <Paper>
                {text.body.split('\n').map((line) => (
                  <p>{line || '\u00A0'}</p>
                ))}
              </Paper>
            </PaperDesk>
          </details>
        ))}
      </Section>
    </>,
  );
};

export const textPage: Route = {
  method: 'GET',
  path: '/consents/texts/:purpose',
  who: consentReaders,
  handle: (ctx, input) => textScreen(ctx, purposeIn(input)),
};

export const publishOne: Route = {
  method: 'POST',
  path: '/consents/texts/:purpose',
  who: consentKeepers,
  async handle(ctx, input) {
    demand(mayWriteConsentTexts(ctx.actor));
    const purpose = purposeIn(input);
    const read = readForm(textFields, input.form);
    if (!read.ok) return again(await textScreen(ctx, purpose, { form: input.form, errors: read.errors }));

    const outcome = await publishText(ctx, { purpose, ...read.value });
    if (!outcome.ok) {
      const words = textRefusals[outcome.reason];
      if (outcome.reason === 'unknown-tags')
        return again(await textScreen(ctx, purpose, { form: input.form, errors: { body: words } }));
      if (outcome.reason === 'begins-too-early')
        return again(await textScreen(ctx, purpose, { form: input.form, errors: { validFrom: words } }));
      return again(await textScreen(ctx, purpose, { form: input.form, refusal: words }));
    }
    const older = await countOlder(ctx.db, purpose, outcome.value, ctx.today);
    const said = older > 0 ? `. По прежнему тексту: ${counted(older, 'согласие', 'согласия', 'согласий')}` : '';
    return goTo(`/consents/texts/${purpose}`, { toast: { text: `Выпущена редакция ${outcome.value}${said}` } });
  },
};
