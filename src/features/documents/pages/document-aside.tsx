import { formatDay } from '../../../kernel/day.ts';
import { type FormErrors, formOf, type RawForm } from '../../../platform/fields.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { type Fact, FactRows } from '../../../ui/facts.tsx';
import { Form, PostButton } from '../../../ui/form.tsx';
import { FormFields } from '../../../ui/form-fields.tsx';
import { Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { momentWords } from '../../college/moments.ts';
import { mayKeepDocuments, mayRegister } from '../access.ts';
import { peopleIn } from '../data-texts.ts';
import { isDocumentKind, isEditable } from '../document.ts';
import { dayTyped, numberFields } from '../fields.ts';
import { numberOffer } from '../number-document.ts';
import type { Document } from '../rows.ts';
import { actSection } from './act-section.tsx';
import { EndOfPaper } from './document-actions.tsx';
import { ScanField } from './registering.tsx';
import { requisitesOf } from './words.tsx';

/** What a refused form brings back to the page. */
export interface Shown {
  readonly form?: RawForm;
  readonly errors?: FormErrors;
  readonly refusal?: string;
  /** Why the paper was not entered among acts. */
  readonly actRefusal?: string;
}

interface AsideProps {
  readonly ctx: PageCtx;
  readonly paper: Document;
  readonly later: readonly Document[];
  readonly shown: Shown;
  /** Labels of the blanks in the text, and how many there are of each. */
  readonly missing: ReadonlyMap<string, number>;
}

/** Everything about the paper that is not its text. */
export const DocumentAside = async (props: AsideProps) => {
  const { ctx, paper } = props;
  const editable = isEditable(paper.status) && mayKeepDocuments(ctx.actor) === true;
  return (
    <>
      {editable ? await NumberSection(props) : null}
      {paper.origin === 'made' ? <MissingSection {...props} editable={editable} /> : null}
      {isEditable(paper.status) ? null : <ScanSection {...props} />}
      {await OriginSection(props)}
      {await actSection(ctx, paper, props.shown.actRefusal)}
      <EndOfPaper actor={ctx.actor} paper={paper} />
    </>
  );
};

const NumberSection = async ({ ctx, paper, shown }: AsideProps) => {
  const offer = await numberOffer(ctx, paper.series, paper.day ?? ctx.today);
  const form = shown.form ?? formOf({ number: paper.number ?? '', day: dayTyped(paper.day) });
  const signing = paper.status === 'on-signing';
  return (
    <Section title="Номер и дата">
      <Form
        action={`/documents/${paper.id}/${signing ? 'sign' : 'number'}`}
        files
        version={paper.version}
        errors={shown.errors}
        refusal={shown.form ? shown.refusal : undefined}
        draft={`number-${paper.id}`}
        actions={
          signing ? (
            <>
              <Button kind="primary" icon="check" busy="Записываем…">
                Отметить подписанным
              </Button>
              <Button formaction={`/documents/${paper.id}/number`}>Только номер и дату</Button>
            </>
          ) : (
            <>
              <Button busy="Записываем…">Записать</Button>
              <Button kind="quiet" formaction={`/documents/${paper.id}/sign`}>
                Уже подписан
              </Button>
            </>
          )
        }
      >
        <FormFields fields={numberFields} form={form} errors={shown.errors} />
        <p class="hint">
          Следующий свободный номер — {offer.next}.{offer.last ? ` Последний: ${requisitesOf(offer.last)}.` : null}
        </p>
        {signing ? <ScanField error={shown.errors?.scan} /> : null}
      </Form>
    </Section>
  );
};

const MissingSection = ({ paper, missing, editable }: AsideProps & { readonly editable: boolean }) => {
  // What is signed with an empty line stays so.
  const blanks = isEditable(paper.status) ? [...missing] : [];
  const facts: Fact[] = blanks.map(([label, count]) => ({
    state: 'wait',
    title: label,
    reason: count > 1 ? `Пропуск в ${count} местах` : 'Пропуск в тексте',
    ...(editable ? { action: <a href={`/documents/${paper.id}/fill`}>Вписать</a> } : {}),
  }));
  if (paper.number === null || paper.day === null)
    facts.push({ state: 'wait', title: 'Номер и дата', reason: 'Без них документ нельзя отметить подписанным' });
  if (!isEditable(paper.status) && paper.scanFileId === null)
    facts.push({ state: 'wait', title: 'Скан подписанного экземпляра', reason: 'Приложите, когда будет' });
  if (facts.length === 0) return null;
  return (
    <Section title="Чего не хватает" aside={<Badge tone="warn">{facts.length}</Badge>}>
      <FactRows facts={facts} />
      {paper.status === 'draft' ? (
        <Note>Отправить на подпись можно и сейчас: пропуски останутся пустыми строками.</Note>
      ) : null}
    </Section>
  );
};

const ScanSection = ({ ctx, paper, shown }: AsideProps) => {
  const mayAttach = mayRegister(ctx.actor, paper.kind) === true;
  if (paper.scanFileId === null && !mayAttach) return null;
  return (
    <Section title="Подписанный экземпляр">
      {paper.scanFileId ? (
        <LinkButton icon="file-check" href={`/documents/${paper.id}/scan`} download>
          Скачать скан
        </LinkButton>
      ) : null}
      {mayAttach ? (
        <Form
          action={`/documents/${paper.id}/scan`}
          files
          errors={shown.errors}
          actions={<Button busy="Загружаем…">{paper.scanFileId ? 'Заменить скан' : 'Приложить скан'}</Button>}
        >
          <ScanField error={shown.errors?.scan} required />
        </Form>
      ) : null}
    </Section>
  );
};

/** Drafts of some kinds are collected anew by the feature that made them. */
const collectedBy: Readonly<Record<string, (id: string) => string>> = {
  'pairs-order': (id) => `/pairs/order/${id}/refresh`,
};

const OriginSection = async ({ ctx, paper, later }: AsideProps) => {
  const moment = await momentWords(ctx.db);
  const keeper = mayKeepDocuments(ctx.actor) === true;
  const refresh = collectedBy[paper.kind]?.(paper.id) ?? `/documents/${paper.id}/refresh`;
  const made = paper.origin === 'made' && isDocumentKind(paper.kind);
  return (
    <Section title={made ? 'Откуда данные' : 'В реестре'}>
      <DefinitionList
        terms={[
          ...(made
            ? [
                {
                  label: 'Шаблон',
                  value: <TemplateName keeper={keeper} kind={paper.kind} version={paper.templateVersion} />,
                },
              ]
            : []),
          { label: made ? 'Составлен' : 'Внесён', value: moment(paper.createdAt) },
          ...(paper.reviewBy ? [{ label: 'Пересмотреть', value: `до ${formatDay(paper.reviewBy)}` }] : []),
          ...(paper.amendsId
            ? [
                {
                  label: paper.amendment === 'cancels' ? 'Отменяет' : 'Изменяет',
                  value: <a href={`/documents/${paper.amendsId}`}>прежний документ</a>,
                },
              ]
            : []),
          ...later.map((other) => ({
            label: other.amendment === 'cancels' ? 'Отменяет его' : 'Изменяет его',
            value: <a href={`/documents/${other.id}`}>{requisitesOf(other) || 'проект'}</a>,
          })),
          ...(made && keeper && isEditable(paper.status) ? declensionTerms(paper) : []),
        ]}
      />
      {made && keeper && paper.status === 'draft' ? (
        <PostButton action={refresh}>
          <Button kind="quiet" icon="refresh-cw">
            Собрать заново
          </Button>
        </PostButton>
      ) : null}
    </Section>
  );
};

const declensionTerms = (paper: Document) => {
  const people = [...new Map(peopleIn(paper.data).map((person) => [person.id, person])).values()];
  return people.map(({ id, name }, index) => ({
    label: index === 0 ? 'Склонение' : '',
    value: <a href={`/people/${id}/declension`}>{name}</a>,
  }));
};

const TemplateName = ({
  keeper,
  kind,
  version,
}: {
  readonly keeper: boolean;
  readonly kind: string;
  readonly version: number | null;
}) => {
  const words = version === null ? 'стандартный' : `колледжа, редакция ${version}`;
  return keeper ? <a href={`/documents/templates/${kind}`}>{words}</a> : <span>{words}</span>;
};
