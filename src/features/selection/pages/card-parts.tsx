import { formatDay } from '../../../kernel/day.ts';
import { emptyForm, formOf } from '../../../platform/fields.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Section } from '../../../ui/heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { ScanField } from '../../documents/pages/registering.tsx';
import { mayKeepSelection } from '../access.ts';
import { type CandidateLine, factsOf } from '../candidate-rows.ts';
import { clearanceFields, ruleAnswerFields } from '../fields.ts';
import { type Clearance, isValidOn, type Judged, judge } from '../requirement.ts';
import { rulesOf } from '../setting-rows.ts';
import { clearanceNames, verdictNames } from '../texts.ts';
import type { Sent } from './the-candidate.ts';

const verdictTones = { met: 'ok', unmet: 'bad', unknown: 'mute' } as const;

const AnswerForm = ({ line, judged, sent }: { line: CandidateLine; judged: Judged; sent: Sent | undefined }) => {
  const own = sent?.part === `rule-${judged.rule.id}` ? sent : undefined;
  const form =
    own?.form ??
    (judged.verdict === 'unknown'
      ? emptyForm
      : formOf({ met: judged.verdict === 'met' ? 'yes' : 'no', note: judged.note }));
  return (
    <details open={own !== undefined || undefined}>
      <summary>{judged.verdict === 'unknown' ? 'Отметить' : 'Изменить'}</summary>
      <Form
        action={`/selection/${line.id}/rules/${judged.rule.id}`}
        errors={own?.errors}
        refusal={own?.refusal}
        actions={<Button size="s">Записать</Button>}
      >
        <FormFields fields={ruleAnswerFields} form={form} errors={own?.errors} />
      </Form>
    </details>
  );
};

/** Every requirement with what is known of it, and a form for those that a person confirms. */
export const requirementSection = async (ctx: PageCtx, line: CandidateLine, sent: Sent | undefined) => {
  const judged = judge(await rulesOf(ctx.db), factsOf(line, ctx.today), ctx.today);
  const keeps = mayKeepSelection(ctx.actor) === true;
  const met = judged.filter(({ verdict }) => verdict === 'met').length;
  return (
    <Section title="Требования" count={`${met} из ${judged.length}`}>
      {judged.length === 0 ? (
        <p class="hint">
          Для форм этого кандидата требований нет. Формы отмечают в карточке наставника, требования — на странице
          «Требования».
        </p>
      ) : (
        <Table
          plain
          caption="Требования к кандидату"
          rows={judged}
          columns={[
            { key: 'words', label: 'Требование', head: true, cell: ({ rule }) => rule.words },
            {
              key: 'verdict',
              label: 'Выполнено',
              cell: ({ verdict, note }) => (
                <>
                  <Badge tone={verdictTones[verdict]}>{verdictNames[verdict]}</Badge>
                  {note ? <span class="hint"> {note}</span> : null}
                </>
              ),
            },
            {
              key: 'answer',
              label: 'Отметка',
              labelHidden: true,
              cell: (one) =>
                keeps && one.rule.kind === 'confirmed' ? <AnswerForm line={line} judged={one} sent={sent} /> : null,
            },
          ]}
        />
      )}
    </Section>
  );
};

const Term = ({ clearance, ctx }: { readonly clearance: Clearance; readonly ctx: PageCtx }) => {
  if (clearance.withdrawnOn !== null) return <Badge tone="mute">снята {formatDay(clearance.withdrawnOn)}</Badge>;
  if (clearance.validTill === null) return <Badge tone="ok">без срока</Badge>;
  return isValidOn(clearance, ctx.today) ? (
    <>по {formatDay(clearance.validTill)}</>
  ) : (
    <Badge tone="bad">срок вышел {formatDay(clearance.validTill)}</Badge>
  );
};

/** Clearances with their terms; scans are for those who keep them. */
export const clearanceSection = (ctx: PageCtx, line: CandidateLine, sent: Sent | undefined) => {
  const keeps = mayKeepSelection(ctx.actor) === true;
  const own = sent?.part === 'clearance' ? sent : undefined;
  return (
    <Section title="Справки" count={line.clearances.length}>
      {line.clearances.length === 0 ? (
        <p class="hint">Справок нет.</p>
      ) : (
        <Table
          plain
          caption="Справки кандидата"
          rows={line.clearances}
          columns={[
            { key: 'kind', label: 'Справка', head: true, cell: ({ kind }) => clearanceNames[kind] },
            {
              key: 'number',
              label: 'Выдана',
              cell: ({ number, issuedOn }) => [number ? `№\u00a0${number}` : '', formatDay(issuedOn)].join(' '),
            },
            { key: 'till', label: 'Действует', cell: (one) => <Term clearance={one} ctx={ctx} /> },
            {
              key: 'actions',
              label: 'Действия',
              kind: 'actions',
              cell: (one) =>
                keeps ? (
                  <>
                    {one.scanFileId ? (
                      <LinkButton size="s" kind="quiet" plain href={`/selection/clearances/${one.id}/scan`}>
                        Скан
                      </LinkButton>
                    ) : null}
                    {one.withdrawnOn === null ? (
                      <PostButton action={`/selection/clearances/${one.id}/withdraw`}>
                        <Button size="s" kind="quiet">
                          Снять
                        </Button>
                      </PostButton>
                    ) : null}
                  </>
                ) : null,
            },
          ]}
        />
      )}
      {keeps ? (
        <details open={own !== undefined || undefined}>
          <summary>Записать справку</summary>
          <Form
            action={`/selection/${line.id}/clearances`}
            files
            errors={own?.errors}
            refusal={own?.refusal}
            actions={<Button>Сохранить справку</Button>}
          >
            <FormFields fields={clearanceFields} form={own?.form ?? emptyForm} errors={own?.errors} />
            <ScanField error={own?.errors?.scan} />
          </Form>
        </details>
      ) : null}
    </Section>
  );
};
